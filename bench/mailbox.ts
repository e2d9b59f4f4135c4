import { mbox } from '../src/lib/importers/mbox.ts';
import { mboxFile } from './mbox-file.ts';

const megabyte = 1_000_000;

/** Reads the headers of a mailbox that is made on the fly; prints speed and memory. */
export async function benchMailbox(megabytes: number): Promise<void> {
	const bytes = megabytes * megabyte;
	for await (const _ of mbox.rowsOfBytes(mboxFile(20 * megabyte, 2)));
	const start = performance.now();
	let made = 0;
	for (const piece of chunked(mboxFile(bytes))) made += piece.length;
	const making = (performance.now() - start) / 1000;
	const rest = process.memoryUsage.rss();
	const { records, refused, seconds } = await read(bytes);
	const peak = process.resourceUsage().maxRSS * 1024 - rest;
	const size = Math.round(made / megabyte);
	console.log(`mailbox of ${size} MB: ${records} records, ${refused} refused`);
	console.log(
		`  with making it ${rate(size, seconds)}, reading alone ${rate(size, seconds - making)}`
	);
	console.log(`  memory at most ${Math.round(peak / megabyte)} MB above rest`);
}

async function read(bytes: number) {
	const reading = { records: 0, refused: 0, seconds: 0 };
	const start = performance.now();
	for await (const row of mbox.rowsOfBytes(chunked(mboxFile(bytes))))
		reading[row.kind === 'record' ? 'records' : 'refused'] += 1;
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

function rate(megabytes: number, seconds: number): string {
	return `${Math.round(megabytes / seconds)} MB/s`;
}
