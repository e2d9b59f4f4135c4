import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Member, stranger } from '#lib/access/actor.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { decidePair, takeBackDecision } from '#lib/matching/person-decisions.server.ts';
import { decisionsOf, joinsOf, personOf } from '#lib/matching/person-joins.server.ts';
import { countQuestions, questionsFor } from '#lib/matching/person-questions.server.ts';
import { keepApart } from '#lib/matching/review.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { deleteContact } from '#lib/people/contact-delete.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { shareContact, type SharedDraft } from '../../../tests/support/shared-books.ts';

let database: TestDatabase;
let kathy: Member;
let dean: Member;
let anne: Member;
const now = new Date('2026-06-01T10:00:00Z');

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(async () => {
	kathy = await newMember(database.db);
	dean = await newMember(database.db, kathy.communityId);
	anne = await newMember(database.db, kathy.communityId);
});

const pierre = { givenName: 'Pierre', familyName: 'Kerzreho', company: 'Entreprise X' };
const email = 'pierre.kerzreho@example.com';

const contact = (owner: Member, draft: SharedDraft) => shareContact(database.db, owner, draft);
const match = (owner: Member) =>
	matchPersons(database.db, { communityId: owner.communityId, memberId: owner.memberId }, now);
async function matchAll() {
	for (const owner of [kathy, dean, anne]) await match(owner);
}

const joined = async (owner: Member) =>
	(await joinsOf(database.db, owner))
		.map(({ mine, theirs }) => `${mine.id} ${theirs.id}`)
		.toSorted();
const asked = async (owner: Member) =>
	(await questionsFor(database.db, owner)).map(({ mine, theirs }) => `${mine.id} ${theirs.id}`);

async function personId(id: string): Promise<string | null | undefined> {
	const row = await database.db
		.selectFrom('personContacts')
		.select('personId')
		.where('contactId', '=', id)
		.executeTakeFirst();
	return row?.personId;
}

/** Of two contacts of which names alone are known: too little to join them. */
async function twoNames(): Promise<[string, string]> {
	const names = { givenName: 'Pierre', familyName: 'Kerzreho' };
	const pair: [string, string] = [await contact(kathy, names), await contact(dean, names)];
	await matchAll();
	return pair;
}

