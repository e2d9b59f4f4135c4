import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { joinsOf } from '#lib/matching/person-joins.server.ts';
import { questionsFor } from '#lib/matching/person-questions.server.ts';
import { decidePair } from '#lib/matching/person-decisions.server.ts';
import { keepApart } from '#lib/matching/review.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { deleteContact, restoreContact } from '#lib/people/contact-delete.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { shareContact, type SharedDraft } from '../../../tests/support/shared-books.ts';

let database: TestDatabase;
const now = new Date('2026-06-01T10:00:00Z');

beforeAll(async () => {
	database = await testDatabase();
});

/** One of few values, so that contacts have things in common. */
const some = (...values: string[]) => fc.constantFrom(...values);
const perhaps = (...values: string[]) => fc.constantFrom(undefined, ...values);

type Contact = SharedDraft & { id: string; owner: number };

const contact = fc
	.record({
		id: fc.uuid(),
		owner: fc.nat(2),
		givenName: some('Pierre', 'Pierrot', 'P.', 'Anne', ''),
		familyName: some('Kerzreho', 'Kerzrheo', 'Morgan'),
		company: some('Acme', 'Acme SAS', 'Bolt', ''),
		email: perhaps('pk@example.com', 'a.morgan@example.org'),
		phone: perhaps('+33639980012', '+33639980034'),
		profile: perhaps('linkedin.com/in/one', 'linkedin.com/in/two'),
		sharing: some('visible', 'visible', 'blind', 'private')
	})
	.map(({ sharing, ...one }): Contact => ({
		...one,
		sharing: sharing === 'private' || sharing === 'blind' ? sharing : ('visible' as const)
	}));
const books = fc.uniqueArray(contact, { selector: ({ id }) => id, minLength: 2, maxLength: 9 });

/** A community of three, to which contacts come in this order; each is matched as it comes, or all at the end. */
async function community(contacts: readonly Contact[], when: 'each' | 'end'): Promise<Member[]> {
	const first = await newMember(database.db);
	const { communityId } = first;
	const members = [first];
	while (members.length < 3) members.push(await newMember(database.db, communityId));
	for (const { owner, ...draft } of contacts) {
		const id = await shareContact(database.db, members[owner] ?? first, draft);
		if (when === 'each') await matchPersons(database.db, { communityId, contactIds: [id] }, now);
	}
	await matchBooks(members);
	return members;
}

async function matchBooks(members: readonly Member[]): Promise<void> {
	for (const { communityId, memberId } of members)
		await matchPersons(database.db, { communityId, memberId }, now);
}

/** Which contacts are one person, and which pairs are asked about. */
async function outcome({ communityId }: { communityId: string }, only: 'all' | 'shared' = 'all') {
	const known = await database.db
		.selectFrom('personContacts')
		.select(['contactId', 'personId', 'shared'])
		.where('communityId', '=', communityId)
		.execute();
	const among = known.filter(({ shared }) => shared || only === 'all');
	const groups = Map.groupBy(among, ({ contactId, personId }) => personId ?? contactId);
	const ids = new Set(among.map(({ contactId }) => contactId));
	const pairs = await database.db
		.selectFrom('personPairs')
		.select(['oneId', 'otherId', 'zone'])
		.where('communityId', '=', communityId)
		.execute();
	return {
		persons: [...groups.values()]
			.map((group) =>
				group
					.map(({ contactId }) => contactId)
					.toSorted()
					.join()
			)
			.toSorted(),
		pairs: pairs
			.filter(({ oneId, otherId }) => ids.has(oneId) && ids.has(otherId))
			.map(({ oneId, otherId, zone }) => `${oneId} ${otherId} ${zone}`)
			.toSorted()
	};
}

// Each tries dozens of small communities in a real database.
const patience = 600_000;

