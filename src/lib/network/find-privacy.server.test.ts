import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { companyHelp } from '#lib/network/company-help.server.ts';
import { countFound } from '#lib/network/count-found.server.ts';
import { candidateById } from '#lib/network/find-candidates.server.ts';
import { findAnswer, findAnswers } from '#lib/network/find.server.ts';
import type { Finding } from '#lib/network/finding.ts';

import { readReach } from '#lib/network/reach.server.ts';
import { searchText } from '#lib/people/search-text.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { emailOf } from '../../../tests/support/network-village.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { testPaths } from '../../../tests/support/paths.ts';
import { shareContact, type SharedDraft } from '../../../tests/support/shared-books.ts';

const { db, url } = await testDatabase();
const finder = testPaths(url);
const now = new Date('2026-05-25T10:00:00Z');
let kathy: Member;
let dean: Member;

beforeAll(async () => {
	kathy = await newMember(db);
	dean = await newMember(db, kathy.communityId);
	await keep(dean, { fullName: 'Pierre Yvon', company: 'Entreprise X', position: 'Finance' });
	await keep(kathy, { fullName: 'Paul Zeller', company: 'Acme Conseil', sharing: 'private' });
});

async function keep(owner: Member, draft: SharedDraft & { fullName: string }): Promise<string> {
	const id = await shareContact(db, owner, draft);
	const text = searchText([draft.fullName, draft.company, draft.position]);
	await sql`update contacts set search_text = ${text} where id = ${id}`.execute(db);
	return id;
}

async function isPerson(personId: string, of: readonly [Member, string, boolean][]) {
	for (const [{ communityId, memberId: ownerId }, contactId, shared] of of)
		await db
			.insertInto('personContacts')
			.values({ communityId, contactId, ownerId, shared, personId, joinedAt: now })
			.execute();
}

function finding(actor: Member): Finding {
	const words = { me: 'Kathy Arnaud', community: 'Alumni', locale: 'en' as const };
	return { db, finder, actor, now, closed: new Map(), ...words };
}

/** What is told of the one whom an id means. */
async function answerTo(actor: Member, id: string) {
	const candidate = await candidateById(db, actor, id);
	return candidate && findAnswer(finding(actor), candidate);
}

const queries = [
	'nadia',
	'nadia benhaddou',
	'nad ben',
	'benhaddou caisse',
	'caisse',
	'Caisse des Deux Rives',
	'finance caisse',
	'finance',
	'nadia@example.org',
	'pierre',
	'acme',
	'%',
	'nadia:* | !nadia',
	"' or true --"
];

/** All that this door tells somebody: answers, counts, help, reach, and one person by their id. */
async function told(actor: Member, ids: readonly string[] = []) {
	const mine = finding(actor);
	return {
		answers: await Promise.all(queries.map((query) => findAnswers(mine, query))),
		help: await Promise.all(queries.map((query) => companyHelp(db, actor, query))),
		reach: await readReach(mine),
		people: await Promise.all(ids.map((id) => answerTo(actor, id)))
	};
}

const counts = (actor: Member) => Promise.all(queries.map((query) => countFound(db, actor, query)));

const nadia = {
	fullName: 'Nadia Benhaddou',
	company: 'Caisse des Deux Rives',
	position: 'Directrice finance',
	email: 'nadia@example.org'
};

