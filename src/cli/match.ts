import { existsSync } from 'node:fs';
import { type Matching, pairsWithin } from '#lib/matching/pairs-within.ts';
import { usualThresholds } from '#lib/matching/match-zone.ts';
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
	const matching = pairsWithin(file.records, { thresholds: { joined, asked } });
	const seconds = (performance.now() - began) / 1000;
	const lines =
		options['pairs'] === true ? pairLines(file, matching) : clusterLines(file, matching);
	const truth = options['truth'];
	if (typeof truth === 'string') lines.push(figuresLine(file, matching, truth, seconds));
	return { ok: true, text: '', lines };
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

function clusterLines({ records, ids }: MatchFile, { personOf }: Matching): string[] {
	const told = new Map(records.map(({ id }, at) => [id, ids[at] ?? id]));
	return records.map(({ id }, at) => {
		const person = personOf.get(id) ?? id;
		return JSON.stringify({ id: ids[at], cluster: told.get(person) ?? person });
	});
}

function pairLines({ records, ids }: MatchFile, { pairs }: Matching): string[] {
	const told = new Map(records.map(({ id }, at) => [id, ids[at] ?? id]));
	return pairs.map(({ a, b, probability, zone, reasons }) =>
		JSON.stringify({ a: told.get(a), b: told.get(b), probability, zone, reasons })
	);
}

function figuresLine(
	file: MatchFile,
	{ personOf }: Matching,
	truth: string,
	seconds: number
): string {
	const column = file.header.indexOf(truth);
	const found = file.records.map(({ id }) => personOf.get(id) ?? id);
	const figures = pairwiseFigures(
		found,
		file.rows.map((row) => truthOf(row[column] ?? ''))
	);
	return JSON.stringify({
		...figures,
		records_per_second: Math.round(file.records.length / seconds)
	});
}

/** FEBRL names a person's records rec-12-org, rec-12-dup-0 and so on. */
function truthOf(cell: string): string {
	return /^rec-(\d+)-(?:org|dup-\d+)$/.exec(cell)?.[1] ?? cell;
}
