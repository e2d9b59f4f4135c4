import { describe, expect, test } from 'vitest';
import { entremise } from '../../tests/support/entremise.ts';
import { scratchFolder } from '../../tests/support/scratch.ts';
import { commands } from './commands.ts';

const DATA_FOLDER = scratchFolder();

describe('the command line', () => {
	test('lists every command when asked for help, and ends with 0', async () => {
		const { code, stdout } = await entremise(['--help']);
		expect(code).toBe(0);
		for (const name of Object.keys(commands))
			expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
	});

	test('ends with 2 on a word that is no command, and lists those there are', async () => {
		const { code, stdout, stderr } = await entremise(['toString']);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(/^There is no command toString\.\nUsage: entremise COMMAND/);
	});

	test.each(Object.keys(commands))('%s explains itself with --help', async (name) => {
		const { code, stdout } = await entremise([name, '--help']);
		expect(code).toBe(0);
		expect(stdout).toMatch(new RegExp(`^Usage: entremise ${name}.*\n\n.`));
	});

	test('ends with 2 when a word is missing, and shows how the command is written', async () => {
		const { code, stderr } = await entremise(['backup']);
		expect([code, stderr]).toEqual([
			2,
			'This command is written: entremise backup FILE. See: entremise backup --help\n'
		]);
	});

	test('ends with 2 on an option it does not know', async () => {
		const { code, stderr } = await entremise(['backup', 'file', '--quick']);
		expect(code).toBe(2);
		expect(stderr).toMatch(/^Unknown option '--quick'\. See: entremise backup --help\n$/);
	});

	test('ends with 1 and one sentence a line when the configuration is wrong', async () => {
		const { code, stderr } = await entremise(['serve'], { DATA_FOLDER, PORT: 'x', DEMO: 'x' });
		expect(code).toBe(1);
		expect(stderr).toBe(
			'PORT must be a whole number from 1 to 65535, for example PORT=4780.\n' +
				'DEMO must be on or off, for example DEMO=off.\n'
		);
	});

	test('says the same as data with --json', async () => {
		const { code, stdout, stderr } = await entremise(['backup', 'x', '--json'], {
			DATA_FOLDER,
			PORT: 'x'
		});
		expect([code, stderr]).toEqual([1, '']);
		expect(JSON.parse(stdout)).toEqual({
			ok: false,
			error: 'PORT must be a whole number from 1 to 65535, for example PORT=4780.'
		});
	});
});
