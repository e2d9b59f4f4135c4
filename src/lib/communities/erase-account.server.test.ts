import { describe, expect, it } from 'vitest';
import { eraseAccount } from '#lib/communities/erase-account.server.ts';
import { exportAccount } from '#lib/communities/export-account.server.ts';
import { requestLink } from '#lib/communities/mailed-links.server.ts';
import { testAccount, testAccounts, testVisitor } from '../../../tests/support/accounts.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const database = await testDatabase();
const { db } = database;
const { app } = testAccounts(database);

async function join(communityId: string, userId: string, email: string) {
	const values = { communityId, userId, email, name: email, role: 'member' as const };
	const row = db.insertInto('members').values(values).returning('id');
	return (await row.executeTakeFirstOrThrow()).id;
}

async function contactOf(communityId: string, ownerId: string, fullName: string) {
	const values = { communityId, ownerId, fullName };
	const { id: contactId } = await db
		.insertInto('contacts')
		.values(values)
		.returning('id')
		.executeTakeFirstOrThrow();
	const value = `${fullName.toLowerCase().replace(' ', '.')}@example.com`;
	await db
		.insertInto('contactDetails')
		.values({ communityId, contactId, kind: 'email', value, normalised: value })
		.execute();
	return contactId;
}

async function mentions(text: string): Promise<string[]> {
	const { rows } = await database.pool.query<{ table_name: string }>(
		`select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
	);
	const found: string[] = [];
	for (const { table_name: table } of rows) {
		const hit = await database.pool.query(
			`select 1 from "${table}" as t where strpos(t::text, $1) > 0 limit 1`,
			[text]
		);
		if (hit.rowCount) found.push(table);
	}
	return found;
}

describe('erasing an account', () => {
	it('leaves nothing of who was alone in their community', async () => {
		const anne = await testAccount(app, 'anne@example.com', 'Anne Lefort');
		const member = await db
			.selectFrom('members')
			.select('id')
			.where('userId', '=', anne.userId)
			.executeTakeFirstOrThrow();
		await contactOf(anne.communityId, member.id, 'Sylvie Marchand');
		await requestLink(app, testVisitor(), 'sign_in_link', 'anne@example.com');
		await requestLink(app, testVisitor(), 'password_reset', 'anne@example.com');
		expect(await mentions('anne@example.com')).not.toEqual([]);
		expect(await eraseAccount(db, anne.userId)).toEqual({ ok: true });
		for (const text of ['anne@example.com', 'Anne Lefort', 'Sylvie', anne.userId]) {
			expect(await mentions(text)).toEqual([]);
		}
	});

	it('in a group takes what is theirs and leaves what is the others’', async () => {
		const owner = await testAccount(app, 'owner@example.com', 'Olga Owner');
		const dean = await testAccount(app, 'dean@example.com', 'Dean Groves');
		const { communityId } = owner;
		const memberId = await join(communityId, dean.userId, 'dean@example.com');
		const [own] = await db
			.selectFrom('members')
			.select('id')
			.where('userId', '=', owner.userId)
			.execute();
		if (!own) throw new Error('no owner');
		await contactOf(communityId, memberId, 'Pierre Yvon');
		const kept = await contactOf(communityId, own.id, 'Paul Zeller');
		await db
			.insertInto('requests')
			.values({ communityId, requesterId: own.id, connectorMemberId: memberId, reason: 'kept' })
			.execute();
		expect(await eraseAccount(db, dean.userId)).toEqual({ ok: true });
		for (const text of ['dean@example.com', 'Pierre']) {
			expect(await mentions(text)).toEqual([]);
		}
		// That they are gone is news for every process, for three days.
		expect(await mentions(memberId)).toEqual(['network_changes']);
		const contacts = db.selectFrom('contacts').select('id').where('communityId', '=', communityId);
		expect(await contacts.execute()).toEqual([{ id: kept }]);
		const [request] = await db.selectFrom('requests').selectAll().execute();
		expect(request).toMatchObject({ reason: 'kept', connectorMemberId: null });
	});

	it('is refused to the only owner of others, and erases nothing then', async () => {
		const kathy = await testAccount(app, 'kathy@example.com', 'Kathy Arnaud');
		const paul = await testAccount(app, 'paul@example.com', 'Paul Zeller');
		await join(kathy.communityId, paul.userId, 'paul@example.com');
		const refused = await eraseAccount(db, kathy.userId);
		expect(refused).toEqual({ ok: false, refusal: 'last_owner', communityName: 'Kathy Arnaud' });
		expect(await mentions('kathy@example.com')).toContain('users');
	});
});

describe('the export of an account', () => {
	it('holds one’s own contacts with their details, and nobody else’s', async () => {
		const me = await testAccount(app, 'me@example.com', 'Marie Export');
		const other = await testAccount(app, 'them@example.com', 'Otto Other');
		const theirs = await join(me.communityId, other.userId, 'them@example.com');
		const [mine] = await db
			.selectFrom('members')
			.select('id')
			.where('userId', '=', me.userId)
			.execute();
		if (!mine) throw new Error('no member');
		await contactOf(me.communityId, mine.id, 'Sylvie Marchand');
		await contactOf(me.communityId, theirs, 'Secret Person');
		const exported = await exportAccount(db, me.userId);
		expect(exported.account).toMatchObject({ email: 'me@example.com' });
		expect(exported.communities[0]?.contacts).toMatchObject([
			{
				fullName: 'Sylvie Marchand',
				details: [{ value: 'sylvie.marchand@example.com' }],
				sharing: 'private',
				sharingBy: 'book'
			}
		]);
		expect(exported.communities[0]?.member).toMatchObject({ sharing: 'private' });
		expect(JSON.stringify(exported)).not.toMatch(/Secret|them@example|password|hash/);
	});
});
