import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './support/database.ts';

const { db, url } = await testDatabase();

async function entremise(words: string[], more: Record<string, string> = {}) {
	const env = { ...process.env, DATABASE_URL: url, SECRET: 's'.repeat(40), ...more };
	const command = promisify(execFile)('node', ['src/cli/entremise.ts', ...words], { env });
	return command.then(
		({ stdout }) => ({ code: 0, stdout, stderr: '' }),
		(failed) => ({ code: Number(failed.code), stdout: failed.stdout, stderr: failed.stderr })
	);
}

describe('entremise demo reset', () => {
	it('opens the demo or begins it anew, and says so to programs too', async () => {
		const first = await entremise(['demo', 'reset', '--json']);
		expect(first.code).toBe(0);
		const said = JSON.parse(first.stdout);
		expect(said).toMatchObject({ ok: true, contacts: expect.any(Number) });
		const second = await entremise(['demo', 'reset']);
		expect(second.stdout).toContain('/demo');
		const rows = await db
			.selectFrom('communities')
			.select('id')
			.where('kind', '=', 'demo')
			.execute();
		expect(rows).toHaveLength(1);
		expect(rows[0]?.id).not.toBe(said.communityId);
	});

	it('refuses with a sentence where the demo is off, or the word is another', async () => {
		const off = await entremise(['demo', 'reset'], { DEMO: 'off' });
		expect(off).toMatchObject({ code: 1, stderr: expect.stringContaining('DEMO=off') });
		expect(await entremise(['demo', 'sing'])).toMatchObject({ code: 2 });
	});
});
