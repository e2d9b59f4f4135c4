import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import { readConfig } from '#lib/config.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { openConfigured } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { type KeepRefusal, keepFile, mostBytes } from '#lib/importers/import-file.server.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import type { Command, Outcome } from './command.ts';
import { WrongUsage } from './command.ts';

export const importFile: Command = {
	summary: 'read a file of contacts into a member’s own',
	usage: 'FILE --member EMAIL [--community ID]',
	help: `Reads FILE (LinkedIn's Connections.csv) into the contacts of the member with this e-mail address,
while the application runs or not. New contacts are private; the same file twice changes nothing.
A member of several communities is told apart by --community.

Example: entremise import Connections.csv --member kathy@example.com`,
	options: { member: { type: 'string' }, community: { type: 'string' } },
	words: { min: 1, max: 1 },
	run: async ({ words: [file = ''], options, say }) => {
		const email = options['member'];
		if (typeof email !== 'string' || email === '')
			throw new WrongUsage('Say whose contacts these are with --member EMAIL.');
		const refused = await whyNotAFile(file);
		if (refused) return { ok: false, text: refused };
		const { dataFolder, databaseUrl } = readConfig(process.env);
		const opened = await openConfigured({ dataFolder, databaseUrl, log: say, as: 'command' });
		try {
			const community = String(options['community'] ?? '');
			const members = await membersWith(opened.db, email, community);
			const [member] = members;
			if (!member || members.length > 1) return { ok: false, text: whoIsIt(members, email) };
			return await importInto(opened.db, member, file, say);
		} finally {
			await opened.close();
		}
	}
};

async function whyNotAFile(file: string): Promise<string | undefined> {
	if (!existsSync(file)) return `There is no file ${file}.`;
	const found = await stat(file);
	if (!found.isFile()) return `${file} is no file.`;
	return found.size > mostBytes ? refusals.too_large : undefined;
}

async function membersWith(db: Kysely<Database>, email: string, community: string) {
	const rows = await db
		.selectFrom('members')
		.select(['communityId', 'id as memberId', 'role'])
		.where('email', '=', email.trim().toLowerCase())
		.execute();
	const members = rows.map((row): Member => ({ kind: 'member', ...row }));
	return members.filter(({ communityId }) => community === '' || communityId === community);
}

function whoIsIt(members: Member[], email: string): string {
	if (members.length === 0) return `There is no member with the address ${email}.`;
	const ids = members.map(({ communityId }) => communityId).join(', ');
	return `${email} is a member of several communities; say which with --community: ${ids}.`;
}

async function importInto(
	db: Kysely<Database>,
	member: Member,
	file: string,
	say: (line: string) => void
): Promise<Outcome> {
	const now = await communityNow(db, member.communityId);
	const content = await readFile(file);
	const kept = await keepFile(db, member, { name: basename(file), content }, now);
	if (!kept.ok) return { ok: false, text: refusals[kept.refusal] };
	const { communityId } = member;
	await runImport({ db }, { communityId, importId: kept.importId }, now, (progress) => {
		const rows = sum(progress);
		if (rows % 5000 === 0) say(`${rows} rows read…`);
	});
	const report = await readImport(db, member, kept.importId);
	if (report?.state !== 'done') return { ok: false, text: 'The import did not come to its end.' };
	const { id, created, updated, unchanged, refused } = report;
	const rows = sum(report);
	const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused`;
	const data = { import: id, rows, created, updated, unchanged, refused };
	return { ok: true, text: `Read ${rows} rows: ${counts}.`, data };
}

function sum(counts: { created: number; updated: number; unchanged: number; refused: number }) {
	return counts.created + counts.updated + counts.unchanged + counts.refused;
}

const refusals: Record<KeepRefusal, string> = {
	empty_file: 'The file is empty.',
	unknown_format: 'This is no file of contacts, messages or meetings that is understood.',
	compressed: 'The file is packed in a way that is not read; give a ZIP archive, or what is in it.',
	office_document: 'This is a workbook or a letter. Save it as CSV and give that.',
	encrypted: 'The archive is locked by a password. Unpack it and give what is in it.',
	damaged: 'The file is damaged.',
	incomplete: 'The file ends in the middle.',
	bomb: 'The archive unfolds to far more than it could hold.',
	nothing_inside: 'Nothing in the archive is of use here.',
	too_large: 'The file is larger than 50 MB.',
	not_allowed: 'This member may not change contacts.'
};
