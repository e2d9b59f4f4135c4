import { expect, it } from 'vitest';
import { openDatabase } from '#lib/db/connect.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { dueCommunities } from '#lib/matching/sharing-changed.server.ts';
import { testDatabaseUrl } from '../../../tests/support/database.ts';

it('books that were there before persons were known are due to be matched', async () => {
	const { db, pool, close } = openDatabase({ url: await testDatabaseUrl('bare') });
	await migrate(db, undefined, '0007-merges');
	const { rows } = await pool.query<{ id: string }>(`
		with community as (insert into communities (name, kind) values ('Alumni', 'group') returning id),
			owner as (insert into members (community_id, name, email, role, locale)
				select id, 'Kathy Martin', 'kathy@example.com', 'member', 'fr' from community
				returning id, community_id)
		insert into contacts (community_id, owner_id, full_name, deleted_at)
			select community_id, id, name, gone from owner,
				(values ('Pierre Yvon', null), ('Paul Zeller', now())) as c (name, gone)
			returning id`);
	await migrate(db);
	const due = await db.selectFrom('personContacts').select(['contactId', 'shared']).execute();
	expect(due).toEqual([{ contactId: rows[0]?.id, shared: false }]);
	expect(await dueCommunities(db)).toHaveLength(1);
	await close();
});
