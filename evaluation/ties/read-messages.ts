import { createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Who wrote to whom and when, in seconds since 1970. */
export interface Message {
	from: string;
	to: string;
	at: number;
}

interface Columns {
	from: number;
	to: number;
	at: number;
}

const names = {
	from: ['from', 'src', 'source', 'sender', 'u', 'user1', 'i'],
	to: ['to', 'dst', 'tgt', 'dest', 'target', 'recipient', 'receiver', 'v', 'user2', 'j'],
	at: ['time', 't', 'ts', 'at', 'date', 'timestamp', 'unixts', 'datetime', 'sent']
};

/**
 * A list of messages, one a line, gzipped or not, in the order of time: from, to and time, between
 * spaces, tabs, commas or semicolons. A first line may name the columns; without one, the time stands
 * last. Times are seconds or milliseconds, or ISO dates. Messages to oneself and lines of other kinds
 * are left out and counted.
 */
export async function readMessages(file: string): Promise<{ messages: Message[]; left: number }> {
	const raw = createReadStream(file);
	const input = isGzipped(file) ? raw.pipe(createGunzip()) : raw;
	const messages: Message[] = [];
	let columns: Columns | undefined;
	let left = 0;
	for await (const line of createInterface({ input })) {
		if (line.trim() === '' || /^[#%]/.test(line)) continue;
		const cells = cellsOf(line);
		if (!columns) {
			const named = columnsNamed(cells);
			columns = named ?? { from: 0, to: 1, at: Math.max(2, cells.length - 1) };
			if (named) continue;
		}
		const message = messageIn(cells, columns);
		if (message) messages.push(message);
		else left += 1;
	}
	return { messages: messages.toSorted((one, other) => one.at - other.at), left };
}

function isGzipped(file: string): boolean {
	const start = Buffer.alloc(2);
	const opened = openSync(file, 'r');
	readSync(opened, start, 0, 2, 0);
	return start[0] === 0x1f && start[1] === 0x8b;
}

function cellsOf(line: string): string[] {
	const separator = /[,;\t]/.test(line) ? /[,;\t]/ : /\s+/;
	return line
		.trim()
		.split(separator)
		.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function columnsNamed(cells: readonly string[]): Columns | undefined {
	const lower = cells.map((cell) => cell.toLowerCase());
	const at = (wanted: readonly string[]) => lower.findIndex((cell) => wanted.includes(cell));
	const named = { from: at(names.from), to: at(names.to), at: at(names.at) };
	return Object.values(named).includes(-1) ? undefined : named;
}

function messageIn(cells: readonly string[], columns: Columns): Message | undefined {
	const [from = '', to = ''] = [cells[columns.from], cells[columns.to]];
	const at = secondsOf(cells[columns.at] ?? '');
	return from === '' || to === '' || from === to || at === undefined ? undefined : { from, to, at };
}

function secondsOf(cell: string): number | undefined {
	if (cell === '') return undefined;
	const number = Number(cell);
	// Beyond the year 5000 in seconds these are milliseconds.
	if (!Number.isNaN(number)) return number > 1e11 ? number / 1000 : number;
	const date = Date.parse(cell);
	return Number.isNaN(date) ? undefined : date / 1000;
}
