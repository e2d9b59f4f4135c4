import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import { Stopwatch } from './matching-stopwatch.ts';
import { sqlFields } from './matching-tables.ts';

const weightsShape = z.object({
	before: z.number(),
	fields: z.record(z.string(), z.record(z.string(), z.number()))
});

/**
 * DuckDB: the same keys joined, the same pairs weighed by the same weights. Loads what ours left in
 * the folder, which is not counted, and compares at the end.
 */
export async function duckdb({
	folder,
	threads
}: {
	folder: string;
	threads: number;
}): Promise<void> {
	const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
	const connection = await instance.connect();
	const run = async (sql: string) => void (await connection.run(sql));
	const file = (name: string) => `'${join(folder, name)}'`;
	const watch = new Stopwatch('duckdb');
	await run(`create table keys as select * from read_csv(${file('keys.csv')}, header = false, columns =
		{'grp': 'utinyint', 'key': 'uinteger', 'record': 'integer', 'profile': 'integer'})`);
	const columns = sqlFields.map((field) => `'${field}': 'varchar', '${field}Weight': 'float'`);
	await run(`create table records as select * from read_csv(${file('records.csv')}, header = false,
		columns = {'record': 'integer', ${columns.join(', ')}, 'root': 'integer'})`);
	await run(`create table ours as from read_csv(${file('pairs.csv')}, header = false, columns =
		{'a': 'integer', 'b': 'integer'})`);
	await run(`create table oursLikely as from read_csv(${file('likely.csv')}, header = false, columns =
		{'a': 'integer', 'b': 'integer'})`);
	watch.pause();
	await run(blocking);
	watch.lap('block');
	const weights = weightsShape.parse(JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')));
	await run(scoring(weights));
	watch.lap('score');
	const reader = await connection.runAndReadAll(`select
		(select count(*) from pairs)::double,
		(select count(*) from (from pairs except from ours))::double,
		(select count(*) from (from ours except from pairs))::double,
		(select count(*) from likely)::double,
		(select count(*) from oursLikely)::double,
		(select count(*) from (select a, b from likely intersect from oursLikely))::double`);
	const [found, theirs, missing, likely, oursLikely, common] = z
		.array(z.number())
		.parse(reader.getRows()[0]);
	const figures = { laps: watch.laps, found, theirs, missing, likely, oursLikely, common };
	writeFileSync(join(folder, 'duckdb.json'), JSON.stringify(figures));
}

/** Keys that too many share find nobody; nor do two who have different profiles. */
const blocking = `
	create table pairs as
	with shared as (
		select grp, key from keys group by grp, key
		having count(*) between 2 and case when grp < 4 then 360 else 60 end
	), held as (
		select grp, key, record, profile from keys semi join shared using (grp, key)
	)
	select distinct one.record as a, other.record as b
	from held one join held other using (grp, key)
	where one.record < other.record
		and (one.profile is null or other.profile is null or one.profile = other.profile)`;

/** Levels as ours where DuckDB has the function; see docs/benchmarks.md for what it leaves out. */
const levels: Record<(typeof sqlFields)[number], string> = {
	givenName: `when a.root = b.root then <alias> ${likeName('givenName')}`,
	familyName: likeName('familyName'),
	email: `when left(a.email, 1) <> left(b.email, 1) then <different>
		when damerau_levenshtein(a.email, b.email) <= 2 then <close>`,
	phone: `when abs(length(a.phone) - length(b.phone)) > 2 then <different>
		when damerau_levenshtein(a.phone, b.phone) = 1 then <close>
		when damerau_levenshtein(a.phone, b.phone) = 2 then <faint>`,
	company: `when starts_with(a.company, b.company || ' ') or starts_with(b.company, a.company || ' ')
			then <alias>
		when jaro_winkler_similarity(a.company, b.company) >= 0.94 then <close>`,
	position: 'when jaccard(a.position, b.position) >= 0.7 then <close>'
};

function likeName(field: string): string {
	const shorter = `least(length(a.${field}), length(b.${field}))`;
	return `when ${shorter} >= 4 and damerau_levenshtein(a.${field}, b.${field})
			<= case when ${shorter} < 8 then 1 else 2 end then <close>
		when jaro_winkler_similarity(a.${field}, b.${field}) >= 0.85 then <faint>`;
}

function scoring({ before, fields }: z.infer<typeof weightsShape>): string {
	const weights = sqlFields.map((field) => {
		const by = fields[field] ?? {};
		const cases = levels[field].replace(/<(\w+)>/g, (_, name: string) => String(by[name] ?? 0));
		return `case when a.${field} is null or b.${field} is null then 0
			when a.${field} = b.${field} then a.${field}Weight ${cases}
			else ${Math.min(0, by['different'] ?? 0)} end`;
	});
	return `create table likely as
		select p.a, p.b, ${before} + ${weights.join(' + ')} as odds
		from pairs p join records a on a.record = p.a join records b on b.record = p.b
		where odds >= ${Math.log2(0.6 / 0.4)}`;
}