describe('persons across books', () => {
	it('are joined where the e-mail address and the name say so, with reasons that both may know', async () => {
		const mine = await contact(kathy, { ...pierre, email });
		const theirs = await contact(dean, { givenName: 'P.', familyName: 'KERZREHO', email });
		await contact(dean, { givenName: 'Anne', familyName: 'Morgan', company: 'Entreprise X' });
		await matchAll();
		expect(await joined(kathy)).toEqual([`${mine} ${theirs}`]);
		expect(await joined(dean)).toEqual([`${theirs} ${mine}`]);
		const [join] = await personOf(database.db, kathy, mine);
		expect(join?.theirs).toMatchObject({ fullName: 'P. KERZREHO', ownerId: dean.memberId });
		expect(join?.reasons.map(({ field }) => field)).toContain('email');
		expect(JSON.stringify(join)).not.toContain('@');
	});

	it('are asked about where names alone agree, and both owners are', async () => {
		const [mine, theirs] = await twoNames();
		expect(await asked(kathy)).toEqual([`${mine} ${theirs}`]);
		expect(await asked(dean)).toEqual([`${theirs} ${mine}`]);
		expect(await asked(anne)).toEqual([]);
		expect(await countQuestions(database.db, dean)).toBe(1);
		expect(await joined(kathy)).toEqual([]);
	});

	it('are one when an owner says so, until they take it back, which leaves what was before', async () => {
		const [mine, theirs] = await twoNames();
		const before = await everything();
		const pair = { contactId: mine, otherId: theirs };
		expect(await decidePair(database.db, kathy, { ...pair, decision: 'same' }, now)).toEqual({
			ok: true
		});
		expect(await joined(dean)).toEqual([`${theirs} ${mine}`]);
		expect(await asked(kathy)).toEqual([]);
		expect(await asked(dean)).toEqual([]);
		const [decision] = await decisionsOf(database.db, kathy);
		expect(decision).toMatchObject({ decision: 'same', theirs: { id: theirs } });
		expect(await takeBackDecision(database.db, kathy, pair, now)).toBe(true);
		expect(await everything()).toEqual(before);
		expect(await takeBackDecision(database.db, kathy, pair, now)).toBe(false);
	});

	it('are never asked about again once an owner keeps them apart, which wins over the other', async () => {
		const [mine, theirs] = await twoNames();
		const say = (owner: Member, contactId: string, otherId: string, decision: 'same' | 'apart') =>
			decidePair(database.db, owner, { contactId, otherId, decision }, now);
		await say(kathy, mine, theirs, 'same');
		await say(dean, theirs, mine, 'apart');
		await touch(mine);
		await matchAll();
		expect(await joined(kathy)).toEqual([]);
		expect(await asked(kathy)).toEqual([]);
		expect(await asked(dean)).toEqual([]);
		await takeBackDecision(database.db, dean, { contactId: theirs, otherId: mine }, now);
		expect(await joined(kathy)).toEqual([`${mine} ${theirs}`]);
	});

	it('are taken apart by hand though all agrees', async () => {
		const mine = await contact(kathy, { ...pierre, email });
		const theirs = await contact(dean, { ...pierre, email });
		await matchAll();
		const pair = { contactId: mine, otherId: theirs };
		await decidePair(database.db, kathy, { ...pair, decision: 'apart' }, now);
		expect(await joined(kathy)).toEqual([]);
		await touch(theirs);
		await matchAll();
		expect([...(await joined(dean)), ...(await asked(dean))]).toEqual([]);
	});

	it('keep apart what the owner of two keeps apart, even through a third', async () => {
		const one = await contact(kathy, { ...pierre, email });
		const other = await contact(kathy, { ...pierre, email, position: 'CFO' });
		await contact(dean, { ...pierre, email });
		await matchAll();
		expect(await personId(one)).toBe(await personId(other));
		await keepApart(database.db, kathy, { oneId: one, otherId: other }, now);
		await match(kathy);
		expect(await personId(one)).not.toBe(await personId(other));
	});

	it('never hold two profiles', async () => {
		const profile = 'linkedin.com/in/pierre-kerzreho-';
		await contact(kathy, { ...pierre, email, profile: `${profile}1` });
		await contact(dean, { ...pierre, email, profile: `${profile}2` });
		await contact(anne, { ...pierre, email });
		await matchAll();
		expect([...(await joined(kathy)), ...(await joined(dean))]).toHaveLength(1);
		expect(await joined(anne)).toHaveLength(1);
	});

	it('keep their id when others join, and when one leaves', async () => {
		const one = await contact(kathy, { ...pierre, email });
		const other = await contact(dean, { ...pierre, email });
		await matchAll();
		const id = await personId(one);
		const third = await contact(anne, { ...pierre, email });
		await matchAll();
		expect(await Promise.all([one, other, third].map(personId))).toEqual([id, id, id]);
		await deleteContact(database.db, dean, other, now);
		await matchAll();
		expect(await Promise.all([one, other, third].map(personId))).toEqual([id, undefined, id]);
	});

	it('follow a merge, and its undoing', async () => {
		const kept = await contact(kathy, { givenName: 'Pierre', familyName: 'Kerzreho' });
		const merged = await contact(kathy, { ...pierre, email });
		const theirs = await contact(dean, { givenName: 'P', familyName: 'Kerzreho', email });
		await matchAll();
		expect(await joined(kathy)).toContain(`${merged} ${theirs}`);
		await mergeContacts(database.db, kathy, { keptId: kept, mergedId: merged }, now, noRetelling);
		await match(kathy);
		expect(await joined(kathy)).toEqual([`${kept} ${theirs}`]);
		const pair = { contactId: kept, otherId: theirs };
		await decidePair(database.db, kathy, { ...pair, decision: 'apart' }, now);
		const { id } = await database.db
			.selectFrom('merges')
			.select('id')
			.where('communityId', '=', kathy.communityId)
			.executeTakeFirstOrThrow();
		await undoMerge(database.db, kathy, id, now, noRetelling);
		await match(kathy);
		expect(await joined(kathy)).toEqual([`${merged} ${theirs}`]);
	});

	it('never meet those of another community', async () => {
		const mine = await contact(kathy, { ...pierre, email });
		const elsewhere = await newMember(database.db);
		const theirs = await contact(elsewhere, { ...pierre, email });
		await matchAll();
		await match(elsewhere);
		expect(await joined(kathy)).toEqual([]);
		expect(await personId(mine)).not.toBe(await personId(theirs));
		const pair = { contactId: mine, otherId: theirs, decision: 'same' as const };
		expect(await decidePair(database.db, kathy, pair, now)).toMatchObject({ ok: false });
	});
});

