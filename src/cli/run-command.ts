import { parseArgs } from 'node:util';
import { isStartRefused } from '#lib/db/start-refused.ts';
import { type Command, type Outcome, WrongUsage } from './command.ts';
import { commands } from './commands.ts';
import { Printer } from './printer.ts';

const always = {
	help: { type: 'boolean', short: 'h', default: false },
	json: { type: 'boolean', default: false }
} as const;

/** Runs the command that the words name and ends the process: 0 done, 1 refused or failed, 2 not understood. */
export async function runCommand(typed: string[]): Promise<never> {
	const code = await codeOf(typed);
	// What a command opened may still linger for a while; it has nothing left to do.
	process.exit(process.exitCode ?? code);
}

async function codeOf(typed: string[]): Promise<number> {
	const [name = '', ...rest] = typed;
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) return await listCommands(name);
	const command = await load();
	const json = rest.includes('--json');
	try {
		return await perform(name, command, rest);
	} catch (error) {
		if (error instanceof WrongUsage) {
			await tell({ ok: false, text: `${error.message} See: entremise ${name} --help` }, json);
			return 2;
		}
		await tell({ ok: false, text: sentenceOf(error) }, json);
		return 1;
	}
}

async function perform(name: string, command: Command, rest: string[]): Promise<number> {
	const { values, positionals } = parsed(command, rest);
	if (values['help'] === true) {
		console.log(`Usage: entremise ${name} ${command.usage}\n\n${command.help}`);
		return 0;
	}
	const { min, max } = command.words;
	if (positionals.length < min || positionals.length > max)
		throw new WrongUsage(`This command is written: entremise ${name} ${command.usage}.`);
	const outcome = await command.run({ words: positionals, options: values, say: console.error });
	await tell(outcome, values['json'] === true);
	return outcome.ok ? 0 : 1;
}

function parsed(command: Command, rest: string[]) {
	try {
		const options = { ...command.options, ...always };
		return parseArgs({ args: rest, options, allowPositionals: true, strict: true });
	} catch (error) {
		const [first = ''] = String(error instanceof Error ? error.message : error).split('. ');
		throw new WrongUsage(`${first}.`);
	}
}

async function tell({ ok, text, data, lines }: Outcome, json: boolean): Promise<void> {
	if (lines) {
		await printAll(lines);
		if (!ok) console.error(text);
	} else if (json) console.log(JSON.stringify(ok ? { ok, ...data } : { ok, error: text, ...data }));
	else if (ok) console.log(text);
	else console.error(text);
}

/** A pipe takes its time, and what it has not taken when the process ends is lost. */
async function printAll(lines: Iterable<string>): Promise<void> {
	const printer = new Printer(process.stdout);
	for (const line of lines) {
		if (printer.print(`${line}\n`)) await printer.drained();
		if (printer.isClosed) break;
	}
	await printer.end();
}

// A refusal is a sentence already; anything else is a mistake of ours, and its origin helps to find it.
function sentenceOf(error: unknown): string {
	if (isStartRefused(error)) return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function listCommands(name: string): Promise<number> {
	const asked = ['', '--help', '-h', 'help'].includes(name);
	const lines = await Promise.all(
		Object.entries(commands).map(
			async ([each, load]) => `  ${each.padEnd(10)} ${(await load()).summary}`
		)
	);
	const text = `Usage: entremise COMMAND [--help] [--json]\n\n${lines.join('\n')}`;
	if (asked && name !== '') console.log(text);
	else console.error(asked ? text : `There is no command ${name}.\n${text}`);
	return asked && name !== '' ? 0 : 2;
}
