import type { Kysely } from 'kysely';
import type { Actor, Member } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import { act, type Deed, type Doors } from '#lib/introductions/act.server.ts';
import { beginDraft, saveDraft } from '#lib/introductions/draft.server.ts';
import { changePeace } from '#lib/introductions/own-peace.server.ts';
import { goals } from '#lib/introductions/judge-peace.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { newMember } from './new-member.ts';

/** A requester and a connector of one community, and what they need to act. */
export interface Introducing {
	doors: Doors;
	kathy: Member;
	dean: Member;
	/** Kathy asks Dean for these people at `at`; answers the request and its introductions, in their order. */
	request: (names: string[], at: Date) => Promise<{ requestId: string; ids: string[] }>;
	/** One deed of one part, which must succeed. */
	does: (
		part: 'requester' | 'connector' | 'target',
		id: string,
		deed: Deed,
		at: Date
	) => Promise<void>;
}

/** Kathy and Dean, both members of a new community; Dean accepts as many requests as come. */
export async function introducing(db: Kysely<Database>): Promise<Introducing> {
	const doors: Doors = { db, secret: 'a secret for these tests only', enqueue: async () => {} };
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	const deanRow = await db
		.selectFrom('members')
		.select('email')
		.where('id', '=', dean.memberId)
		.executeTakeFirstOrThrow();
	const { communityId } = kathy;
	await changePeace(db, dean, { asksMonthly: null, asksFor: goals });
	let requests = 0;

	async function request(names: string[], at: Date) {
		const connector = typed('Dean Groves', deanRow.email);
		// Namesakes: nobody may be asked twice for one person.
		const company = `Place ${(requests += 1)}`;
		const targets = names.map((name) => ({ ...typed(name), company }));
		const wanted = { connector, targets, reason: 'Their view.' };
		const begun = await beginDraft(doors, kathy, wanted, at);
		if (!begun.ok) throw new Error(begun.refusal);
		const { requestId } = begun;
		await saveDraft(db, kathy, requestId, { subject: 'People', letter: 'Hello Dean' }, at);
		const sent = await sendRequest(doors, kathy, requestId, 'mail', at);
		if (!sent.ok) throw new Error(sent.refusal);
		const rows = await db
			.selectFrom('introductions')
			.select('id')
			.where('requestId', '=', requestId)
			.orderBy('ordinal')
			.execute();
		return { requestId, ids: rows.map((row) => row.id) };
	}

	async function does(
		part: 'requester' | 'connector' | 'target',
		introductionId: string,
		deed: Deed,
		at: Date
	) {
		const key = { communityId, introductionId };
		const actors: Record<typeof part, Actor> = {
			requester: kathy,
			connector: dean,
			target: { kind: 'target_link', ...key }
		};
		const acted = await act(doors, actors[part], key, deed, at);
		if (!acted.ok) throw new Error(acted.refusal);
	}

	return { doors, kathy, dean, request, does };
}

function typed(name: string, email = '') {
	return { name, email, company: '', position: '', profile: '' };
}

/** The connector's letter to a target. */
export const asking: Deed = {
	event: { kind: 'ask' },
	words: { askLetter: 'Hello', askSubject: 'A friend', askChannel: 'hand' }
};

/** A target's yes, with an e-mail address. */
export const agreeing = (email: string): Deed => ({
	event: { kind: 'agree', channels: ['email'] },
	details: { email }
});