describe('what is blind or private', () => {
	it('is never asked about, joined in anybody’s sight or decided by another', async () => {
		for (const sharing of ['blind', 'private'] as const) {
			const mine = await contact(kathy, { ...pierre, email: `${sharing}.${email}` });
			const theirs = await contact(dean, { ...pierre, email: `${sharing}.${email}`, sharing });
			await matchAll();
			expect(await personOf(database.db, kathy, mine)).toEqual([]);
			expect((await asked(kathy)).filter((pair) => pair.includes(theirs))).toEqual([]);
			const pair = { contactId: mine, otherId: theirs, decision: 'same' as const };
			expect(await decidePair(database.db, kathy, pair, now)).toMatchObject({ ok: false });
			expect((await personOf(database.db, dean, theirs)).map((join) => join.theirs.id)).toContain(
				mine
			);
		}
	});

	it('brings nobody together where it is private', async () => {
		const phone = '+33639980012';
		const one = await contact(kathy, { givenName: 'Pierre', email });
		const other = await contact(dean, { familyName: 'Kerzreho', phone });
		await contact(anne, { ...pierre, email, phone, sharing: 'private' });
		await matchAll();
		expect(await personId(one)).not.toBe(await personId(other));
		expect((await joined(anne)).length).toBeLessThan(2);
	});

	it('changes nothing for others: a private contact that comes and goes leaves their sight as it was', async () => {
		await contact(kathy, { ...pierre, email });
		await contact(dean, { ...pierre, email });
		await contact(dean, { givenName: 'Pierre', familyName: 'Kerzreho' });
		await matchAll();
		const before = [await sight(kathy), await sight(dean)];
		const own = await contact(anne, { ...pierre, email, sharing: 'private' });
		await matchAll();
		expect(await personId(own)).not.toBeNull();
		expect([await sight(kathy), await sight(dean)]).toEqual(before);
		await deleteContact(database.db, anne, own, now);
		await matchAll();
		expect([await sight(kathy), await sight(dean)]).toEqual(before);
	});

	it('leaves its person at once when its owner shares it no longer, and comes back', async () => {
		const mine = await contact(kathy, { ...pierre, email });
		const theirs = await contact(dean, { ...pierre, email });
		await matchAll();
		const share = (sharing: 'private' | 'visible') =>
			shareContacts(database.db, dean, { ids: [theirs] }, sharing, sharingChanged);
		await share('private');
		expect(await joined(kathy)).toEqual([]);
		expect(await sharedKeys(theirs)).toBe(0);
		expect(await joined(dean)).toEqual([`${theirs} ${mine}`]);
		await share('visible');
		expect(await joined(kathy)).toEqual([`${mine} ${theirs}`]);
	});

	it('shows no address in the place of a name', async () => {
		const mine = await contact(kathy, { ...pierre, email });
		await contact(dean, { fullName: email, email });
		await matchAll();
		expect(await personOf(database.db, kathy, mine)).toEqual([]);
		expect(await asked(kathy)).toEqual([]);
	});

	it('is refused to strangers and to members whose contact it is not', async () => {
		const [mine, theirs] = await twoNames();
		const pair = { contactId: mine, otherId: theirs };
		for (const actor of [stranger, anne, dean, await newMember(database.db)]) {
			const decided = await decidePair(database.db, actor, { ...pair, decision: 'same' }, now);
			expect(decided).toEqual({ ok: false, refusal: 'not_found' });
			expect(await takeBackDecision(database.db, actor, pair, now)).toBe(false);
			if (actor !== dean) expect(await questionsFor(database.db, actor)).toEqual([]);
			expect(await personOf(database.db, actor, mine)).toEqual([]);
			expect(await decisionsOf(database.db, actor)).toEqual([]);
		}
	});
});

it('leaves nothing of a contact that is erased', async () => {
	const [mine, theirs] = await twoNames();
	await decidePair(database.db, kathy, { contactId: mine, otherId: theirs, decision: 'same' }, now);
	await database.db.deleteFrom('contacts').where('id', '=', mine).execute();
	const left = Object.values(await everything()).flat();
	expect(left.filter((line) => line.includes(mine))).toEqual([]);
});

const noRetelling = async () => {};

/** Every row that matching across books writes, without when. */
async function everything(): Promise<Record<string, string[]>> {
	const tables = [
		'person_contacts',
		'person_pairs',
		'person_decisions',
		'match_keys',
		'common_keys'
	];
	const read = tables.map(async (table) => {
		const { rows } = await sql<{ line: string }>`
			select (to_jsonb(t) - 'joined_at' - 'person_id')::text as line from ${sql.table(table)} t
			where community_id = ${kathy.communityId}`.execute(database.db);
		return [table, rows.map(({ line }) => line).toSorted()] as const;
	});
	return Object.fromEntries(await Promise.all(read));
}

async function sight(owner: Member) {
	return [
		await joinsOf(database.db, owner),
		await questionsFor(database.db, owner),
		await decisionsOf(database.db, owner)
	];
}

async function sharedKeys(contactId: string): Promise<number> {
	const rows = await database.db
		.selectFrom('matchKeys')
		.select('key')
		.where('contactId', '=', contactId)
		.where('shared', '=', true)
		.execute();
	return rows.length;
}

/** Changes something that says nothing of who it is. */
async function touch(id: string): Promise<void> {
	await database.db.updateTable('contacts').set({ position: 'CEO' }).where('id', '=', id).execute();
}
