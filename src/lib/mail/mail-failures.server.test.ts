import { expect, test } from 'vitest';
import { mailFailures } from '#lib/mail/mail-failures.server.ts';
import { type MailDraft, queueMail } from '#lib/mail/outbox.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { aCommunity, aDraft, noon, rememberingQueue } from '../../../tests/support/mail-draft.ts';

const { db } = await testDatabase();
const { enqueue } = rememberingQueue();

async function aRequest(communityId: string) {
	const { id: requesterId } = await db
		.insertInto('members')
		.values({ communityId, name: 'Kathy', email: 'kathy@example.org', role: 'member' })
		.onConflict((conflict) =>
			conflict.columns(['communityId', 'email']).doUpdateSet({ name: 'Kathy' })
		)
		.returning('id')
		.executeTakeFirstOrThrow();
	const { id: requestId } = await db
		.insertInto('requests')
		.values({ communityId, requesterId })
		.returning('id')
		.executeTakeFirstOrThrow();
	const introductions = [];
	for (const [ordinal, targetName] of ['Pierre Y', 'Paul Z'].entries()) {
		const values = { communityId, requestId, ordinal, targetName, state: 'requested', since: noon };
		const row = await db.insertInto('introductions').values(values).returning('id').execute();
		introductions.push(row[0]?.id ?? '');
	}
	return { requestId, introductions };
}

async function failing(draft: MailDraft, failure: string) {
	const id = (await queueMail(db, enqueue, draft)) ?? '';
	await db
		.updateTable('mails')
		.set({ state: 'failed', failure })
		.where('communityId', '=', draft.communityId)
		.where('id', '=', id)
		.execute();
	return id;
}

test('tells which mails of an introduction failed and why, a request’s letter for each of its own', async () => {
	const communityId = await aCommunity(db);
	const { requestId, introductions } = await aRequest(communityId);
	const [pierre = '', paul = ''] = introductions;
	const letter = await failing(aDraft({ communityId, requestId, cause: 'request:1' }), 'rejected');
	const ask = await failing(
		aDraft({
			communityId,
			requestId,
			introductionId: pierre,
			cause: 'ask:1',
			createdAt: new Date(noon.getTime() + 1)
		}),
		'address_refused'
	);
	await queueMail(db, enqueue, aDraft({ communityId, introductionId: pierre }));
	const other = await aRequest(communityId);
	await failing(aDraft({ communityId, requestId: other.requestId }), 'rejected');

	const found = await mailFailures(db, communityId, introductions);

	const about = (introductionId: string) =>
		found.filter((one) => one.introductionId === introductionId);
	expect(about(pierre)).toMatchObject([
		{ mailId: ask, cause: 'ask:1', kind: 'letter', failure: 'address_refused' },
		{ mailId: letter, cause: 'request:1', failure: 'rejected' }
	]);
	expect(about(paul)).toMatchObject([{ mailId: letter }]);
	expect(found).toHaveLength(3);
	expect(JSON.stringify(found)).not.toContain('example.com');
	expect(await mailFailures(db, await aCommunity(db), introductions)).toEqual([]);
	expect(await mailFailures(db, communityId, [])).toEqual([]);
});
