import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { candidateById } from '#lib/network/find-candidates.server.ts';
import { findAnswer, findAnswers } from '#lib/network/find.server.ts';
import type { Finding } from '#lib/network/finding.ts';
import { searchText } from '#lib/people/search-text.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { testPaths } from '../../../tests/support/paths.ts';
import { shareContact, type SharedDraft } from '../../../tests/support/shared-books.ts';

const { db, url } = await testDatabase();
const finder = testPaths(url);
const now = new Date('2026-05-25T10:00:00Z');

function finding(actor: Member, closed: Finding['closed'] = new Map()): Finding {
	return { db, finder, actor, me: 'Kathy Arnaud', community: 'Alumni', now, locale: 'en', closed };
}

/** What is told of the one whom an id means. */
async function answerTo(actor: Member, id: string) {
	const candidate = await candidateById(db, actor, id);
	return candidate && findAnswer(finding(actor), candidate);
}

async function named(member: Member, name: string, headline = ''): Promise<string> {
	await sql`update members set name = ${name}, headline = ${headline}
		where id = ${member.memberId}`.execute(db);
	const { rows } = await sql<{ email: string }>`select email from members
		where id = ${member.memberId}`.execute(db);
	return rows[0]?.email ?? '';
}

/** A contact as it is when saved: with the text that its owner's search looks through. */
async function keep(owner: Member, draft: SharedDraft & { fullName: string }): Promise<string> {
	const id = await shareContact(db, owner, draft);
	const text = searchText([draft.fullName, draft.company, draft.position]);
	await sql`update contacts set search_text = ${text} where id = ${id}`.execute(db);
	return id;
}

async function remember(owner: Member, contactId: string, fact: Fact): Promise<void> {
	await db
		.insertInto('evidence')
		.values({ communityId: owner.communityId, contactId, fact: JSON.stringify(fact) })
		.execute();
}

/** Kathy knows Dean, who lets others see Pierre and keeps a secret of each kind. */
async function village() {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const email = await named(dean, 'Dean Groves', 'Partner at Groves');
	const deanAsContact = await keep(kathy, { fullName: 'Dean Groves', email, sharing: 'private' });
	const pierre = await keep(dean, {
		fullName: 'Pierre Yvon',
		company: 'Entreprise X',
		position: 'Finance director'
	});
	return { kathy, dean, deanAsContact, pierre };
}

describe('a search of people and paths', () => {
	it('draws the best path, with one’s own evidence and the kind of the other’s', async () => {
		const { kathy, dean, deanAsContact, pierre } = await village();
		await remember(kathy, deanAsContact, {
			kind: 'shared_employer',
			company: 'ACME',
			from: '1999',
			to: '2003'
		});
		await remember(dean, pierre, {
			kind: 'email',
			count: 33,
			mine: 11,
			theirs: 22,
			last: '2019-07'
		});
		const { answers, count } = await findAnswers(finding(kathy), 'finance entre');
		expect(count).toBe(1);
		expect(answers).toEqual([
			{
				id: pierre,
				name: 'Pierre Yvon',
				work: 'Finance director, Entreprise X',
				href: `/community/${pierre}`,
				isMember: false,
				known: '',
				best: {
					people: [
						{ name: 'Kathy Arnaud', detail: '', you: true, href: '' },
						{ name: 'Dean Groves', detail: '', you: false, href: `/contacts/${deanAsContact}` },
						{
							name: 'Pierre Yvon',
							detail: '',
							you: false,
							href: `/community/${pierre}`
						}
					],
					links: [
						{ said: 'colleagues at ACME, 1999–2003', word: 'possible', noted: false },
						{ said: 'write to each other', word: 'faint', noted: false }
					],
					through: 'Dean Groves',
					ask: `/requests/new?connector=${deanAsContact}&known=${pierre}`
				},
				more: [],
				closed: ''
			}
		]);
	});

	it('says that both are members where nothing else leads to a connector', async () => {
		const { kathy, dean, pierre } = await village();
		const anne = await newMember(db, kathy.communityId);
		const [answer] = (await findAnswers(finding(anne), 'pierre')).answers;
		expect(answer?.best?.links[0]).toEqual({
			said: 'you are both members of Alumni',
			word: 'fellow',
			noted: false
		});
		expect(answer?.best?.ask).toBe(`/requests/new?member=${dean.memberId}&known=${pierre}`);
	});

	it('shows somebody once, as one knows them oneself, whoever else does', async () => {
		const { kathy, dean, pierre } = await village();
		const anne = await newMember(db, kathy.communityId);
		const hers = await keep(anne, { fullName: 'Pierre Yvon', company: 'Old Ltd' });
		const mine = await keep(kathy, { fullName: 'Pete Yvon', company: 'Mine', sharing: 'private' });
		const person = crypto.randomUUID();
		for (const [contactId, owner, shared] of [
			[pierre, dean, true],
			[hers, anne, true],
			[mine, kathy, false]
		] as const)
			await db
				.insertInto('personContacts')
				.values({
					communityId: kathy.communityId,
					contactId,
					ownerId: owner.memberId,
					shared,
					personId: person,
					joinedAt: now
				})
				.execute();
		const { answers } = await findAnswers(finding(kathy), 'entreprise');
		expect(answers.map(({ name, work, id }) => [name, work, id])).toEqual([
			['Pete Yvon', 'Mine', mine]
		]);
		expect(answers[0]?.known).toBe('A faint tie: no trace of an exchange.');
		expect(answers[0]?.best?.through).toBe('');
		expect(answers[0]?.more.map(({ through }) => through)).toEqual(['Dean Groves', 'Kathy Martin']);
		expect(await answerTo(kathy, mine)).toEqual(answers[0]);
	});

	it('finds members by name and headline, and oneself never', async () => {
		const { kathy, dean, deanAsContact } = await village();
		const [answer] = (await findAnswers(finding(kathy), 'dean')).answers;
		expect(answer).toMatchObject({ id: deanAsContact, isMember: true, name: 'Dean Groves' });
		expect((await findAnswers(finding(kathy), 'partner')).answers[0]?.id).toBe(deanAsContact);
		expect((await findAnswers(finding(dean), 'dean')).answers).toEqual([]);
		expect((await answerTo(kathy, dean.memberId))?.id).toBe(deanAsContact);
	});

	it('tells who cannot be asked now where their path would be better, and goes elsewhere', async () => {
		const { kathy, dean, pierre } = await village();
		const anne = await newMember(db, kathy.communityId);
		const hers = await keep(anne, { fullName: 'Pierre Yvon' });
		for (const [contactId, owner] of [
			[pierre, dean],
			[hers, anne]
		] as const)
			await db
				.insertInto('personContacts')
				.values({
					communityId: kathy.communityId,
					contactId,
					ownerId: owner.memberId,
					shared: true,
					personId: pierre,
					joinedAt: now
				})
				.execute();
		await sql`insert into strengths (community_id, contact_id, owner_id, told)
			values (${kathy.communityId}, ${pierre}, ${dean.memberId}, 0.9)`.execute(db);
		const closed = new Map([
			[`member ${dean.memberId}`, (name: string) => `${name} has been asked enough.`]
		]);
		const [open] = (await findAnswers(finding(kathy), 'pierre')).answers;
		expect([open?.best?.through, open?.closed]).toEqual(['Dean Groves', '']);
		const [answer] = (await findAnswers(finding(kathy, closed), 'pierre')).answers;
		expect([answer?.best?.through, answer?.closed]).toEqual([
			'Kathy Martin',
			'Dean Groves has been asked enough.'
		]);
	});
});
