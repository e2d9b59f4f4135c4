import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entremise } from '../../tests/support/entremise.ts';
import { scratchFolder } from '../../tests/support/scratch.ts';

const scratch = scratchFolder();
let files = 0;

function file(...lines: string[]): string {
	const path = join(scratch, `people-${files++}.csv`);
	writeFileSync(path, lines.join('\n'));
	return path;
}

async function match(...words: string[]) {
	const { code, stdout, stderr } = await entremise(['match', ...words]);
	const lines = stdout.trim().split('\n');
	return {
		code,
		stderr,
		lines: lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
	};
}

async function refused(...words: string[]) {
	const { code, stderr } = await entremise(['match', ...words]);
	return [code, stderr];
}

const febrl = file(
	'rec_id, given_name, surname, street_number, address_1, suburb, postcode, state, date_of_birth, soc_sec_id',
	'rec-1-org, mitchell, greenfeld, 7, wallaby place, cleveland, 2119, sa, 19560409, 1804974',
	'rec-1-dup-0, greenfeld, mitchel, 7, wallabyplace, cleveland, 2119, sa, 19560409, 1804974',
	'rec-2-org, madeline, masonnier, 54, hoseason street, granville, 4881, nsw, 19081128, 2185997',
	'rec-3-org, harley, mccarthy, 177, pridham street, marsden, 3165, nsw, 19080419, 6089216',
	'rec-3-dup-0, harley, mcarthy, 177, pridham street, marsden, 3167, nsw, 19080419, 6089216'
);

describe('entremise match', () => {
	it('prints the cluster of each row, and figures where the truth is told', async () => {
		const { code, lines } = await match(febrl, '--json', '--truth', 'rec_id');
		expect(code).toBe(0);
		expect(lines.slice(0, -1)).toEqual([
			{ id: 'rec-1-org', cluster: 'rec-1-dup-0' },
			{ id: 'rec-1-dup-0', cluster: 'rec-1-dup-0' },
			{ id: 'rec-2-org', cluster: 'rec-2-org' },
			{ id: 'rec-3-org', cluster: 'rec-3-dup-0' },
			{ id: 'rec-3-dup-0', cluster: 'rec-3-dup-0' }
		]);
		expect(lines.at(-1)).toEqual({
			pairs: 2,
			precision: 1,
			recall: 1,
			f1: 1,
			records_per_second: expect.any(Number)
		});
	});

	it('prints every line into a pipe', () => {
		const rows = Array.from({ length: 4000 }, (_, at) => `record-${at},person${at}@example.org`);
		const command = '"$0" src/cli/entremise.ts match "$1" | cat';
		const words = ['-c', command, process.execPath, file('id,email', ...rows)];
		const lines = execFileSync('sh', words, { encoding: 'utf8' }).trim().split('\n');
		expect(lines.length).toBe(4000);
	});

	it('prints pairs with their reasons instead', async () => {
		const { lines } = await match(febrl, '--pairs');
		expect(lines.map(({ a, b }) => [a, b]).toSorted()).toEqual([
			['rec-1-dup-0', 'rec-1-org'],
			['rec-3-dup-0', 'rec-3-org']
		]);
		expect(lines[0]).toMatchObject({ probability: expect.any(Number), zone: 'joined' });
		expect(lines.find(({ a }) => a === 'rec-1-dup-0')?.['reasons']).toContainEqual({
			field: 'order',
			level: 'different',
			weight: expect.any(Number)
		});
	});

	it('takes columns it is told of, and leaves out those it is told to', async () => {
		const people = file(
			'Kennung;Wer;Adresse',
			'1;YVON Pierre;pierre.yvon@example.org',
			'2;Pierre Yvon;pierre.yvon@example.org',
			'3;Anne Kerrec;anne@example.net'
		);
		const map = ['--map', 'id=Kennung', '--map', 'full_name=Wer', '--map', 'email=Adresse'];
		const { lines } = await match(people, ...map, '--map', 'street=');
		expect(lines).toEqual([
			{ id: '1', cluster: '1' },
			{ id: '2', cluster: '1' },
			{ id: '3', cluster: '3' }
		]);
	});

	it('refuses what it cannot do', async () => {
		expect(await refused('/nowhere.csv')).toEqual([1, 'There is no file /nowhere.csv.\n']);
		expect(await refused(febrl, '--truth', 'who')).toEqual([1, 'There is no column who.\n']);
		expect((await refused(febrl, '--map', 'shoe=size'))[0]).toBe(2);
		expect((await refused(febrl, '--threshold', '2'))[0]).toBe(2);
	});
});
