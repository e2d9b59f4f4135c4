import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger } from '#lib/access/actor.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { keepApart } from '#lib/matching/review.server.ts';
import { testDatabase } from '../../../../../tests/support/database.ts';
import { newMember } from '../../../../../tests/support/new-member.ts';
import { shareContact } from '../../../../../tests/support/shared-books.ts';
import { actions as reviewActions, load as loadReview } from '../review/+page.server.ts';
import { actions, load } from './+page.server.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');
const email = 'pierre.kerzreho@example.com';
const pierre = { givenName: 'Pierre', familyName: 'Kerzreho', company: 'Entreprise X' };
const paul = { givenName: 'Paul', familyName: 'Tessonneau' };

function event(actor: Actor, fields: Record<string, string> = {}, query = '') {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const url = new URL(`http://localhost:4780/contacts/joins${query}`);
	// The guard lets only members come here; to whatever else comes, the doors are closed as well.
	const communityId = 'communityId' in actor ? actor.communityId : crypto.randomUUID();
	const member = { communityId, name: 'Somebody', community: { kind: 'group' } };
	const request = new Request(url, { method: 'POST', body });
	return { url, request, locals: { app: { db }, actor, member, locale: 'en' } } as never;
}

/** What a page shows, where one is led, or which status one is refused with. */
async function answerOf(act: () => unknown): Promise<unknown> {
	try {
		const answer = await act();
		return answer && typeof answer === 'object' && 'status' in answer ? answer.status : answer;
	} catch (thrown) {
		const { status, location } = thrown as { status?: number; location?: string };
		if (status === undefined) throw thrown;
		return location ?? status;
	}
}
const press = (actor: Actor, name: string, fields: Record<string, string>, query = '') =>
	answerOf(() => ({ ...actions, ...reviewActions })[name]?.(event(actor, fields, query)));
const open = async (actor: Actor, query = '') => await load(event(actor, {}, query));
const review = async (actor: Actor, query = '') => await loadReview(event(actor, {}, query));

let kathy: Member;
let dean: Member;
/** Surely one person, and perhaps one person: Kathy's contact and Dean's. */
let sure: { mine: string; theirs: string };
let asked: { mine: string; theirs: string };

beforeEach(async () => {
	kathy = await newMember(db);
	dean = await newMember(db, kathy.communityId);
	const both = async (owner: Member) => [
		await shareContact(db, owner, { ...pierre, email }),
		await shareContact(db, owner, paul)
	];
	const [[one = '', other = ''], [theirs = '', others = '']] = [
		await both(kathy),
		await both(dean)
	];
	sure = { mine: one, theirs };
	asked = { mine: other, theirs: others };
	await matchAll();
});

async function matchAll() {
	for (const { communityId, memberId } of [kathy, dean])
		await matchPersons(db, { communityId, memberId }, now);
}

/** Everything that was decided in this community. */
async function decided() {
	const { rows } = await sql<{ line: string }>`
		select to_jsonb(d)::text as line from person_decisions d where community_id = ${kathy.communityId}
		union all
		select to_jsonb(l)::text from likenesses l where community_id = ${kathy.communityId}`.execute(db);
	return rows.map(({ line }) => line).toSorted();
}

const names = ['part', 'take_back', 'person_same', 'person_apart', 'person_back'];

describe('the doors of what is one person across books', () => {
	it('are closed to strangers, other members and other communities, who learn nothing', async () => {
		await press(kathy, 'part', sure);
		const before = await decided();
		const third = await newMember(db, kathy.communityId);
		for (const actor of [stranger, third, dean, await newMember(db)]) {
			for (const name of names)
				for (const pair of [sure, asked]) expect(await press(actor, name, pair), name).toBe(404);
			expect(await open(actor, `?contact=${sure.mine}`)).toMatchObject({
				contact: null,
				joins: []
			});
			expect(await open(actor, `?kind=said`)).toMatchObject({ answers: [] });
			if (actor !== dean) expect(await review(actor)).toMatchObject({ total: 0, question: null });
			const last = await review(actor, `?person=${sure.mine}&person=${sure.theirs}`);
			expect(JSON.stringify(last)).not.toContain('Kerzreho');
		}
		expect(await decided()).toEqual(before);
	});

	it('are closed to what is no contact, and to what is not visible', async () => {
		const hidden = await shareContact(db, dean, { ...pierre, email, sharing: 'blind' });
		for (const theirs of ['', 'nothing', crypto.randomUUID(), hidden])
			for (const name of names)
				expect(await press(kathy, name, { mine: sure.mine, theirs }), name).toBe(404);
	});

	it('are closed to others’ answers within their own book', async () => {
		const one = await shareContact(db, kathy, { givenName: 'Anne', familyName: 'Morgan' });
		const other = await shareContact(db, kathy, { givenName: 'Anne', familyName: 'Morgane' });
		await keepApart(db, kathy, { oneId: one, otherId: other }, now);
		await db
			.updateTable('contacts')
			.set({ searchText: 'anne morgan' })
			.where('id', '=', one)
			.execute();
		const before = await decided();
		for (const actor of [stranger, dean, await newMember(db)])
			expect(await press(actor, 'ask_again', { mine: one, theirs: other })).toBe(404);
		expect(await decided()).toEqual(before);
		expect(await open(kathy, '?kind=said&q=morgan')).toMatchObject({
			answers: [{ theirs: null, decision: 'apart' }]
		});
		const said = await press(kathy, 'ask_again', { mine: one, theirs: other }, '?kind=said');
		expect(said).toBe('/contacts/joins?kind=said&taken_back=');
		expect(await open(kathy, '?kind=said')).toMatchObject({ answers: [] });
	});
});

