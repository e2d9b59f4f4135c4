import { openQueue } from '#lib/jobs/queue.server.ts';
import { act, type Doors } from '#lib/introductions/act.server.ts';
import { beginDraft, saveDraft } from '#lib/introductions/draft.server.ts';
import { fillLinks, placeholderOf } from '#lib/introductions/links.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import type { OpenDatabase } from '#lib/db/connect.server.ts';
import { newMember } from './new-member.ts';

/** An ask that waits for its answer at `page`. */
export interface Waiting {
	introductionId: string;
	page: string;
}

/** Kathy asks Dean for `count` invented people, ten a letter, and Dean asks each of them. */
export async function waitingAsks(
	{ db, pool }: Pick<OpenDatabase, 'db' | 'pool'>,
	server: { secret: string; publicUrl: string },
	count: number
): Promise<Waiting[]> {
	const queue = await openQueue(pool, () => {});
	const doors: Doors = { db, secret: server.secret, enqueue: queue.enqueue };
	const kathy = await newMember(db);
	const waiting: Waiting[] = [];
	for (let first = 0; first < count; first += 10) {
		const requestId = await oneRequest(doors, kathy, first, Math.min(10, count - first));
		waiting.push(...(await askAll(doors, server, kathy.communityId, requestId)));
	}
	await queue.stop();
	return waiting;
}

type Kathy = Awaited<ReturnType<typeof newMember>>;

function typed(name: string, email = '') {
	return { name, email, company: '', position: '', profile: '' };
}

async function oneRequest(doors: Doors, kathy: Kathy, first: number, size: number) {
	const targets = Array.from({ length: size }, (_, at) => typed(`Target ${first + at}`));
	const connector = typed('Dean', 'dean@example.com');
	const now = new Date();
	const begun = await beginDraft(doors, kathy, { connector, targets, reason: '' }, now);
	if (!begun.ok) throw new Error(begun.refusal);
	const { requestId } = begun;
	await saveDraft(doors.db, kathy, requestId, { subject: 'People', letter: 'Hello' }, now);
	const sent = await sendRequest(doors, kathy, requestId, 'hand', now);
	if (!sent.ok) throw new Error(sent.refusal);
	return requestId;
}

async function askAll(
	doors: Doors,
	server: { secret: string; publicUrl: string },
	communityId: string,
	requestId: string
): Promise<Waiting[]> {
	const dean = { kind: 'connector_link', communityId, requestId } as const;
	const rows = await doors.db
		.selectFrom('introductions')
		.select('id')
		.where('communityId', '=', communityId)
		.where('requestId', '=', requestId)
		.execute();
	const waiting: Waiting[] = [];
	for (const { id: introductionId } of rows) {
		const words = { askLetter: 'Hello', askSubject: 'A friend', askChannel: 'hand' } as const;
		const key = { communityId, introductionId };
		await act(doors, dean, key, { event: { kind: 'ask' }, words }, new Date());
		const link = { purpose: 'target', introductionId } as const;
		const placeholder = (await placeholderOf(doors.db, communityId, link)) ?? '';
		waiting.push({ introductionId, page: fillLinks(server, communityId, placeholder) });
	}
	return waiting;
}
