import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import { readConfig } from '#lib/config.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { openConfigured } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { type ImportReport, readImport } from '#lib/importers/import-report.server.ts';
import { matchImported } from '#lib/importers/match-imported.server.ts';
import type { Counts } from '#lib/importers/plan-batch.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import type { Asked, Outcome } from './command.ts';
import { guessedColumns } from './guessed-columns.ts';
import { isReadRefusal, type ReadRefusal, sentences } from './import-refusals.ts';
import { takeInFile } from './take-in-file.ts';
import { membersWith, whoIsIt } from './members-with.ts';

type Say = Asked['say'];

/** One file, what became of it. */
interface FileImported extends Counts {
	file: string;
	/** Id of the import, where the file was understood. */
	import?: string;
	refusal?: ReadRefusal;
	/** Of a table whose columns were guessed. */
	columns?: string[];
}

/** Reads files one after the other into the book of the member with this address. */
export async function importInto(
	paths: readonly string[],
	{ email, community }: { email: string; community: string },
	say: Say
): Promise<Outcome> {
	const { dataFolder, databaseUrl } = readConfig(process.env);
	const opened = await openConfigured({ dataFolder, databaseUrl, log: say, as: 'command' });
	try {
		const members = await membersWith(opened.db, email, community);
		const [member] = members;
		if (!member || members.length > 1) return { ok: false, text: whoIsIt(members, email) };
		const files: FileImported[] = [];
		for (const path of paths) files.push(await importFile(opened.db, member, path, say));
		return outcomeOf(files);
	} finally {
		await opened.close();
	}
}

const nothing = { created: 0, updated: 0, unchanged: 0, refused: 0 };

async function importFile(
	db: Kysely<Database>,
	member: Member,
	path: string,
	say: Say
): Promise<FileImported> {
	const file = basename(path);
	const now = await communityNow(db, member.communityId);
	const kept = await takeInFile(db, member, path, now);
	if (!kept.ok) return { file: path, ...nothing, refusal: kept.refusal };
	const { communityId } = member;
	const { importId } = kept;
	await runImport({ db }, { communityId, importId }, now, (progress) => {
		const rows = sum(progress);
		if (rows % 5000 === 0) say(`${file}: ${rows} rows read…`);
	});
	await matchImported(db, { communityId, importId }, now);
	const report = await readImport(db, member, importId);
	if (!report) return { file, ...nothing, refusal: 'unreadable' };
	const columns = report.format === 'csv-contacts' ? await guessedColumns(path) : undefined;
	return { ...imported(file, report), ...(columns && { columns }) };
}

function imported(file: string, report: ImportReport): FileImported {
	const { id, created, updated, unchanged, refused, failure } = report;
	const counts = { created, updated, unchanged, refused };
	if (failure === null) return { file, import: id, ...counts };
	return { file, import: id, ...counts, refusal: isReadRefusal(failure) ? failure : 'damaged' };
}

function outcomeOf(files: readonly FileImported[]): Outcome {
	const sums = { rows: 0, ...nothing };
	for (const file of files) {
		for (const end of ['created', 'updated', 'unchanged', 'refused'] as const)
			sums[end] += file[end];
		sums.rows += sum(file);
	}
	const { rows, created, updated, unchanged, refused } = sums;
	const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused`;
	const guessed = files.flatMap(({ file, columns }) =>
		columns ? [`${file}: columns guessed as ${columns.join(', ')}.`] : []
	);
	const broken = files.flatMap(({ file, refusal }) =>
		refusal ? [`${file}: ${sentences[refusal]}`] : []
	);
	const [first] = files;
	const refusal = files.find((file) => file.refusal)?.refusal;
	const data = {
		...(files.length === 1 && first?.import && { import: first.import }),
		...sums,
		...(refusal && { refusal }),
		files
	};
	const read = `Read ${rows} rows: ${counts}.`;
	if (broken.length === 0) return { ok: true, text: [...guessed, read].join('\n'), data };
	const text = [...guessed, ...broken, ...(rows > 0 ? [read] : [])].join('\n');
	return { ok: false, text, data };
}

function sum({ created, updated, unchanged, refused }: Counts): number {
	return created + updated + unchanged + refused;
}