describe('the questions between books', () => {
	it('show one’s own contact whole, and of the other what its owner shows', async () => {
		await shareContact(db, dean, { ...paul, email: 'hidden@example.org', sharing: 'private' });
		const page = await review(kathy);
		expect(page).toMatchObject({
			total: 1,
			question: {
				mine: { id: asked.mine, fullName: 'Paul Tessonneau' },
				theirs: { id: asked.theirs, ownerId: dean.memberId }
			}
		});
		expect(JSON.stringify(page)).not.toContain('example.org');
	});

	it('once refused are never asked again, and can be taken back', async () => {
		const next = await press(kathy, 'person_apart', { ...asked, done: '2' });
		const search = `person=${asked.mine}&person=${asked.theirs}`;
		expect(next).toBe(`/contacts/review?skip=0&done=3&${search}`);
		await db.updateTable('personContacts').set({ print: Buffer.of() }).execute();
		await matchAll();
		for (const member of [kathy, dean]) expect(await review(member)).toMatchObject({ total: 0 });
		expect(await open(kathy, '?kind=said')).toMatchObject({
			answers: [{ oneId: asked.mine, decision: 'apart' }]
		});
		await press(kathy, 'person_back', { ...asked, done: '3' });
		expect(await review(kathy)).toMatchObject({ total: 1 });
	});
});

describe('what was joined', () => {
	it('says why, by itself or by whom, and is found by one’s own words and the other’s name', async () => {
		const [byItself] = (await open(kathy))?.joins ?? [];
		expect(byItself).toMatchObject({ decision: null, saidByOther: false });
		expect(byItself?.why).toContain('e-mail');
		await press(dean, 'person_same', { mine: asked.theirs, theirs: asked.mine });
		expect((await open(kathy, '?q=tessonn'))?.joins).toMatchObject([
			{ mine: { id: asked.mine }, saidByOther: true, decision: null }
		]);
		expect((await open(dean, '?q=tessonn'))?.joins).toMatchObject([{ decision: 'same' }]);
		expect((await open(kathy, '?q=kathy'))?.joins).toHaveLength(2);
		expect((await open(kathy, '?q=nobody'))?.joins).toEqual([]);
		expect((await open(kathy, `?contact=${sure.mine}`))?.joins).toHaveLength(1);
		expect((await open(kathy, '?from=1'))?.joins).toHaveLength(1);
	});

	it('is parted at any time, which wins, and taken back as it was', async () => {
		const parted = await press(kathy, 'part', sure, '?kind=members&q=kerz');
		expect(parted).toBe(
			`/contacts/joins?kind=members&q=kerz&mine=${sure.mine}&theirs=${sure.theirs}`
		);
		expect((await open(kathy))?.joins).toEqual([]);
		expect((await open(dean))?.joins).toEqual([]);
		await press(kathy, 'take_back', sure);
		expect((await open(dean))?.joins).toHaveLength(1);
	});

	it('within one’s own book stands beside it, and is separated there', async () => {
		const other = await shareContact(db, kathy, { givenName: 'Pierrot', familyName: 'Kerzreho' });
		await mergeContacts(db, kathy, { keptId: sure.mine, mergedId: other }, now, async () => {});
		const [merge] = (await open(kathy, '?kind=own&q=pierrot'))?.merges ?? [];
		expect(merge).toMatchObject({ keptId: sure.mine, decidedBy: 'member' });
		expect((await open(dean, '?kind=own'))?.merges).toEqual([]);
		expect(await press(dean, 'separate', { merge: merge?.id ?? '' })).toBe(404);
		const left = await press(kathy, 'separate', { merge: merge?.id ?? '' }, '?kind=own');
		expect(left).toBe('/contacts/joins?kind=own');
		expect((await open(kathy, '?kind=own'))?.merges).toEqual([]);
	});
});
