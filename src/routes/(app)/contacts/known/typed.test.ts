import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Member } from '#lib/access/actor.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { decisionsOf, joinsOf } from '#lib/matching/person-joins.server.ts';
import { questionsFor } from '#lib/matching/person-questions.server.ts';
import { testDatabase } from '../../../../../tests/support/database.ts';
import { newMember } from '../../../../../tests/support/new-member.ts';
import { shareContact } from '../../../../../tests/support/shared-books.ts';
import { actions as contactActions } from '../new/+page.server.ts';
import { actions as requestActions, load } from '../../requests/new/+page.server.ts';
import { POST } from './+server.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T10:00:00Z');
let busy = false;
const app = {
	db,
	config: { secret: 'secret' },
	limits: { take: async () => (busy ? { ok: false, retryAfterSeconds: 60 } : { ok: true }) },
	queue: { enqueue: async () => {} }
};
let kathy: Member;
let dean: Member;

beforeEach(async () => {
	busy = false;
	kathy = await newMember(db);
	dean = await newMember(db, kathy.communityId);
});

const setHeaders = () => {};

function event(actor: Actor, body: FormData | string, search = '') {
	const request = new Request('http://localhost:4780/', { method: 'POST', body });
	const communityId = 'communityId' in actor ? actor.communityId : crypto.randomUUID();
	const memberId = actor.kind === 'member' ? actor.memberId : crypto.randomUUID();
	const member = { communityId, memberId, name: 'Somebody', locale: 'fr' };
	const url = new URL(`http://localhost:4780/?${search}`);
	return { request, url, setHeaders, locals: { app, actor, member, locale: 'fr' } } as never;
}

/** What the page gets, or where one is led and how one is refused. */
async function answerOf(act: () => unknown): Promise<unknown> {
	try {
		return await act();
	} catch (thrown) {
		const { status, location } = thrown as { status?: number; location?: string };
		if (status === undefined) throw thrown;
		return location ?? status;
	}
}

function formOf(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return form;
}

const ask = async (actor: Actor, typed: unknown) => {
	const answer = await answerOf(() => POST(event(actor, JSON.stringify(typed))));
	return answer instanceof Response ? answer.text() : answer;
};
const requestOf = (actor: Actor, name: 'begin' | 'known', fields: Record<string, string>) =>
	answerOf(() => requestActions[name]?.(event(actor, formOf(fields))));
const contactOf = (actor: Actor, name: 'save' | 'known', fields: Record<string, string>) =>
	answerOf(() => contactActions[name]?.(event(actor, formOf(fields))));

const pierre = {
	givenName: 'Pierre',
	familyName: 'Yvon',
	company: 'Entreprise X',
	position: 'CFO'
};
async function show(owner: Member, draft: Parameters<typeof shareContact>[2] = {}) {
	const id = await shareContact(db, owner, { ...pierre, ...draft });
	await matchPersons(db, { communityId: owner.communityId, contactIds: [id] }, now);
	return id;
}
const joined = async (actor: Member) =>
	(await joinsOf(db, actor)).map(({ mine, theirs }) => [mine.fullName, theirs.id]);

describe('asking who is typed', () => {
	it('answers what members show, and the same to all who may see nothing', async () => {
		const id = await show(dean, { email: 'pierre@example.com' });
		expect(await ask(kathy, { name: 'Pierre Yvon' })).toBe(
			JSON.stringify([
				{
					id,
					name: 'Pierre Yvon',
					company: 'Entreprise X',
					position: 'CFO',
					ownId: null,
					knownTo: ['Kathy Martin']
				}
			])
		);
		const link = { kind: 'connector_link', communityId: kathy.communityId, requestId: id } as const;
		for (const actor of [await newMember(db), link, { kind: 'stranger' } as const])
			expect(await ask(actor, { name: 'Pierre Yvon' })).toBe('[]');
	});

	it('answers byte for byte as of nobody where what is typed is private or blind', async () => {
		const secret = { familyName: 'Kerzreho', email: 'p.kerzreho@example.com' };
		await show(dean, { ...secret, sharing: 'blind' });
		await show(dean, { ...secret, sharing: 'private' });
		const typed = { name: 'Pierre Kerzreho', company: 'Entreprise X', email: secret.email };
		expect(await ask(kathy, typed)).toBe(await ask(kathy, { ...typed, name: 'Personne Dutout' }));
		const press = (name: string) =>
			requestOf(kathy, 'known', { connector: 'Dean', target: name, target_company: '' });
		const bare = async (name: string) => JSON.stringify(await press(name)).replaceAll(name, '');
		expect(await bare('Pierre Kerzreho')).toBe(await bare('Personne Dutout'));
	});

	it('refuses what is no question, and who asks too often', async () => {
		expect(await ask(kathy, { nom: 'Pierre' })).toBe(400);
		expect(await ask(kathy, { name: 'x'.repeat(400) })).toBe(400);
		expect(await answerOf(() => POST(event(kathy, 'no json')))).toBe(400);
		busy = true;
		expect(await ask(kathy, { name: 'Pierre Yvon' })).toBe(429);
		expect(await requestOf(kathy, 'known', { target: 'Pierre Yvon' })).toMatchObject({
			status: 429
		});
		expect(await contactOf(kathy, 'known', { givenName: 'Pierre' })).toMatchObject({ status: 429 });
	});

	it('names nobody in a refused form either to who asks too often', async () => {
		await show(dean);
		const request = { connector: '', target: 'Pierre Yvon', target_company: '' };
		const contact = { givenName: 'Pierre', familyName: 'Yvon', email: 'no address' };
		const people = async () => {
			const begun = await requestOf(kathy, 'begin', request);
			const saved = await contactOf(kathy, 'save', contact);
			return [begun, saved].map((answer) => JSON.stringify(answer).includes('Entreprise X'));
		};
		expect(await people()).toEqual([true, true]);
		busy = true;
		expect(await people()).toEqual([false, false]);
	});
});

