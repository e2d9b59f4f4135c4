import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { addRows, noRows } from '#lib/demo/book-rows.ts';
import { demoBooks, demoSeed } from '#lib/demo/people.ts';
import { adviser, members, type Role, roles } from '#lib/demo/person.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import { storyAcquaintances, storyPeople } from '#lib/demo/story.ts';

/** The members had their books for this long when the demo begins. */
const bookAge = 60 * 86_400_000;

export interface OpenedDemo {
	communityId: string;
	/** False when it was there already. */
	created: boolean;
}

/** Opens the demo of this server, or finds it. However many open it at once, there is one. */
export function openDemo(db: Kysely<Database>, now: Date): Promise<OpenedDemo> {
	return db.transaction().execute((trx) => openWithin(trx, now));
}

/**
 * Makes the demo anew: all that was done in it is erased, and its ids change, so that links and
 * roles of before are void.
 */
export function resetDemo(db: Kysely<Database>, now: Date): Promise<OpenedDemo> {
	return db.transaction().execute(async (trx) => {
		await trx.deleteFrom('communities').where('kind', '=', 'demo').execute();
		return openWithin(trx, now);
	});
}

async function openWithin(trx: Transaction<Database>, now: Date): Promise<OpenedDemo> {
	// Waits for another opening under way: then its community is the conflict, and is found below.
	const row = await trx
		.insertInto('communities')
		.values({ name: 'Entremise', kind: 'demo', createdAt: now })
		.onConflict((conflict) => conflict.column('kind').where('kind', '=', 'demo').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (row) await fill(trx, row.id, now);
	const found = row ?? (await findDemo(trx));
	if (!found) throw new Error('The demo was taken away while it was being opened.');
	return { communityId: found.id, created: row !== undefined };
}

/** The demo's community, when it is open. */
export function findDemo(db: Kysely<Database>) {
	return db.selectFrom('communities').select('id').where('kind', '=', 'demo').executeTakeFirst();
}

async function fill(trx: Transaction<Database>, communityId: string, now: Date): Promise<void> {
	const began = new Date(now.getTime() - bookAge);
	const memberIds = await insertMembers(trx, communityId, began);
	const contactIds = await insertBooks(trx, communityId, memberIds, now, began);
	for (const role of roles) await retellTies(trx, { communityId, ownerId: memberIds[role] }, 'all');
	await trx
		.insertInto('acquaintances')
		.values(
			storyAcquaintances.map(({ role, connector, target, how }) => ({
				communityId,
				ownerId: memberIds[role],
				connectorId: contactIds(role, storyPeople[connector].profile),
				targetId: contactIds(role, storyPeople[target].profile),
				how,
				createdAt: began
			}))
		)
		.execute();
}

async function insertMembers(
	trx: Transaction<Database>,
	communityId: string,
	began: Date
): Promise<Record<Role, string>> {
	const rows = members.map(({ role, ...member }, order) => ({
		...member,
		communityId,
		id: crypto.randomUUID(),
		// Nobody administers the demo: it can be changed by playing, and by no settings.
		role: role === adviser ? ('adviser' as const) : ('member' as const),
		createdAt: new Date(began.getTime() + order)
	}));
	await trx.insertInto('members').values(rows).execute();
	const idOf = (role: Role) => rows[roles.indexOf(role)]?.id ?? '';
	return {
		kathy: idOf('kathy'),
		dean: idOf('dean'),
		anne: idOf('anne'),
		lea: idOf('lea'),
		mireille: idOf('mireille'),
		pierre: idOf('pierre'),
		paul: idOf('paul')
	};
}

/** Inserts every book at once; answers a finder of a contact by its book and profile. */
async function insertBooks(
	trx: Transaction<Database>,
	communityId: string,
	memberIds: Record<Role, string>,
	now: Date,
	began: Date
): Promise<(role: Role, profile: string) => string> {
	const books = demoBooks(demoSeed, now);
	const rows = noRows();
	const found = new Map<string, string>();
	for (const { role, sharing } of members)
		for (const entry of books[role]) {
			const id = crypto.randomUUID();
			addRows(rows, { communityId, ownerId: memberIds[role], sharing }, id, entry, began);
			const profile = entry.draft.details.find(({ kind }) => kind === 'profile')?.value;
			if (profile) found.set(`${role} ${profile}`, id);
		}
	await trx.insertInto('contacts').values(rows.contacts).execute();
	await trx.insertInto('contactDetails').values(rows.contactDetails).execute();
	await trx.insertInto('positions').values(rows.positions).execute();
	await trx.insertInto('evidence').values(rows.evidence).execute();
	await trx.insertInto('contactEvents').values(rows.contactEvents).execute();
	return (role, profile) => {
		const id = found.get(`${role} ${profile}`);
		if (!id) throw new Error('The story names somebody who is in no book.');
		return id;
	};
}
