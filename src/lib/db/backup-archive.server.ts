import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { StartRefused } from '#lib/db/start-refused.ts';

/*
 * A backup is a gzip'd text file. Lines that begin with # are marks, in JSON; the others are rows, in
 * JSON, of the part opened by the last mark:
 *   #{"entremise":1,…}   #{"part":"users"}   {row}   {row}   #{"rows":2}   …   #{"parts":20}
 * The last mark proves that nothing is missing at the end.
 */

/** What a backup says of itself in its first line. */
const manifestShape = z.object({
	entremise: z.literal(1),
	madeAt: z.iso.datetime(),
	/** The last migration of the database it was made from. */
	migration: z.string(),
	/** From which the links in mails are derived; a restored application needs the same. */
	secret: z.string()
});
export type Manifest = z.infer<typeof manifestShape>;

/** One part of a backup (a table, or the pending jobs) and its rows, a line of JSON each, some at a time. */
export interface Part {
	name: string;
	rows: AsyncIterable<string[]>;
}

const partMark = z.object({ part: z.string() });
const rowsMark = z.object({ rows: z.int() });
const partsMark = z.object({ parts: z.int() });

/** Writes a backup readable by its owner only. The file appears when it is whole; an existing one is refused. */
export async function writeArchive(
	file: string,
	manifest: Manifest,
	parts: AsyncIterable<Part>
): Promise<Record<string, number>> {
	if (existsSync(file)) throw taken(file);
	const draft = `${file}.${randomBytes(4).toString('hex')}.unfinished`;
	const counts: Record<string, number> = {};
	try {
		const target = createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true });
		await pipeline(Readable.from(lines(manifest, parts, counts)), createGzip(), target);
		await link(draft, file);
		return counts;
	} catch (error) {
		throw refusal(error, file);
	} finally {
		await rm(draft, { force: true });
	}
}

async function* lines(
	manifest: Manifest,
	parts: AsyncIterable<Part>,
	counts: Record<string, number>
): AsyncGenerator<string> {
	yield mark(manifest);
	for await (const { name, rows } of parts) {
		yield mark({ part: name });
		counts[name] = 0;
		for await (const some of rows) {
			counts[name] += some.length;
			yield `${some.join('\n')}\n`;
		}
		yield mark({ rows: counts[name] });
	}
	yield mark({ parts: Object.keys(counts).length });
}

const mark = (content: object) => `#${JSON.stringify(content)}\n`;

/** A backup being read: its manifest first, then every line with the part it belongs to. */
export interface Archive {
	manifest: Manifest;
	/** Rows in the order they were written, some at a time. Refuses (StartRefused) a file that is damaged or cut short. */
	rows: AsyncGenerator<{ part: string; lines: string[] }>;
}

/** Opens a backup. Refuses (StartRefused) what is not one, or was made by a later format. */
export async function readArchive(file: string): Promise<Archive> {
	const source = textLines(file);
	const first = await source.next();
	const manifest = manifestShape.safeParse(markOf(first.done ? '' : first.value));
	if (!manifest.success)
		throw new StartRefused(`${file} is not a backup that this version of Entremise can read.`);
	return { manifest: manifest.data, rows: groups(file, source) };
}

async function* textLines(file: string): AsyncGenerator<string> {
	const bytes = createReadStream(file);
	const text = createGunzip();
	bytes.on('error', (error) => text.destroy(error));
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for await (const chunk of bytes.pipe(text)) {
			const complete = (rest + decoder.decode(chunk, { stream: true })).split('\n');
			rest = complete.pop() ?? '';
			yield* complete;
		}
	} catch (error) {
		throw refusal(error, file);
	} finally {
		bytes.destroy();
	}
}

async function* groups(file: string, source: AsyncGenerator<string>) {
	let part = '';
	let parts = 0;
	let count = 0;
	let group: string[] = [];
	let size = 0;
	for await (const line of source) {
		if (!line.startsWith('#')) {
			group.push(line);
			count += 1;
			size += line.length;
			if (size < 4_000_000 && group.length < 5000) continue;
		}
		if (group.length > 0) yield { part, lines: group };
		[group, size] = [[], 0];
		const said = markOf(line);
		const opened = partMark.safeParse(said);
		const closed = rowsMark.safeParse(said);
		if (opened.success) [part, count, parts] = [opened.data.part, 0, parts + 1];
		if (closed.success && closed.data.rows !== count) throw damaged(file);
		if (partsMark.safeParse(said).data?.parts === parts) return;
	}
	throw damaged(file);
}

function markOf(line: string): unknown {
	if (!line.startsWith('#')) return undefined;
	try {
		return JSON.parse(line.slice(1));
	} catch {
		return undefined;
	}
}

function taken(file: string): StartRefused {
	return new StartRefused(`${file} exists already. Choose another name.`);
}

function damaged(file: string): StartRefused {
	return new StartRefused(
		`${file} is damaged or incomplete; nothing was changed. Use another backup.`
	);
}

function refusal(error: unknown, file: string): unknown {
	if (!(error instanceof Error) || !('code' in error)) return error;
	if (error.code === 'EEXIST') return taken(file);
	if (error.code === 'ENOENT')
		return new StartRefused(`There is no file or folder ${file}. Check the path.`);
	if (String(error.code).startsWith('Z_')) return damaged(file);
	return new StartRefused(`${file} cannot be used (${error.message}).`);
}