describe('what another member keeps', () => {
	it('private changes not one letter of what is found, counted or reached', async () => {
		const unknown = crypto.randomUUID();
		const before = [await told(kathy, [unknown]), await counts(kathy)];
		const id = await keep(dean, { ...nadia, sharing: 'private' });
		expect([await told(kathy, [id]), await counts(kathy)]).toEqual(before);
		// To whom it belongs, it is there.
		expect((await findAnswers(finding(dean), 'nadia')).answers[0]?.id).toBe(id);
		await sql`delete from contacts where id = ${id}`.execute(db);
	});

	it('without a name is counted at its company, and changes nothing else', async () => {
		const unknown = crypto.randomUUID();
		const before = await told(kathy, [unknown]);
		const id = await keep(dean, { ...nadia, sharing: 'blind' });
		expect(await told(kathy, [id])).toEqual(before);
		const counted = await counts(kathy);
		const by = new Map(queries.map((query, at) => [query, counted[at]]));
		expect(by.get('Caisse des Deux Rives')).toEqual({
			company: 'Caisse des Deux Rives',
			count: 'someone'
		});
		for (const query of ['nadia', 'nadia benhaddou', 'finance', 'nadia@example.org', 'caisse'])
			expect(by.get(query), query).toBeNull();
		for (const _ of [1, 2])
			await keep(await newMember(db, kathy.communityId), { ...nadia, sharing: 'blind' });
		expect((await countFound(db, kathy, 'finance caisse des deux rives'))?.count).toBe(3);
		await sql`delete from contacts where full_name = ${nadia.fullName}`.execute(db);
	});

	it('private or without a name leads nobody to whom they know themselves', async () => {
		const mine = await keep(kathy, { ...nadia, sharing: 'private' });
		const his = await keep(dean, { ...nadia, sharing: 'visible' });
		await isPerson(crypto.randomUUID(), [
			[kathy, mine, false],
			[dean, his, true]
		]);
		const throughs = async () => {
			const answer = await answerTo(kathy, mine);
			return [answer?.best, ...(answer?.more ?? [])].map((path) => path?.through);
		};
		expect(await throughs()).toEqual(['', 'Kathy Martin']);
		for (const sharing of ['blind', 'private'] as const) {
			await sql`update contacts set sharing = ${sharing} where id = ${his}`.execute(db);
			expect(await throughs()).toEqual(['']);
		}
		await sql`delete from contacts where full_name = ${nadia.fullName}`.execute(db);
	});

	it.each(['zed@example.com', '+33 6 39 98 12 34', ''])(
		'visible under %j, which is no name, is within nobody’s reach but their own',
		async (fullName) => {
			const before = await readReach(finding(kathy));
			const { own } = await readReach(finding(dean));
			const { company, position } = nadia;
			const id = await keep(dean, { fullName, company, position });
			expect(await readReach(finding(kathy))).toEqual(before);
			expect(await readReach(finding(dean))).toMatchObject({ own: own + 1 });
			await sql`update contacts set full_name = 'Nadia' where id = ${id}`.execute(db);
			const { people, companies } = await readReach(finding(kathy));
			expect(people).toBe(before.people + 1);
			expect(companies).toContainEqual({ name: company, people: 1 });
			await sql`delete from contacts where id = ${id}`.execute(db);
		}
	);

	it('visible under what is no name says nothing of the work of the member who it is', async () => {
		const anne = await newMember(db, kathy.communityId);
		const email = await emailOf(db, anne);
		const id = await keep(dean, { fullName: email, company: 'Rives', email });
		const rives = { name: 'Rives', people: 1 };
		expect((await readReach(finding(kathy))).companies).not.toContainEqual(rives);
		expect((await readReach(finding(dean))).companies).toContainEqual(rives);
		await sql`update contacts set full_name = 'Anne Weber' where id = ${id}`.execute(db);
		expect((await readReach(finding(kathy))).companies).toContainEqual(rives);
		await sql`delete from contacts where id = ${id}`.execute(db);
		await sql`delete from members where id = ${anne.memberId}`.execute(db);
	});

	it('visible tells of their tie its kind alone, whatever is known of it', async () => {
		const id = await keep(dean, nadia);
		const { communityId } = dean;
		await sql`update contacts set how_known = 'secret how', met_where = 'secret where',
			met_on = '2011-03', closeness = 'close', notes = 'secret notes' where id = ${id}`.execute(db);
		const facts = [
			{ kind: 'shared_employer', company: 'Secret SA', from: '1999', to: '2003' },
			{ kind: 'email', count: 4711, mine: 4000, theirs: 711, last: '2024-02' },
			{ kind: 'introduction', part: 'target', names: ['Secret Name'], done: true }
		];
		for (const fact of facts)
			await db
				.insertInto('evidence')
				.values({ communityId, contactId: id, fact: JSON.stringify(fact) })
				.execute();
		const [answer] = (await findAnswers(finding(kathy), 'nadia')).answers;
		expect(answer?.best?.links[1]).toEqual({
			said: 'said to be close',
			word: 'faint',
			noted: false
		});
		const text = JSON.stringify(await told(kathy)).replace(/[0-9a-f]{8}(-[0-9a-f]{4,12}){4}/g, '');
		expect(text).not.toMatch(/secret|1999|2003|2011|2024|4711|4000|711|example\.org/i);
		await sql`delete from contacts where id = ${id}`.execute(db);
	});
});

describe('members of elsewhere and members who have gone', () => {
	it('find nothing of this community, and are not found in it', async () => {
		const elsewhere = await newMember(db);
		const id = await keep(dean, nadia);
		for (const actor of [elsewhere, { ...kathy, communityId: elsewhere.communityId }]) {
			const { answers, reach, people } = await told(actor, [id, dean.memberId]);
			expect(answers.every(({ count }) => count === 0)).toBe(true);
			expect([reach.people, people]).toEqual([0, [null, null]]);
		}
		await sql`delete from contacts where id = ${id}`.execute(db);
	});

	it('take their contacts and their paths along', async () => {
		const before = await told(kathy, [crypto.randomUUID(), crypto.randomUUID()]);
		const anne = await newMember(db, kathy.communityId);
		await sql`update members set name = 'Anne Weber' where id = ${anne.memberId}`.execute(db);
		const id = await keep(anne, nadia);
		expect((await answerTo(kathy, id))?.best?.through).toBe('Anne Weber');
		await sql`update members set removed_at = ${now} where id = ${anne.memberId}`.execute(db);
		expect(await told(kathy, [id, anne.memberId])).toEqual(before);
	});
});
