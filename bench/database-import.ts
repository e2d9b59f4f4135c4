import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConfigured } from '../src/lib/db/open.server.ts';
import { keepFile } from '../src/lib/importers/import-file.server.ts';
import { runImport } from '../src/lib/importers/run-import.server.ts';
import { newMember } from '../tests/support/new-member.ts';

/** Imports a file into the contacts of a new member of a database that waits for its disk. */
export interface DatabaseImport {
	/** Answers how many contacts there are now and how many letters their names have. */
	take(file: Uint8Array): Promise<{ rows: number; names: number }>;
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
			const kept = await keepFile(db, member, { name: 'Connections.csv', content }, now);
			if (!kept.ok) throw new Error(kept.refusal);
			const { communityId } = member;
			await runImport({ db }, { communityId, importId: kept.importId }, now);
			return db
				.selectFrom('contacts')
				.select(({ fn, eb }) => [
					fn.countAll<number>().as('rows'),
					eb.fn
						.sum<number>(
							eb(
								eb.fn<number>('length', ['givenName']),
								'+',
								eb.fn<number>('length', ['familyName'])
							)
						)
						.as('names')
				])
				.where('communityId', '=', communityId)
				.executeTakeFirstOrThrow();
		},
		close: async () => {
			await close();
			rmSync(dataFolder, { recursive: true, force: true });
		}
	};
}
