import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../tests/support/scratch.ts';

const command = fileURLToPath(new URL('entremise.ts', import.meta.url));
const folder = scratchFolder();

const connections = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Pierre,Yvon,https://www.linkedin.com/in/pierre-yvon,,ACME,CFO,04 Mar 2015
,,,,,,
Pierre,Yvon,https://www.linkedin.com/in/pierre-yvon,,ACME,CFO,04 Mar 2015
`;
const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Zoé Martin\nTEL:06 39 98 00 01\nEND:VCARD\n';

/** A dry run in a process that knows of no database, and can reach none. */
function dryRun(...words: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[command, 'import', ...words, '--dry-run'],
		{
			encoding: 'utf8',
			maxBuffer: 64 * 1024 ** 2,
			env: { PATH: process.env['PATH'], DATABASE_URL: 'postgres://127.0.0.1:1/x' }
		}
	);
	return { status, stdout, stderr };
}

function given(name: string, content: string | Uint8Array): string {
	const file = join(folder, name);
	writeFileSync(file, content);
	return file;
}

function linesOf(text: string): unknown[] {
	return text
		.trim()
		.split('\n')
		.map((line): unknown => JSON.parse(line));
}

describe('entremise import --dry-run', () => {
	it('prints one object whose sums add up, over all files', () => {
		const files = [given('Connections.csv', connections), given('book.vcf', card)];
		const { status, stdout, stderr } = dryRun(...files, '--json');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(JSON.parse(stdout)).toEqual({
			format: 'linkedin-connections,vcard',
			rows: 4,
			created: 2,
			updated: 0,
			unchanged: 1,
			records: 3,
			files: [
				{ file: 'Connections.csv', format: 'linkedin-connections' },
				{ file: 'book.vcf', format: 'vcard' }
			],
			refused: [{ file: 'Connections.csv', line: 3, reason: 'nameless' }]
		});
	});

	it('prints the records one a line, then the counts if they are asked for', () => {
		const words = [given('book.vcf', card), '--records', '--country', 'fr'];
		const lines = linesOf(dryRun(...words).stdout);
		const zoe = {
			kind: 'contact',
			fullName: 'Zoé Martin',
			phones: ['+33639980001'],
			source: { file: 'book.vcf', line: 1 }
		};
		expect(lines).toMatchObject([zoe]);
		expect(linesOf(dryRun(...words, '--json').stdout)).toMatchObject([
			zoe,
			{ rows: 1, created: 1 }
		]);
	});

	it('names the file inside an archive, and counts what is left out of it as a note', () => {
		const files = { 'Connections.csv': strToU8(connections), 'Votes.csv': strToU8('A,B\n1,2\n') };
		const { stdout } = dryRun(given('archive.zip', zipSync(files)), '--json');
		expect(JSON.parse(stdout)).toMatchObject({
			format: 'linkedin-archive',
			rows: 3,
			refused: [{ file: 'Connections.csv', line: 3 }],
			files: [{ notes: [{ kind: 'skipped', file: 'Votes.csv', reason: 'unknown_format' }] }]
		});
	});

	it('keeps what was readable, and says in a sentence what was not', () => {
		const whole = zipSync({ 'Connections.csv': strToU8(connections) });
		const cut = given('cut.zip', whole.subarray(0, whole.length - 30));
		const words = [cut, given('other.txt', 'hello'), join(folder, 'nowhere.csv'), folder];
		const { status, stdout, stderr } = dryRun(...words, '--json');
		expect(status).toBe(1);
		expect(JSON.parse(stdout)).toMatchObject({
			rows: 3,
			refusal: 'incomplete',
			files: [
				{ refusal: 'incomplete' },
				{ format: null, refusal: 'unknown_format' },
				{ refusal: 'missing' },
				{ refusal: 'no_file' }
			]
		});
		expect(stderr.trim().split('\n')).toEqual([
			expect.stringMatching(/^cut\.zip: The file ends in the middle/),
			expect.stringMatching(/^other\.txt: This is no file of contacts/),
			expect.stringMatching(/^nowhere\.csv: There is no file/),
			expect.stringMatching(/: This is no file\.$/)
		]);
	});

	it('prints more than fits through a pipe at once, and ends quietly when nobody reads on', () => {
		const [header = '', row = ''] = connections.split('\n');
		const rows = Array.from({ length: 20_000 }, (_, at) => row.replace('pierre-yvon', `p-${at}`));
		const file = given('long.csv', [header, ...rows, ''].join('\n'));
		const all = dryRun(file, '--records');
		expect(all.stdout.split('\n')).toHaveLength(20_001);
		expect(all.stderr).toMatch(/^linkedin-connections: 20000 rows: 20000 created/);
		const script = `"${process.execPath}" "${command}" import "${file}" --dry-run --records | head -1`;
		const some = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
		expect(some.stdout.trim().split('\n')).toHaveLength(1);
		expect(some.stderr).toBe('');
	});

	it('says for what it takes the columns of a table that does not say so itself', () => {
		const table = given('people.csv', 'Nom;Prénom;Courriel;Taille\nYvon;Pierre;p@example.com;3\n');
		const columns = [
			'Nom = familyName',
			'Prénom = givenName',
			'Courriel = email',
			'Taille = left out'
		];
		expect(JSON.parse(dryRun(table, '--json').stdout)).toMatchObject({ files: [{ columns }] });
		expect(dryRun(table).stdout).toContain(columns.join(', '));
	});

	it('refuses words that make no sense together', () => {
		const file = given('book.vcf', card);
		for (const words of [[file, '--country', 'zz'], [file, '--member', 'a@example.com'], []])
			expect(dryRun(...words)).toMatchObject({ status: 2, stdout: '' });
	});
});
