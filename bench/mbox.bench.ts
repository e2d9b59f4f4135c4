import { mbox } from '../src/lib/importers/mbox.ts';
import { mboxFile } from './mbox-file.ts';

const megabyte = 1_000_000;
const bytes = Number(process.argv[2] ?? 500) * megabyte;

interface Reading {
	records: number;
	refused: number;
	/** Highest of what the process held above what it held before, in bytes. */
	memory: number;
	seconds: number;
}

/** Reads the headers of a mailbox that is made on the fly; prints speed and memory. */
async function run(): Promise<void> {
	const rest = process.memoryUsage().rss;
	for await (const _ of mbox.rowsOfBytes(mboxFile(20 * megabyte, 2)));
	const made = clocked(() =>
		[...lengths(mboxFile(bytes))].reduce((sum, length) => sum + length, 0)
	);
	const { records, refused, memory, seconds } = await read(rest);
	const net = seconds - made.seconds;
	console.log(`${round(made.value / megabyte)} MB: ${records} records, ${refused} refused`);
	console.log(`with making the file ${round(made.value / megabyte / seconds)} MB/s`);
	console.log(`reading alone ${round(made.value / megabyte / net)} MB/s`);
	console.log(`memory at most ${round(memory / megabyte)} MB above rest`);
}

async function read(rest: number): Promise<Reading> {
	const reading = { records: 0, refused: 0, memory: 0, seconds: 0 };
	const start = performance.now();
	for await (const row of mbox.rowsOfBytes(chunked(mboxFile(bytes)))) {
		reading[row.kind === 'record' ? 'records' : 'refused'] += 1;
		if (reading.records % 1000 === 0)
			reading.memory = Math.max(reading.memory, process.memoryUsage().rss - rest);
	}
	reading.seconds = (performance.now() - start) / 1000;
	return reading;
}

/** As a file is read from a disk: in pieces of 64 KiB. */
function* chunked(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
	const size = 65_536;
	let chunk = new Uint8Array(size);
	let length = 0;
	for (const piece of pieces)
		for (let at = 0; at < piece.length;) {
			const part = piece.subarray(at, at + size - length);
			chunk.set(part, length);
			at += part.length;
			length += part.length;
			if (length < size) continue;
			yield chunk;
			chunk = new Uint8Array(size);
			length = 0;
		}
	yield chunk.subarray(0, length);
}

function* lengths(pieces: Iterable<Uint8Array>): Generator<number> {
	for (const chunk of chunked(pieces)) yield chunk.length;
}

function clocked<T>(work: () => T): { value: T; seconds: number } {
	const start = performance.now();
	const value = work();
	return { value, seconds: (performance.now() - start) / 1000 };
}

function round(value: number): number {
	return Math.round(value);
}

await run();
