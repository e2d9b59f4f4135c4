import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import { bareDraft, type ContactDraft } from '#lib/people/contact-draft.ts';
import { deleteContact } from '#lib/people/contact-delete.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { searchText } from '#lib/people/search-text.ts';
import { countBlind } from '#lib/people/count-blind.server.ts';
import { readVisible, whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import { sql } from 'kysely';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
let database: TestDatabase;
let kathy: Member;
let dean: Member;

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
	dean = await newMember(database.db, kathy.communityId);
});

/** One of a member's contacts, shared so; its name holds its company, so that names tell them apart. */
async function share(
	owner: Member,
	sharing: Sharing,
	draft: Partial<ContactDraft> & { familyName: string }
): Promise<string> {
	const whole = bareDraft({ givenName: 'Pierre', ...draft });
	const saved = await createContact(database.db, owner, whole, now, sharing);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

async function found(actor: Actor, search: string): Promise<string[]> {
	const { people } = await whoIsVisible(database.db, actor, { search });
	return people.map(({ name }) => name);
}

/** Everybody who has no right to what Dean shares with Kathy. */
async function outsiders(): Promise<Actor[]> {
	const elsewhere = await newMember(database.db);
	return [
		stranger,
		system,
		elsewhere,
		{ ...kathy, communityId: elsewhere.communityId },
		{ kind: 'connector_link', communityId: kathy.communityId, requestId: kathy.memberId },
		{ kind: 'target_link', communityId: kathy.communityId, introductionId: kathy.memberId }
	];
}

describe('a visible contact', () => {
	it('tells its name, company, position and owner, and nothing else', async () => {
		const id = await share(dean, 'visible', {
			familyName: 'Visible',
			company: 'Entreprise X',
			position: 'Directeur',
			notes: 'secret notes',
			howKnown: 'secret how',
			metWhere: 'secret where',
			details: [{ kind: 'email', value: 'p@example.com', normalised: 'p@example.com' }],
			positions: [{ company: 'Secret Former', title: 'x', startedOn: '', endedOn: '' }]
		});
		const told = {
			id,
			name: 'Pierre Visible',
			company: 'Entreprise X',
			position: 'Directeur',
			ownerId: dean.memberId,
			ownerName: 'Kathy Martin'
		};
		expect((await whoIsVisible(database.db, kathy, { search: 'pierre visib' })).people).toEqual([
			told
		]);
		expect(await readVisible(database.db, kathy, id)).toEqual(told);
	});

	it('is found by what it tells, in any spelling, and by nothing that it does not', async () => {
		await share(dean, 'visible', {
			familyName: 'Lefèvre-Œdipe',
			company: 'Société Générale',
			position: 'Juriste',
			notes: 'plays oboe',
			howKnown: 'choir in Lyon',
			metWhere: 'Hanover',
			details: [{ kind: 'email', value: 'zed@example.com', normalised: 'zed@example.com' }],
			positions: [{ company: 'Thalès', title: 'Ingénieur', startedOn: '', endedOn: '' }]
		});
		for (const search of ['lefevre', 'OEDIPE', 'generale juriste', 'pierre lef', 'société'])
			expect(await found(kathy, search)).toEqual(['Pierre Lefèvre-Œdipe']);
		for (const search of ['oboe', 'lyon', 'choir', 'hanover', 'zed', 'thales', 'ingenieur', '%'])
			expect(await found(kathy, search)).toEqual([]);
	});

	it('is not shown to its owner by this door, nor to strangers and other communities', async () => {
		const id = await share(dean, 'visible', { familyName: 'Doors', company: 'Doors' });
		for (const actor of [...(await outsiders()), dean]) {
			expect(await found(actor, 'doors')).toEqual([]);
			expect(await found(actor, '')).not.toContain('Pierre Doors');
			expect(await readVisible(database.db, actor, id)).toBeNull();
		}
	});

	it('is nobody any more once it is deleted or merged', async () => {
		const deleted = await share(dean, 'visible', { familyName: 'Gone', company: 'Gone' });
		const merged = await share(dean, 'visible', { familyName: 'Gone', company: 'Gone' });
		await deleteContact(database.db, dean, deleted, now);
		await sql`update contacts set merged_into = ${deleted}, deleted_at = ${now}
			where id = ${merged}`.execute(database.db);
		expect(await found(kathy, 'gone')).toEqual([]);
		for (const id of [deleted, merged])
			expect(await readVisible(database.db, kathy, id)).toBeNull();
	});

	it('is nobody any more once its owner is removed or erased', async () => {
		const { db } = database;
		const owner = await newMember(db, kathy.communityId);
		const id = await share(owner, 'visible', { familyName: 'Owned', company: 'Owned' });
		await share(owner, 'blind', { familyName: 'Other', company: 'Owned' });
		const told = async () => [
			await found(kathy, 'owned'),
			await readVisible(db, kathy, id),
			await countBlind(db, kathy, { company: 'Owned' })
		];
		expect(await told()).toMatchObject([['Pierre Owned'], { id }, 'someone']);
		const { memberId } = owner;
		await sql`update members set removed_at = ${now} where id = ${memberId}`.execute(db);
		expect(await told()).toEqual([[], null, 'nobody']);
		await sql`delete from members where id = ${memberId}`.execute(db);
		expect(await told()).toEqual([[], null, 'nobody']);
		const left = await sql`select from contacts where owner_id = ${memberId}`.execute(db);
		expect(left.rows).toEqual([]);
	});

	it('is paged through once, those whose name is meant first', async () => {
		const names = ['Aa', 'Ab', 'Ac', 'Ad', 'Ae'];
		for (const name of names) await share(dean, 'visible', { familyName: `Paged ${name}` });
		await share(dean, 'visible', { familyName: 'Aaa', company: 'Paged' });
		const seen: string[] = [];
		let after: string | null = null;
		do {
			const page = await whoIsVisible(database.db, kathy, { search: 'paged', after, limit: 2 });
			seen.push(...page.people.map(({ name }) => name));
			after = page.next;
		} while (after);
		expect(seen).toEqual([...names.map((name) => `Pierre Paged ${name}`), 'Pierre Aaa']);
	});
});

describe('a private contact', () => {
	it('answers by its id exactly as one that does not exist', async () => {
		const id = await share(dean, 'private', { familyName: 'Hidden', company: 'Hidden' });
		const unknown = crypto.randomUUID();
		expect(await readVisible(database.db, kathy, id)).toEqual(
			await readVisible(database.db, kathy, unknown)
		);
		for (const after of [id, unknown])
			expect(await whoIsVisible(database.db, kathy, { after })).toEqual({ people: [], next: null });
	});

	it('is found by no word, changes no page, and counts for nothing', async () => {
		const questions = () =>
			Promise.all([
				whoIsVisible(database.db, kathy, {}),
				whoIsVisible(database.db, kathy, { search: 'hidden' }),
				whoIsVisible(database.db, kathy, { ownerId: dean.memberId }),
				countBlind(database.db, kathy, { company: 'Hidden Works' }),
				countBlind(database.db, kathy, { company: 'Hidden' })
			]);
		const before = await questions();
		await share(dean, 'private', { familyName: 'Hidden', company: 'Hidden Works' });
		await share(dean, 'private', { familyName: 'Aaaa', company: 'Hidden' });
		expect(await questions()).toEqual(before);
	});
});

describe('a blind contact', () => {
	it('is never named: no word finds it, no id reads it, no page moves by it', async () => {
		const before = await whoIsVisible(database.db, kathy, {});
		const id = await share(dean, 'blind', { familyName: 'Unseen', company: 'Unseen Works' });
		expect(await whoIsVisible(database.db, kathy, {})).toEqual(before);
		expect(await found(kathy, 'unseen')).toEqual([]);
		expect(await readVisible(database.db, kathy, id)).toBeNull();
		expect(await whoIsVisible(database.db, kathy, { after: id })).toEqual({
			people: [],
			next: null
		});
		const name = await countBlind(database.db, kathy, { company: 'Pierre Unseen' });
		expect(name).toBe('nobody');
	});

	it('is counted by member: someone below three, then how many', async () => {
		const company = 'Counted SAS';
		const counts = [await countBlind(database.db, kathy, { company })];
		for (let members = 1; members <= 4; members += 1) {
			const owner = await newMember(database.db, kathy.communityId);
			await share(owner, 'blind', { familyName: 'One', company });
			await share(owner, 'blind', { familyName: 'Two', company: 'counted' });
			counts.push(await countBlind(database.db, kathy, { company: 'COUNTED' }));
		}
		expect(counts).toEqual(['nobody', 'someone', 'someone', 3, 4]);
	});

	it('does not show below three when one is added, whoever asks and however often', async () => {
		const company = 'Quiet Works';
		await share(dean, 'blind', { familyName: 'First', company });
		const asked = [
			'Quiet Works',
			'quiet works sas',
			'QUIET  WORKS',
			'Quiet',
			'Works',
			'Quiet Work'
		];
		const ask = () =>
			Promise.all(asked.map((one) => countBlind(database.db, kathy, { company: one })));
		const before = await ask();
		await share(await newMember(database.db, kathy.communityId), 'blind', {
			familyName: 'Second',
			company
		});
		expect(await ask()).toEqual(before);
	});

	it('is not lifted over the threshold by what one adds oneself', async () => {
		const company = 'Probed Works';
		await share(dean, 'blind', { familyName: 'Real', company });
		for (const familyName of ['Bait', 'Other', 'Third'])
			await share(kathy, 'blind', { familyName, company });
		expect(await countBlind(database.db, kathy, { company })).toBe('someone');
	});

	it('is counted apart from visible ones, which anybody can count', async () => {
		const company = 'Mixed Works';
		for (let members = 0; members < 3; members += 1)
			await share(await newMember(database.db, kathy.communityId), 'visible', {
				familyName: 'Seen',
				company
			});
		expect(await countBlind(database.db, kathy, { company })).toBe('nobody');
		await share(dean, 'blind', { familyName: 'Blind', company });
		expect(await countBlind(database.db, kathy, { company })).toBe('someone');
	});

	it('is found whether or not its initials have points', async () => {
		await share(dean, 'blind', { familyName: 'Points', company: 'L.Q.V.H.' });
		expect(await countBlind(database.db, kathy, { company: 'LQVH' })).toBe('someone');
		expect(await countBlind(database.db, kathy, { company: 'l.q.v.h. SA' })).toBe('someone');
	});

	it('counts for nobody outside of its community', async () => {
		const company = 'Walled Works';
		for (let members = 0; members < 3; members += 1)
			await share(await newMember(database.db, kathy.communityId), 'blind', {
				familyName: 'In',
				company
			});
		expect(await countBlind(database.db, kathy, { company })).toBe(3);
		for (const actor of await outsiders())
			expect(await countBlind(database.db, actor, { company })).toBe('nobody');
	});
});

it('what is no id, no word or too long is answered, never with an error', async () => {
	for (const text of [
		"' or 1=1 --",
		'\\',
		':*',
		'!',
		'&',
		'|',
		'( )',
		'x'.repeat(5000),
		'\u{1F600}'
	]) {
		expect(await found(kathy, `${text} zzzz`)).toEqual([]);
		expect(await countBlind(database.db, kathy, { company: text })).toBe('nobody');
		expect(await readVisible(database.db, kathy, text)).toBeNull();
		expect((await whoIsVisible(database.db, kathy, { after: text })).people).toEqual([]);
		expect((await whoIsVisible(database.db, kathy, { ownerId: text })).people).toEqual([]);
	}
});

it('words are folded in the database as they are when one types them', async () => {
	const texts = [
		'Éloïse Œuvrard-Ñuñez',
		'STRAẞE & Søn',
		'Łukasz  Đorđe',
		'ﬁnance 3M²',
		'Ça–va, L’Été'
	];
	for (const text of texts) {
		const { rows } = await sql<{ folded: string }>`select folded(${text}) as folded`.execute(
			database.db
		);
		expect(rows[0]?.folded).toBe(searchText([text]));
	}
});
