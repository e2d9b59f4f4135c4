import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrations as known } from '../../../migrations/all.ts';
import type { Database } from '#lib/db/schema.ts';
import { StartRefused } from '#lib/db/start-refused.ts';

/**
 * Brings the schema up to date, or to the migration `upTo`; answers the names of the migrations it ran
 * (none when up to date). All in one transaction under one lock, so two processes may start at once;
 * inside the caller's transaction when `db` is one.
 * Refuses (StartRefused) a database which a newer application has already changed.
 */
export async function migrate(
	db: Kysely<Database>,
	migrations: Record<string, Migration> = known,
	upTo?: string
): Promise<string[]> {
	const plain = db.withoutPlugins();
	const unknown = (await executedMigrations(plain)).filter((name) => !(name in migrations));
	if (unknown.length > 0) throw tooNew(unknown);
	const migrator = new Migrator({
		db: plain,
		provider: { getMigrations: async () => migrations }
	});
	const run = upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest();
	const { error, results } = await run;
	if (error) throw error;
	return (results ?? []).map((result) => result.migrationName);
}

/** The names of the migrations a database already has, oldest first. */
export async function executedMigrations(db: Kysely<Database>): Promise<string[]> {
	const journal = db.withoutPlugins().withTables<{ kysely_migration: { name: string } }>();
	const tables = await journal.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some((table) => table.name === 'kysely_migration')) return [];
	const rows = await journal
		.selectFrom('kysely_migration')
		.select('name')
		.orderBy('name')
		.execute();
	return rows.map((row) => row.name);
}

/** Whether this application has that migration. */
export function isKnownMigration(name: string): boolean {
	return Object.hasOwn(known, name);
}

function tooNew(unknown: string[]): StartRefused {
	return new StartRefused(
		`This database was made by a newer Entremise (it has ${unknown.join(', ')}). ` +
			'Update the application, or restore a backup made with this version.'
	);
}
