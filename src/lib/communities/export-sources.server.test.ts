import { expect, it } from 'vitest';
import { exportSources } from '#lib/communities/export-sources.server.ts';
import { decideCompanies } from '#lib/people/company-decisions.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';

it('a member’s export holds what files told of them and their letters, and nobody else’s', async () => {
	const { db } = await testDatabase();
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const { communityId, memberId } = kathy;
	const { id: importId } = await db
		.insertInto('imports')
		.values({ communityId, memberId, fileName: 'archive.zip', state: 'done' })
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('careers')
		.values({ communityId, memberId, kind: 'work', place: 'ACME', startedOn: '1999' })
		.execute();
	await db
		.insertInto('ownNames')
		.values({ communityId, memberId, kind: 'name', value: 'kathy lefort' })
		.execute();
	await decideCompanies(
		db,
		kathy,
		{ names: ['Acme'], others: ['Acme Bank'] },
		'apart',
		new Date(0)
	);
	const { id: correspondentId } = await db
		.insertInto('correspondents')
		.values({ communityId, ownerId: memberId, key: 'name pierre', fullName: 'Pierre Yvon' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const letter = {
		communityId,
		correspondentId,
		kind: 'email',
		direction: 'mine',
		importId
	} as const;
	await db
		.insertInto('exchanges')
		.values([
			{ ...letter, key: Buffer.from('a'), happenedOn: '2020-01-05', line: 2 },
			{ ...letter, key: Buffer.from('b'), happenedOn: '2020-01-04', line: 1 }
		])
		.execute();
	const refused = { communityId, importId, reason: 'nameless' };
	await db
		.insertInto('importRefusals')
		.values([
			{ ...refused, ordinal: 0, line: 3, excerpt: ',,ACME' },
			{ ...refused, ordinal: 1, line: 4 }
		])
		.execute();
	const own = await exportSources(db, kathy);
	expect(own).toMatchObject({
		careers: [{ kind: 'work', place: 'ACME', startedOn: '1999' }],
		ownNames: [{ kind: 'name', value: 'kathy lefort' }],
		companyDecisions: [{ one: 'acme', other: 'acme bank', decision: 'apart' }],
		correspondents: [
			{
				fullName: 'Pierre Yvon',
				exchanges: [{ kind: 'email', direction: 'mine', days: '2020-01-04 2020-01-05' }]
			}
		],
		refusedRows: [{ line: 3, excerpt: ',,ACME' }]
	});
	const none = {
		companyDecisions: [],
		careers: [],
		ownNames: [],
		correspondents: [],
		refusedRows: []
	};
	expect(await exportSources(db, dean)).toEqual(none);
});
