import * as fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Member, stranger } from '#lib/access/actor.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { bareDraft, type ContactDraft } from '#lib/people/contact-draft.ts';
import { purgeDeleted } from '#lib/people/contact-delete.server.ts';
import { deleteContact, restoreContact } from '#lib/people/contact-delete.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { createContact, updateContact } from '#lib/people/contact-save.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

let database: TestDatabase;
let kathy: Member;
let clock = Date.parse('2026-05-25T10:00:00Z');
const tick = () => new Date((clock += 60_000));
const noRetelling = async () => {};

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(async () => {
	kathy = await newMember(database.db);
});

const email = (value: string) => ({ kind: 'email' as const, value, normalised: value });

async function person(draft: Partial<ContactDraft>): Promise<string> {
	const whole = { ...bareDraft({ givenName: 'Dean', familyName: 'Morgan' }), ...draft };
	const saved = await createContact(database.db, kathy, whole, tick());
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

function merge(keptId: string, mergedId: string, actor: Member = kathy) {
	return mergeContacts(database.db, actor, { keptId, mergedId }, tick(), noRetelling);
}

async function lastMerge(): Promise<string> {
	const row = await database.db
		.selectFrom('merges')
		.select('id')
		.where('communityId', '=', kathy.communityId)
		.where('undoneAt', 'is', null)
		.orderBy('mergedAt', 'desc')
		.executeTakeFirstOrThrow();
	return row.id;
}

const later = (days: number) => new Date(clock + days * 24 * 60 * 60 * 1000);

async function emails(id: string): Promise<string[] | undefined> {
	const sheet = await readContact(database.db, kathy, id);
	return sheet?.details.map(({ value }) => value).toSorted();
}

const undo = (id: string, actor: Member = kathy) =>
	undoMerge(database.db, actor, id, tick(), noRetelling);

/** Every row that a merge may touch. */
async function everything(): Promise<Record<string, string[]>> {
	const tables = [
		'contacts',
		'contact_details',
		'positions',
		'evidence',
		'contact_events',
		'import_marks',
		'correspondents',
		'acquaintances',
		'requests',
		'introductions'
	];
	const read = tables.map(async (table) => {
		const { rows } = await sql<{ line: string }>`select to_jsonb(t)::text as line
			from ${sql.table(table)} t where community_id = ${kathy.communityId}`.execute(database.db);
		return [table, rows.map(({ line }) => line).toSorted()] as const;
	});
	return Object.fromEntries(await Promise.all(read));
}

/** Five contacts that share values, know each other, and are part of requests. */
async function crowd(): Promise<string[]> {
	const { db } = database;
	const key = { communityId: kathy.communityId };
	const ids: string[] = [];
	for (const at of [0, 1, 2, 3, 4]) {
		const post = { company: `Company ${at % 2}`, title: 'CFO', startedOn: '1999', endedOn: '2003' };
		const id = await person({
			givenName: at === 3 ? '' : `Dean${at}`,
			familyName: at === 3 ? '' : 'Morgan',
			company: at % 2 ? 'ACME' : '',
			position: at === 4 ? 'CFO' : '',
			notes: at > 2 ? `note ${at}` : '',
			closeness: at === 1 ? 'good' : null,
			details: [email('shared@example.com'), email(`dean${at % 3}@example.com`)],
			positions: [post]
		});
		ids.push(id);
		const fact = JSON.stringify({ kind: 'met', at: at % 2 });
		await db
			.insertInto('evidence')
			.values({ ...key, contactId: id, fact })
			.execute();
		await sql`insert into import_marks (community_id, contact_id, mark, import_id, line)
			values (${key.communityId}, ${id}, ${Buffer.from([at % 2])}, gen_random_uuid(), ${at})`.execute(db);
		await db
			.insertInto('correspondents')
			.values({ ...key, ownerId: kathy.memberId, key: `name ${id}`, contactId: id })
			.execute();
		const request = await db
			.insertInto('requests')
			.values({ ...key, requesterId: kathy.memberId, connectorContactId: id })
			.returning('id')
			.executeTakeFirstOrThrow();
		await db
			.insertInto('introductions')
			.values({
				...key,
				requestId: request.id,
				ordinal: 0,
				targetContactId: id,
				targetName: 'Dean',
				state: 'draft',
				since: tick()
			})
			.execute();
	}
	for (const connectorId of ids)
		for (const targetId of ids)
			if (connectorId !== targetId)
				await db
					.insertInto('acquaintances')
					.values({ ...key, ownerId: kathy.memberId, connectorId, targetId })
					.execute();
	return ids;
}

describe('merging two contacts', () => {
	it('shows one contact with what both hold, and the other nowhere', async () => {
		const kept = await person({ details: [email('dean@example.com')], company: 'ACME' });
		const merged = await person({
			details: [email('dean@example.com'), email('dean@example.org')],
			position: 'CFO',
			notes: 'Met in Lyon'
		});
		expect(await merge(kept, merged)).toEqual({ ok: true });
		const sheet = await readContact(database.db, kathy, kept);
		expect(sheet).toMatchObject({ company: 'ACME', position: 'CFO', notes: 'Met in Lyon' });
		expect(sheet?.details.map(({ value }) => value).toSorted()).toEqual([
			'dean@example.com',
			'dean@example.org'
		]);
		expect(await readContact(database.db, kathy, merged)).toBeNull();
		const { contacts } = await listContacts(database.db, kathy);
		expect(contacts.map(({ id }) => id)).toEqual([kept]);
		const found = await listContacts(database.db, kathy, { query: 'cfo' });
		expect(found.contacts).toHaveLength(1);
	});

	it('is refused to strangers, other members, other communities, and for one contact twice', async () => {
		const [kept, merged] = [await person({}), await person({})];
		const colleague = await newMember(database.db, kathy.communityId);
		const outsider = await newMember(database.db);
		for (const actor of [colleague, outsider, stranger])
			expect(
				await mergeContacts(
					database.db,
					actor,
					{ keptId: kept, mergedId: merged },
					tick(),
					noRetelling
				)
			).toEqual({ ok: false, refusal: 'not_found' });
		expect(await merge(kept, kept)).toEqual({ ok: false, refusal: 'same' });
		expect(await merge(kept, 'nobody')).toEqual({ ok: false, refusal: 'not_found' });
		await merge(kept, merged);
		const id = await lastMerge();
		for (const actor of [colleague, outsider]) expect(await undo(id, actor)).toBe(false);
		expect(await readContact(database.db, kathy, merged)).toBeNull();
	});

	it('is not erased after thirty days, nor brought back as deleted, but goes with the contact it shows as', async () => {
		const [kept, merged] = [await person({}), await person({})];
		await merge(kept, merged);
		expect(await restoreContact(database.db, kathy, merged, tick())).toBe(false);
		await purgeDeleted(database.db, later(60));
		expect(await undo(await lastMerge())).toBe(true);
		expect(await readContact(database.db, kathy, merged)).not.toBeNull();
		await merge(kept, merged);
		await deleteContact(database.db, kathy, kept, tick());
		await purgeDeleted(database.db, later(60));
		expect((await everything())['contacts']).toEqual([]);
	});
});

describe('a merge at the same moment as something else', () => {
	it('keeps what its owner is writing in the contact that shows', async () => {
		const { db } = database;
		const [kept, merged] = [await person({}), await person({ company: 'ACME' })];
		let merging: Promise<unknown> = Promise.resolve();
		await db.transaction().execute(async (edit) => {
			await edit
				.updateTable('contacts')
				.set({ company: 'Beta' })
				.where('communityId', '=', kathy.communityId)
				.where('id', '=', kept)
				.execute();
			merging = merge(kept, merged);
			await expect
				.poll(async () => {
					const { rows } = await sql`select from pg_stat_activity
						where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
					return rows.length;
				})
				.toBe(1);
		});
		expect(await merging).toEqual({ ok: true });
		expect((await readContact(db, kathy, kept))?.company).toBe('Beta');
	});
});

describe('undoing a merge', () => {
	it('keeps what was written since', async () => {
		const kept = await person({});
		const merged = await person({ company: 'ACME', notes: 'Old' });
		await merge(kept, merged);
		const draft = { ...bareDraft({ givenName: 'Dean', familyName: 'Morgan' }), company: 'Beta' };
		await updateContact(database.db, kathy, kept, { ...draft, notes: 'Old' }, tick());
		await undo(await lastMerge());
		expect(await readContact(database.db, kathy, kept)).toMatchObject({
			company: 'Beta',
			notes: ''
		});
		expect(await readContact(database.db, kathy, merged)).toMatchObject({ company: 'ACME' });
	});

	it('does not bring back what was taken away by hand', async () => {
		const kept = await person({ details: [email('dean@example.com')] });
		const merged = await person({ details: [email('dean@example.com')] });
		await merge(kept, merged);
		const draft = bareDraft({ givenName: 'Dean', familyName: 'Morgan' });
		await updateContact(database.db, kathy, kept, draft, tick());
		const third = await person({});
		await merge(kept, third);
		expect((await readContact(database.db, kathy, kept))?.details).toEqual([]);
		expect((await readContact(database.db, kathy, merged))?.details).toBeUndefined();
	});

	it('out of order leaves each contact with its own', async () => {
		const [a, b, c] = [
			await person({ details: [email('a@example.com')] }),
			await person({ details: [email('b@example.com')] }),
			await person({ details: [email('c@example.com')] })
		];
		await merge(a, b);
		const first = await lastMerge();
		await merge(c, a);
		await undo(first);
		expect(await emails(b)).toEqual(['b@example.com']);
		expect(await emails(c)).toEqual(['a@example.com', 'c@example.com']);
	});

	it('gives everything back, whatever was merged and undone in whatever order', async () => {
		const step = fc.record({
			undo: fc.boolean(),
			one: fc.nat(4),
			other: fc.nat(4),
			which: fc.nat(9)
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { maxLength: 10 }),
				fc.infiniteStream(fc.nat(9)),
				async (steps, order) => {
					kathy = await newMember(database.db);
					const ids = await crowd();
					const before = await everything();
					for (const { undo: isUndo, one, other, which } of steps) {
						const standing = await allStanding();
						if (isUndo) await undo(standing[which % Math.max(1, standing.length)] ?? '');
						else await merge(ids[one] ?? '', ids[other] ?? '');
					}
					for (let left = await allStanding(); left.length > 0; left = await allStanding())
						await undo(left[Number(order.next().value) % left.length] ?? '');
					expect(await everything()).toEqual(before);
				}
			),
			{ numRuns: 25 }
		);
	}, 60_000);
});

async function allStanding(): Promise<string[]> {
	const rows = await database.db
		.selectFrom('merges')
		.select('id')
		.where('communityId', '=', kathy.communityId)
		.where('undoneAt', 'is', null)
		.orderBy('id')
		.execute();
	return rows.map(({ id }) => id);
}
