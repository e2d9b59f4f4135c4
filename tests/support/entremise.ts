import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** How a command ended and what it said. */
export interface Said {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** Runs `entremise` with these words as a process of its own. */
export async function entremise(words: string[], env: Record<string, string> = {}): Promise<Said> {
	const child = spawn(process.execPath, ['src/cli/entremise.ts', ...words], {
		env: { PATH: process.env['PATH'], ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
	return { code, stdout, stderr };
}
