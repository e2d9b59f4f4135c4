import type { ParseArgsOptionsConfig } from 'node:util';

/** One word of the command line, in a file of its own. */
export interface Command {
	/** One line for the list of commands. */
	summary: string;
	/** What follows the command's name, e.g. 'FILE [--force]'. */
	usage: string;
	/** The rest of its help: what it does, its options, an example. */
	help: string;
	options?: ParseArgsOptionsConfig;
	/** How many words must and may stand beside the options. */
	words: { min: number; max: number };
	run: (asked: Asked) => Promise<Outcome>;
}

/** What was typed, and where to say what happens meanwhile. */
export interface Asked {
	words: string[];
	options: Record<string, string | boolean | Array<string | boolean> | undefined>;
	/** Progress for a person; goes to stderr. */
	say: (line: string) => void;
}

/** What a command ends with: a sentence for a person, and the same as data for --json. Refused means exit code 1. `lines` go to stdout as they are, instead of both: for a form that other programs read. */
export type Outcome =
	| { ok: true; text: string; data?: Record<string, unknown>; lines?: Iterable<string> }
	| { ok: false; text: string; data?: Record<string, unknown>; lines?: Iterable<string> };

/** The words do not make sense together: exit code 2, with a hint at --help. */
export class WrongUsage extends Error {
	override name = 'WrongUsage';
}
