import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Doors } from '#lib/introductions/act.server.ts';
import { beginDraft, saveDraft } from '#lib/introductions/draft.server.ts';
import type { Goal } from '#lib/introductions/judge-peace.ts';
import { newRequest } from '#lib/introductions/new-request.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { newMember } from './new-member.ts';

/** Who asks whom for whom; typed, where the target is no contact. */
interface Wish {
	from: Member;
	to: Member | string;
	target?: string | { contactId: string };
	goal?: Goal;
	at: Date;
}

/** A community in which anybody may write to anybody. */
export async function askingCommunity(db: Kysely<Database>) {
	const doors: Doors = { db, secret: 'a secret for these tests only', enqueue: async () => {} };
	const kathy = await newMember(db);
	const { communityId } = kathy;
	const dean = await newMember(db, communityId);
	let written = 0;

	/** A letter, ready to be sent; to somebody new unless told. */
	async function draft({ from, to, target, goal, at }: Wish): Promise<string> {
		written += 1;
		const connector = typeof to === 'string' ? { name: to } : { memberId: to.memberId };
		const named = target ?? `Target ${written}`;
		const wanted = newRequest.parse({
			connector,
			targets: [typeof named === 'string' ? { name: named } : named],
			reason: 'Their view.',
			goal
		});
		const begun = await beginDraft(doors, from, wanted, at);
		if (!begun.ok) throw new Error(begun.refusal);
		await saveDraft(db, from, begun.requestId, { subject: 'Somebody', letter: 'Hello' }, at);
		return begun.requestId;
	}

	async function ask(wish: Wish, how: { knowing?: boolean } = {}) {
		const requestId = await draft(wish);
		const channel = typeof wish.to === 'string' ? 'hand' : 'mail';
		const sent = await sendRequest(doors, wish.from, requestId, channel, wish.at, how);
		return { requestId, refusal: sent.ok ? null : sent.refusal };
	}

	return { doors, kathy, dean, communityId, draft, ask, join: () => newMember(db, communityId) };
}
