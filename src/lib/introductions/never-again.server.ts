import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';

/**
 * The list of those who never want to be asked again, by anyone on this server. Only a keyed hash
 * of each address is kept, so the list cannot be read, and a copy of it without the server's secret
 * cannot even be searched.
 */
export async function rememberNeverAgain(
	db: Kysely<Database>,
	secret: string,
	addresses: string[],
	now: Date
): Promise<void> {
	const rows = hashes(secret, addresses).map((hash) => ({ hash, createdAt: now }));
	if (rows.length === 0) return;
	await db
		.insertInto('neverAgain')
		.values(rows)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Takes a "never again" back, at the wish of the one who said it. */
export async function forgetNeverAgain(
	db: Kysely<Database>,
	secret: string,
	addresses: string[]
): Promise<void> {
	const known = hashes(secret, addresses);
	if (known.length > 0) await db.deleteFrom('neverAgain').where('hash', 'in', known).execute();
}

/** Has the holder of one of these addresses (e-mail, E.164 phone, profile) said "never again"? */
export async function saidNeverAgain(
	db: Kysely<Database>,
	secret: string,
	addresses: string[]
): Promise<boolean> {
	const known = hashes(secret, addresses);
	if (known.length === 0) return false;
	const row = await db
		.selectFrom('neverAgain')
		.select('hash')
		.where('hash', 'in', known)
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * The secret under which a community keeps its list: the server's own, so that "never" holds for
 * every community. A demo keeps one apart, which ends with it: played refusals bind nobody, and
 * real ones cannot be taken back by playing.
 */
export async function listSecret(
	db: Kysely<Database>,
	secret: string,
	communityId: string
): Promise<string> {
	const demo = await db
		.selectFrom('communities')
		.select('id')
		.where('id', '=', communityId)
		.where('kind', '=', 'demo')
		.executeTakeFirst();
	return demo ? `${secret}:demo:${communityId}` : secret;
}

function hashes(secret: string, addresses: string[]): Buffer[] {
	const given = new Set(addresses.map((one) => one.trim().toLowerCase()).filter(Boolean));
	return [...given].map((one) =>
		createHmac('sha256', secret).update(`never again:${one}`).digest()
	);
}
