import { beforeAll, expect, test } from 'vitest';
import { type MailDraft, queueMail } from '#lib/mail/outbox.server.ts';
import {
	listAddressees,
	listPostBox,
	postBoxCommunities,
	readPostBoxMail
} from '#lib/mail/post-box.server.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import {
	aCommunity,
	aDraft,
	minutesLater,
	rememberingQueue
} from '../../../tests/support/mail-draft.ts';

const { db } = await testDatabase();
const { enqueue } = rememberingQueue();
const server = '00000000-0000-0000-0000-000000000000';
let first: string;
let second: string;
beforeAll(async () => {
	await aCommunity(db, 'demo');
	first = await aCommunity(db, 'personal');
	second = await aCommunity(db);
});

async function queued(communityId: string, given: Partial<MailDraft> = {}): Promise<string> {
	return (await queueMail(db, enqueue, aDraft({ communityId, ...given }))) ?? '';
}

test('lists the newest first, page by page, none twice and none left out', async () => {
	const communityId = await aCommunity(db);
	const made: string[] = [];
	// Pairs of the same moment, so that a page may end between two of them.
	for (let at = 0; at < 120; at++) {
		made.push(await queued(communityId, { createdAt: minutesLater(Math.floor(at / 2)) }));
	}
	const seen: string[] = [];
	const moments: number[] = [];
	let before: string | undefined;
	do {
		const { lines, older } = await listPostBox(db, [communityId], { before });
		seen.push(...lines.map((line) => line.id));
		moments.push(...lines.map((line) => line.createdAt.getTime()));
		before = older ?? undefined;
	} while (before);
	expect(seen.toSorted()).toEqual(made.toSorted());
	expect(moments).toEqual(moments.toSorted((a, b) => b - a));
});

test('lists those who were written to, by a key that is not their address, and their mails alone', async () => {
	const communityId = await aCommunity(db);
	const toDean = { to: { email: 'dean@example.org', name: 'Dean Groves' } };
	await queued(communityId, { ...toDean, createdAt: minutesLater(1) });
	await queued(communityId, { createdAt: minutesLater(2) });
	await queued(communityId, { ...toDean, createdAt: minutesLater(3) });
	const addressees = await listAddressees(db, [communityId]);
	expect(addressees.map(({ name }) => name)).toEqual(['Dean Groves', 'Pierre Y']);
	for (const { key } of addressees) expect(key).toMatch(/^[0-9a-f]{16}$/);
	const { lines } = await listPostBox(db, [communityId], { to: 'dean@example.org' });
	expect(lines).toHaveLength(2);
});

test('among those with an account, who was written to outside is not listed', async () => {
	const communityId = await aCommunity(db);
	await queued(communityId);
	await queued(communityId, { kind: 'account', to: { email: 'dean@example.org', name: 'Dean' } });
	const addressees = await listAddressees(db, [communityId], 'accounts');
	expect(addressees.map(({ email }) => email)).toEqual(['dean@example.org']);
});

test('a mail of another community is not found', async () => {
	const id = await queued(first);
	expect(await readPostBoxMail(db, [first], id)).toMatchObject({ id });
	expect(await readPostBoxMail(db, [second], id)).toBeUndefined();
	const { lines } = await listPostBox(db, [second], { before: id });
	expect(lines.map((line) => line.id)).not.toContain(id);
});

const seenBy = (communityId: string, role: string) => postBoxCommunities(db, { communityId, role });

test('only the owner of the server’s first community sees the server’s own mails', async () => {
	expect(await seenBy(first, 'owner')).toEqual([first, server]);
	expect(await seenBy(first, 'administrator')).toEqual([first]);
	expect(await seenBy(second, 'owner')).toEqual([second]);
});
