import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { dormantTie, setAside } from '#lib/network/dormant.server.ts';
import { exchangeYears } from '#lib/network/exchange-years.server.ts';
import { retellContact, retellTies } from '#lib/network/retell.server.ts';
import { tracesTo } from '#lib/network/ties.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
let database: TestDatabase;
let dean: Member;
let pierre: string;

beforeAll(async () => {
	database = await testDatabase();
});

beforeEach(async () => {
	dean = await newMember(database.db);
	pierre = await add(dean, 'Pierre');
});

async function add(member: Member, givenName: string, company = ''): Promise<string> {
	const draft = bareDraft({ givenName, familyName: 'Test', company });
	const saved = await createContact(database.db, member, draft, now);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

/** Messages of each of these days, between the member and a contact of theirs. */
async function write(member: Member, contactId: string, days: readonly string[], name = 'P') {
	const { communityId, memberId } = member;
	const imported = await database.db
		.insertInto('imports')
		.values({ communityId, memberId, fileName: 'archive.zip', state: 'done' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const somebody = await database.db
		.insertInto('correspondents')
		.values({ communityId, ownerId: memberId, key: `name ${name}`, contactId })
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const [at, happenedOn] of days.entries())
		await database.db
			.insertInto('exchanges')
			.values({
				communityId,
				correspondentId: somebody.id,
				key: Buffer.from(happenedOn),
				kind: 'linkedin_message',
				direction: at % 2 === 0 ? 'mine' : 'theirs',
				happenedOn,
				importId: imported.id,
				file: 'messages.csv',
				line: at + 2
			})
			.execute();
	return imported.id;
}

function retell(member: Member, ids: readonly string[] | 'all' = 'all') {
	const book = { communityId: member.communityId, ownerId: member.memberId };
	return database.db.transaction().execute((trx) => retellTies(trx, book, ids));
}

async function told(member: Member, id: string) {
	const contact = { id, howKnown: '', metWhere: '', metOn: '', closeness: null, connectedOn: null };
	return (await tracesTo(database.db, member, [contact])).get(id);
}

async function rows({ communityId }: Member) {
	const found = await sql<{ line: string }>`
		select concat(xmin, to_jsonb(e)) as line from evidence e where community_id = ${communityId}
		union all
		select concat(xmin, to_jsonb(s)) from silences s where community_id = ${communityId}
		union all
		select concat(xmin, to_jsonb(s)) from strengths s where community_id = ${communityId} order by 1`.execute(
		database.db
	);
	return found.rows;
}

describe('retelling ties', () => {
	it('tells what was exchanged, with the row of the last of it', async () => {
		const importId = await write(dean, pierre, ['2004-01-02', '2011-06-01']);
		await retell(dean);
		expect(await told(dean, pierre)).toEqual([
			{
				fact: {
					kind: 'messages',
					count: 2,
					first: '2004-01-02',
					last: '2011-06-01',
					mine: 1,
					theirs: 1,
					lastFrom: 'theirs',
					tried: 1,
					answered: 0
				},
				source: { importId, file: 'messages.csv', line: 3 }
			}
		]);
		expect(await exchangeYears(database.db, dean, pierre)).toEqual([
			{ year: 2004, count: 1 },
			{ year: 2011, count: 1 }
		]);
	});

	it('counts on how many days the owner wrote, and how many of these were answered within a week', async () => {
		await write(dean, pierre, [
			'2011-01-01',
			'2011-01-08',
			'2011-03-01',
			'2011-03-09',
			'2999-01-01'
		]);
		await retell(dean);
		const [only] = (await told(dean, pierre)) ?? [];
		expect(only?.fact).toMatchObject({ mine: 3, tried: 2, answered: 1, heard: '2011-03-09' });
	});

	it('counts once what is known by two names of one person', async () => {
		await write(dean, pierre, ['2004-01-02', '2011-06-01'], 'Pierre');
		await write(dean, pierre, ['2011-06-01', '2012-06-01'], 'P. Test');
		await retell(dean);
		const [only] = (await told(dean, pierre)) ?? [];
		expect(only?.fact).toMatchObject({ first: '2004-01-02', last: '2012-06-01' });
		expect(await exchangeYears(database.db, dean, pierre)).toHaveLength(3);
	});

	it('keeps how strong a tie is, and nothing of a mere connection', async () => {
		const anne = await add(dean, 'Anne');
		const strengths = () =>
			database.db
				.selectFrom('strengths')
				.select(['contactId', 'told'])
				.where('communityId', '=', dean.communityId)
				.execute();
		await database.db
			.updateTable('contacts')
			.set({ connectedOn: '2010-01-01' })
			.where('communityId', '=', dean.communityId)
			.where('id', '=', anne)
			.execute();
		const importId = await write(dean, pierre, ['2011-01-01', '2011-01-02', '2011-02-01']);
		await retell(dean);
		expect(await strengths()).toEqual([{ contactId: pierre, told: expect.any(Number) }]);
		await database.db
			.deleteFrom('imports')
			.where('communityId', '=', dean.communityId)
			.where('id', '=', importId)
			.execute();
		await retell(dean);
		expect(await strengths()).toEqual([]);
	});

	it('again writes nothing, for one contact or for all', async () => {
		await write(dean, pierre, ['2004-01-02', '2011-06-01']);
		await add(dean, 'Anne');
		await retell(dean);
		const before = await rows(dean);
		expect(before).toHaveLength(3);
		await retell(dean, [pierre]);
		await retell(dean);
		await retellContact(database.db, dean, pierre);
		expect(await rows(dean)).toEqual(before);
	});

	it('leaves what was noted by hand, and says it beside', async () => {
		const fact = { kind: 'messages', count: 1, last: '2026-05-25', by: 'hand' };
		await database.db
			.insertInto('evidence')
			.values({ communityId: dean.communityId, contactId: pierre, fact: JSON.stringify(fact) })
			.execute();
		await write(dean, pierre, ['2004-01-02', '2011-06-01']);
		await retell(dean);
		await retell(dean);
		expect(await told(dean, pierre)).toHaveLength(2);
	});

	it('tells nothing of what was told before and is no more', async () => {
		const importId = await write(dean, pierre, ['2004-01-02', '2011-06-01']);
		await retell(dean);
		await database.db.deleteFrom('imports').where('id', '=', importId).execute();
		await retell(dean);
		expect(await told(dean, pierre)).toEqual([{ fact: { kind: 'none' }, source: null }]);
		expect(await rows(dean)).toEqual([]);
	});

	it('touches and reads nobody else’s, in the community or out of it', async () => {
		for (const other of [
			await newMember(database.db, dean.communityId),
			await newMember(database.db)
		]) {
			const anne = await add(other, 'Anne');
			await write(other, anne, ['2004-01-02', '2011-06-01']);
			await retell(other);
			const before = await rows(other);
			await retell(dean);
			await retell(dean, [anne]);
			await retellContact(database.db, dean, anne);
			expect(await rows(other)).toEqual(before);
			expect(await told(dean, anne)).toEqual([{ fact: { kind: 'none' }, source: null }]);
			expect(await exchangeYears(database.db, dean, anne)).toEqual([]);
			expect(await setAside(database.db, dean, anne, now)).toBe(false);
		}
	});
});

describe('among dormant ties', () => {
	it('the closest come first, then who is of use now', async () => {
		await write(dean, pierre, ['2004-01-02', '2011-06-01']);
		await retell(dean);
		expect((await dormantTie(database.db, dean, now))?.contact.id).toBe(pierre);
	});

	it('one that is set aside is shown no more, and another takes its place', async () => {
		const anne = await add(dean, 'Anne');
		await write(dean, pierre, ['2004-01-02', '2011-06-01'], 'Pierre');
		await write(dean, anne, ['2004-01-02', '2011-06-01'], 'Anne');
		await retell(dean);
		const first = (await dormantTie(database.db, dean, now))?.contact.id ?? '';
		expect(await setAside(database.db, dean, first, now)).toBe(true);
		const second = (await dormantTie(database.db, dean, now))?.contact.id ?? '';
		expect([first, second].toSorted()).toEqual([anne, pierre].toSorted());
		expect(await setAside(database.db, dean, second, now)).toBe(true);
		expect(await dormantTie(database.db, dean, now)).toBeNull();
	});
});
