import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Grouping, type MatchOptions, peopleById, toldPairs } from '#lib/matching/grouping.ts';
import { matchInThreads } from '#lib/matching/match-in-threads.server.ts';
import { usualThresholds } from '#lib/matching/match-zone.ts';
import { groupWithin } from '#lib/matching/pairs-within.ts';
import { type Asked, type Command, type Outcome, WrongUsage } from './command.ts';
import { type FileField, fileFields } from './match-columns.ts';
import { type MatchFile, readMatchFile } from './match-file.ts';
import { pairwiseFigures } from './pairwise-figures.ts';

export const match: Command = {
	summary: 'find who is one person among the rows of a file',
	usage: 'FILE.csv [--map field=column …] [--threshold T] [--pairs] [--truth COLUMN]',
	help: `Reads a CSV whose first line names the columns and finds the rows that are one person. Learns how much
each column says from the file itself; needs no database and no network. Prints one JSON line a row:
{"id", "cluster"}, the cluster named by the first id in it.

  --map FIELD=COLUMN  says which column a field is in, where its name does not; FIELD= leaves it out.
                      Fields: ${fileFields.join(', ')}
  --threshold T       from which probability rows are joined, 0 to 1 (${usualThresholds.joined})
  --pairs             prints pairs instead, joined or to ask about: {"a", "b", "probability", "reasons"}
  --truth COLUMN      adds a line of pairwise figures against this column:
                      {"pairs", "precision", "recall", "f1", "records_per_second"}.
                      Of "rec-12-org" and "rec-12-dup-0" the truth is 12, as the FEBRL files have it.

Example: entremise match contacts.csv --map family_name=Nom --pairs`,
	options: {
		map: { type: 'string', multiple: true },
		threshold: { type: 'string' },
		pairs: { type: 'boolean', default: false },
		truth: { type: 'string' }
	},
	words: { min: 1, max: 1 },
	run: runMatch
};

async function runMatch({ words: [path = ''], options, say }: Asked): Promise<Outcome> {
	const mapped = readMap(options['map']);
	const joined = readThreshold(options['threshold']);
	if (!existsSync(path)) return { ok: false, text: `There is no file ${path}.` };
	const began = performance.now();
	const file = await readMatchFile(path, mapped);
	const missing = missingColumns(file, mapped, options['truth']);
	if (missing.length > 0) return { ok: false, text: `There is no column ${missing.join(', ')}.` };
	for (const line of file.refused) say(`Line ${line} could not be read: left out.`);
	const asked = Math.min(joined, usualThresholds.asked);
	const grouping = await group(file, { thresholds: { joined, asked } });
	const seconds = (performance.now() - began) / 1000;
	const truth = typeof options['truth'] === 'string' ? options['truth'] : undefined;
	const lines = linesOf(file, grouping, { pairs: options['pairs'] === true, truth, seconds });
	return { ok: true, text: '', lines };
}

/** Fewer records are matched before threads have begun. */
const worthThreads = 20_000;
const mostThreads = 4;

function group(file: MatchFile, options: MatchOptions): Grouping | Promise<Grouping> {
	const threads = Math.min(mostThreads, availableParallelism());
	return file.ids.length < worthThreads || threads < 2
		? groupWithin(file.records(), options)
		: matchInThreads(file.records(), { ...options, threads });
}

function readMap(options: Asked['options'][string]): Map<FileField, string> {
	const mapped = new Map<FileField, string>();
	for (const each of Array.isArray(options) ? options : []) {
		const [, name, column = ''] = /^([a-z_]+)=(.*)$/s.exec(String(each)) ?? [];
		const field = fileFields.find((known) => known === name);
		if (!field)
			throw new WrongUsage(`--map is FIELD=COLUMN, FIELD one of ${fileFields.join(', ')}.`);
		mapped.set(field, column.trim());
	}
	return mapped;
}

function readThreshold(option: Asked['options'][string]): number {
	if (option === undefined) return usualThresholds.joined;
	const threshold = Number(option);
	if (!(threshold > 0 && threshold < 1)) throw new WrongUsage('--threshold is between 0 and 1.');
	return threshold;
}

function missingColumns(
	{ header }: MatchFile,
	mapped: ReadonlyMap<FileField, string>,
	truth: Asked['options'][string]
): string[] {
	const named = [...mapped.values(), ...(typeof truth === 'string' ? [truth] : [])];
	return named.filter((column) => column !== '' && !header.includes(column));
}

interface Told {
	pairs: boolean;
	truth: string | undefined;
	seconds: number;
}

function* linesOf(file: MatchFile, grouping: Grouping, told: Told): Generator<string> {
	const personOf = peopleById(grouping);
	const own = Array.from(file.records(), ({ id }) => id);
	const given = new Map(own.map((id, at) => [id, file.ids[at] ?? id]));
	const found = own.map((id) => personOf.get(id) ?? id);
	if (told.pairs)
		for (const { a, b, ...pair } of toldPairs(grouping))
			yield JSON.stringify({ a: given.get(a), b: given.get(b), ...pair });
	else
		for (const [at, person] of found.entries())
			yield JSON.stringify({ id: file.ids[at], cluster: given.get(person) ?? person });
	if (told.truth === undefined) return;
	const records_per_second = Math.round(found.length / told.seconds);
	const figures = pairwiseFigures(found, file.cells(told.truth).map(truthOf));
	yield JSON.stringify({ ...figures, records_per_second });
}

/** FEBRL names a person's records rec-12-org, rec-12-dup-0 and so on. */
function truthOf(cell: string): string {
	return /^rec-(\d+)-(?:org|dup-\d+)$/.exec(cell)?.[1] ?? cell;
}