describe('persons, whatever comes', () => {
	it(
		'are the same in whatever order contacts come, one by one or all at once',
		async () => {
			const orders = books.chain((contacts) =>
				fc.tuple(
					fc.constant(contacts),
					fc.shuffledSubarray(contacts, { minLength: contacts.length })
				)
			);
			await fc.assert(
				fc.asyncProperty(orders, async ([contacts, shuffled]) => {
					const [first] = await community(contacts, 'each');
					const [second] = await community(shuffled, 'end');
					if (first && second) expect(await outcome(first)).toEqual(await outcome(second));
				}),
				{ numRuns: 25 }
			);
		},
		patience
	);

	it(
		'are the same after any changes as if all had been so from the beginning',
		async () => {
			const change = fc.record({
				at: fc.nat(20),
				other: fc.nat(20),
				to: some('delete', 'private', 'visible', 'rename', 'same', 'apart', 'keep apart')
			});
			await fc.assert(
				fc.asyncProperty(books, fc.array(change, { maxLength: 5 }), async (contacts, changes) => {
					const members = await community(contacts, 'each');
					for (const { at, other, to } of changes) {
						const one = contacts[at % contacts.length];
						const owner = one && members[one.owner];
						const otherId = contacts[other % contacts.length]?.id;
						if (!owner || otherId === undefined) continue;
						if (to === 'same' || to === 'apart' || to === 'keep apart')
							await say(owner, one.id, otherId, to);
						else await apply(owner, one.id, to);
					}
					const [first] = members;
					if (!first) return;
					const changed = await outcome(first);
					await forgetAll(first);
					await matchBooks(members);
					expect(changed).toEqual(await outcome(first));
				}),
				{ numRuns: 25 }
			);
		},
		patience
	);

	it(
		'never hold two contacts of two profiles, in anybody’s sight, and meet nobody of another community',
		async () => {
			await fc.assert(
				fc.asyncProperty(books, async (contacts) => {
					const [first] = await community(contacts, 'each');
					const known = new Map(contacts.map((one) => [one.id, one]));
					if (!first) return;
					const { persons } = await outcome(first);
					for (const person of persons) {
						const held = person.split(',').flatMap((id) => known.get(id) ?? []);
						// A private contact is there for its owner alone, who must not learn of another's.
						for (const sees of [0, 1, 2]) {
							const seen = held.filter(
								({ sharing, owner }) => sharing !== 'private' || owner === sees
							);
							expect(profilesOf(seen).size).toBeLessThan(2);
						}
					}
					expect(persons.flatMap((person) => person.split(',')).length).toBe(contacts.length);
				}),
				{ numRuns: 20 }
			);
		},
		patience
	);

	it(
		'are not changed in anybody’s sight by the private contacts of another',
		async () => {
			await fc.assert(
				fc.asyncProperty(books, fc.nat(2), async (contacts, whose) => {
					const isPrivate = (one: Contact) => one.owner === whose && one.sharing === 'private';
					const withThem = await community(contacts, 'each');
					const without = await community(
						contacts.filter((one) => !isPrivate(one)),
						'each'
					);
					for (const at of [0, 1, 2].filter((other) => other !== whose))
						expect(await sight(withThem[at])).toEqual(await sight(without[at]));
					const [one, other] = [withThem[0], without[0]];
					if (one && other)
						expect(await outcome(one, 'shared')).toEqual(await outcome(other, 'shared'));
				}),
				{ numRuns: 20 }
			);
		},
		patience
	);
});

function profilesOf(contacts: readonly Contact[]): Set<string> {
	return new Set(contacts.flatMap(({ profile }) => profile ?? []));
}

async function apply(owner: Member, id: string, to: string): Promise<void> {
	const { communityId } = owner;
	if (to === 'private' || to === 'visible')
		await shareContacts(database.db, owner, { ids: [id] }, to, sharingChanged);
	else if (to === 'rename')
		await database.db
			.updateTable('contacts')
			.set({ givenName: 'Anne', familyName: 'Morgan', fullName: 'Anne Morgan' })
			.where('communityId', '=', communityId)
			.where('id', '=', id)
			.execute();
	else if (!(await deleteContact(database.db, owner, id, now)))
		await restoreContact(database.db, owner, id, now);
	await matchPersons(database.db, { communityId, contactIds: [id] }, now);
}

/** What an owner says of two contacts, where it can be said. */
async function say(
	owner: Member,
	id: string,
	otherId: string,
	said: 'same' | 'apart' | 'keep apart'
): Promise<void> {
	if (said === 'keep apart') await keepApart(database.db, owner, { oneId: id, otherId }, now);
	else await decidePair(database.db, owner, { contactId: id, otherId, decision: said }, now);
	const { communityId } = owner;
	await matchPersons(database.db, { communityId, contactIds: [id, otherId] }, now);
}

async function forgetAll({ communityId }: Member): Promise<void> {
	for (const table of ['personPairs', 'personContacts', 'commonKeys'] as const)
		await database.db.deleteFrom(table).where('communityId', '=', communityId).execute();
}

/** What a member reads of others' contacts. */
async function sight(reader: Member | undefined) {
	if (!reader) return [];
	const joins = await joinsOf(database.db, reader);
	const questions = await questionsFor(database.db, reader);
	const seen = [...joins, ...questions].map(({ mine, theirs: { fullName, id }, reasons }) =>
		JSON.stringify({ mine, fullName, id, reasons })
	);
	return seen.toSorted();
}
