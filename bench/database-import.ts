import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConfigured } from '../src/lib/db/open.server.ts';
import { keepFile } from '../src/lib/importers/import-file.server.ts';
import { matchImported } from '../src/lib/importers/match-imported.server.ts';
import { runImport } from '../src/lib/importers/run-import.server.ts';
import { countContacts, listContacts } from '../src/lib/people/contact-list.server.ts';
import { newMember } from '../tests/support/new-member.ts';

/** What it took, in seconds from the file on. */
export interface Imported {
	/** How many contacts there are. */
	rows: number;
	/** Until the member's list showed them. */
	listed: number;
	/** Until it was known who stands in the book twice. */
	matched: number;
}

/** Imports a file into the contacts of a new member of a database that waits for its disk. */
export interface DatabaseImport {
	take(file: Uint8Array): Promise<Imported>;
	close(): Promise<void>;
}

/** Starts an embedded PostgreSQL with the settings of the application, in a folder of its own. */
export async function openDatabaseImport(): Promise<DatabaseImport> {
	const dataFolder = mkdtempSync(join(tmpdir(), 'entremise-bench-'));
	chmodSync(dataFolder, 0o711);
	const { db, close } = await openConfigured({ dataFolder, log: () => {} });
	return {
		take: async (content) => {
			const member = await newMember(db);
			const now = new Date();
			const start = performance.now();
			const kept = await keepFile(db, member, { name: 'Connections.csv', content }, now);
			if (!kept.ok) throw new Error(kept.refusal);
			const key = { communityId: member.communityId, importId: kept.importId };
			await runImport({ db }, key, now);
			const rows = await countContacts(db, member);
			const { contacts } = await listContacts(db, member, { query: '' });
			if (contacts.length === 0) throw new Error('No contact is listed');
			const listed = (performance.now() - start) / 1000;
			await matchImported(db, key, now);
			return { rows, listed, matched: (performance.now() - start) / 1000 };
		},
		close: async () => {
			await close();
			rmSync(dataFolder, { recursive: true, force: true });
		}
	};
}