describe('a request for whom members know', () => {
	const typed = { connector: 'Anne Lebrun', target: 'pierre yvon', target_company: '' };

	it('is filled in by a yes, and its target counts as the same person', async () => {
		const id = await show(dean);
		const asked = await requestOf(kathy, 'known', typed);
		expect(asked).toMatchObject({ asked: [{ people: [{ id }] }] });
		const filled = await requestOf(kathy, 'known', { ...typed, say: `same 0 ${id}` });
		const target = { name: 'Pierre Yvon', company: 'Entreprise X', position: 'CFO', same: id };
		expect(filled).toMatchObject({
			typed: { targets: [target] },
			asked: [{ people: [], chosen: { id } }]
		});
		const sent = { target: target.name, target_company: target.company, target_same: id };
		const position = { target_position: target.position };
		expect(await requestOf(kathy, 'begin', { ...typed, ...sent, ...position })).toMatch(/\/write$/);
		expect(await joined(kathy)).toEqual([['Pierre Yvon', id]]);
		expect(await decisionsOf(db, kathy)).toMatchObject([{ decision: 'same' }]);
		const row = await db
			.selectFrom('introductions')
			.innerJoin('requests', 'requests.id', 'introductions.requestId')
			.select(['targetContactId', 'targetPosition'])
			.where('requests.requesterId', '=', kathy.memberId)
			.executeTakeFirstOrThrow();
		const [join] = await joinsOf(db, kathy);
		expect(row).toEqual({ targetContactId: join?.mine.id, targetPosition: 'CFO' });
		// Named once more, it is the contact that is there by now.
		await requestOf(kathy, 'begin', { ...typed, ...sent, connector: 'Zoé Blin' });
		expect(await joined(kathy)).toEqual([['Pierre Yvon', id]]);
	});

	it('remembers a no in the form, and afterwards', async () => {
		const id = await show(dean);
		const said = await requestOf(kathy, 'known', { ...typed, say: `apart 0 ${id}` });
		expect(said).toMatchObject({ typed: { targets: [{ apart: [id] }] }, asked: [{ people: [] }] });
		await requestOf(kathy, 'begin', { ...typed, target_apart: id });
		expect(await joined(kathy)).toEqual([]);
		expect(await questionsFor(db, kathy)).toEqual([]);
		expect(await decisionsOf(db, kathy)).toMatchObject([{ decision: 'apart' }]);
	});

	it('learns nothing of a contact by its id alone', async () => {
		const id = await show(dean, { sharing: 'blind' });
		const unknown = crypto.randomUUID();
		const say = async (one: string) =>
			JSON.stringify(await requestOf(kathy, 'known', { ...typed, say: `same 0 ${one}` }));
		expect((await say(id)).replaceAll(id, '')).toBe((await say(unknown)).replaceAll(unknown, ''));
		await requestOf(kathy, 'begin', { ...typed, target_same: id, target_apart: id });
		expect(await decisionsOf(db, kathy)).toEqual([]);
		const opened = (search: string) => answerOf(() => load(event(kathy, '', search)));
		expect(await opened(`member=${dean.memberId}&known=${id}`)).toEqual(
			await opened(`member=${dean.memberId}&known=${unknown}`)
		);
	});

	it('can be opened for a member and whom they show', async () => {
		const id = await show(dean);
		const search = `member=${dean.memberId}&known=${id}`;
		expect(await load(event(kathy, '', search))).toMatchObject({
			typed: {
				connector: { memberId: dean.memberId, email: '' },
				targets: [{ name: 'Pierre Yvon', same: id }]
			},
			asked: [{ chosen: { id } }]
		});
		expect(await load(event(await newMember(db), '', search))).toMatchObject({
			typed: { connector: { memberId: '' }, targets: [] }
		});
	});
});

describe('a new contact whom members know', () => {
	const typed = { givenName: 'Pierre', familyName: 'Yvon' };

	it('is filled in by a yes and is that person from then on', async () => {
		const id = await show(dean);
		expect(await contactOf(kathy, 'known', typed)).toMatchObject({ people: [{ id }] });
		const filled = await contactOf(kathy, 'known', { ...typed, say: `same 0 ${id}` });
		expect(filled).toMatchObject({
			typed: { company: 'Entreprise X', position: 'CFO' },
			said: { same: id },
			chosen: { id }
		});
		expect(await contactOf(kathy, 'save', { ...typed, same: id })).toMatch(/^\/contacts\//);
		expect(await joined(kathy)).toEqual([['Pierre Yvon', id]]);
	});

	it('is opened where it is one’s own already, and kept apart after a no', async () => {
		const own = await show(kathy, { sharing: 'private' });
		const say = { ...typed, say: `same 0 ${own}` };
		expect(await contactOf(kathy, 'known', say)).toBe(`/contacts/${own}`);
		const id = await show(dean, { familyName: 'Autre' });
		await contactOf(kathy, 'save', { ...typed, familyName: 'Autre', apart: id });
		expect(await decisionsOf(db, kathy)).toMatchObject([{ decision: 'apart' }]);
	});
});
