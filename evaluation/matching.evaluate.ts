import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { pairsWithin } from '#lib/matching/pairs-within.ts';
import { companiesOf } from '#lib/people/company-groups.ts';
import type { FileField } from '../src/cli/match-columns.ts';
import { readMatchFile } from '../src/cli/match-file.ts';
import { pairwiseFigures } from '../src/cli/pairwise-figures.ts';
import { trueCompanies } from './matching/companies.ts';
import { invent as inventBooks } from './matching/invented-books.ts';
import { invent as inventCensus } from './matching/invented-census.ts';

const { values } = parseArgs({
	options: { data: { type: 'string' }, seed: { type: 'string', default: '1' } }
});
const seed = Number(values.seed);

interface Judged {
	name: string;
	records: MatchRecord[];
	/** Whose each record truly is. */
	truth: string[];
}

/** Files whose truth is known, by a column or, of FEBRL's, by the number in the record's id. */
const files: { file: string; truth: string; without?: FileField }[] = [
	{ file: 'febrl3.csv', truth: 'rec_id' },
	{ file: 'febrl3.csv', truth: 'rec_id', without: 'national_id' },
	{ file: 'fake_1000.csv', truth: 'cluster' }
];

const sets = [...(await handedOut(values.data)), ...invented()];
console.log(
	'set                            records   pairs  precision   recall       F1  records/s'
);
for (const set of sets) tell(set);
tellCurve(invented()[0]);
tellCompanies();

async function handedOut(folder: string | undefined): Promise<Judged[]> {
	if (folder === undefined) console.log('Without --data DIR, invented sets only.\n');
	const there = files.filter(({ file }) => folder && existsSync(join(folder, file)));
	return Promise.all(
		there.map(async ({ file, truth, without }) => {
			const mapped = new Map<FileField, string>(without ? [[without, '']] : []);
			const { records, cells } = await readMatchFile(join(folder ?? '', file), mapped);
			return {
				name: without ? `${file} without ${without}` : file,
				records: [...records()],
				truth: cells(truth).map((cell) => cell.replace(/^rec-(\d+)-.*$/, '$1'))
			};
		})
	);
}

function invented(): Judged[] {
	return Object.entries({ 'invented books': inventBooks, 'invented census': inventCensus }).map(
		([name, invent]) => {
			const all = invent(seed);
			return {
				name,
				records: all.map(({ record }) => record),
				truth: all.map((one) => one.person)
			};
		}
	);
}

function groupsOf({ records }: Judged, joined?: number): { groups: string[]; seconds: number } {
	const began = performance.now();
	const { personOf } = pairsWithin(records, joined ? { thresholds: { joined, asked: 0.2 } } : {});
	const seconds = (performance.now() - began) / 1000;
	return { groups: records.map(({ id }) => personOf.get(id) ?? id), seconds };
}

function tell(set: Judged): void {
	const { groups, seconds } = groupsOf(set);
	const { pairs, precision, recall, f1 } = pairwiseFigures(groups, set.truth);
	const shares = [precision, recall, f1].map((share) => share.toFixed(4).padStart(9)).join('');
	const speed = String(Math.round(set.records.length / seconds)).padStart(11);
	const counts = String(set.records.length).padStart(8) + String(pairs).padStart(8);
	console.log(set.name.padEnd(30) + counts + '  ' + shares + speed);
}

function tellCurve(set: Judged | undefined): void {
	if (!set) return;
	console.log(`\n${set.name}, by threshold  precision   recall       F1`);
	for (const joined of [0.3, 0.5, 0.6, 0.8, 0.9, 0.95, 0.99, 0.999]) {
		const { precision, recall, f1 } = pairwiseFigures(groupsOf(set, joined).groups, set.truth);
		const shares = [precision, recall, f1].map((share) => share.toFixed(4).padStart(9)).join('');
		console.log(String(joined).padEnd(30) + shares);
	}
}

function tellCompanies(): void {
	console.log('\ncompanies                        names   pairs  precision   recall       F1');
	for (const which of ['seen', 'unseen'] as const) {
		const all = trueCompanies(which);
		const groupOf = new Map<string, string>();
		for (const { name, spellings } of companiesOf(all.map(({ mention }) => mention)))
			for (const { written } of spellings) for (const one of written) groupOf.set(one, name);
		const found = all.map(({ mention }) => groupOf.get(mention.name) ?? mention.name);
		const truth = all.map(({ company }) => company);
		const { pairs, precision, recall, f1 } = pairwiseFigures(found, truth);
		const shares = [precision, recall, f1].map((share) => share.toFixed(4).padStart(9)).join('');
		const counts = String(all.length).padStart(8) + String(pairs).padStart(8);
		console.log(`invented, ${which}`.padEnd(30) + counts + '  ' + shares);
	}
}
