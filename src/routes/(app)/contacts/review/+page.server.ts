import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { sayReasons } from '#lib/i18n/match-reasons.ts';
import { likelihoodOf } from '#lib/matching/likelihood.ts';
import type { Likeness } from '#lib/matching/likenesses.server.ts';
import { listMerges } from '#lib/matching/merge-list.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { decidePair, takeBackDecision } from '#lib/matching/person-decisions.server.ts';
import { personOf } from '#lib/matching/person-joins.server.ts';
import { questionsFor } from '#lib/matching/person-questions.server.ts';
import type { PersonQuestion } from '#lib/matching/person-sides.ts';
import { readSide } from '#lib/matching/review-side.server.ts';
import { askAgain, keepApart, pairsToReview } from '#lib/matching/review.server.ts';
import { oddsOfProbability } from '#lib/matching/score.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import type { Actions, PageServerLoad } from './$types';

// One line of questions: those within one's own book first, since they change who is compared with others'.
export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor } = locals;
	const { db } = locals.app;
	const pairs = await pairsToReview(db, actor);
	const questions = await questionsFor(db, actor);
	const skipped = countIn(url.searchParams.get('skip'));
	const pair = pairs[skipped];
	const question = pair ? undefined : questions[skipped - pairs.length];
	return {
		total: pairs.length + questions.length,
		skipped,
		done: countIn(url.searchParams.get('done')),
		pair: pair ? await ownPair(locals, pair) : null,
		question: question ? await betweenBooks(locals, question) : null,
		last: await lastAnswer(locals, url)
	};
};

async function ownPair({ app, actor, locale }: App.Locals, pair: Likeness) {
	const one = await readSide(app.db, actor, pair.oneId);
	const other = await readSide(app.db, actor, pair.otherId);
	if (!one || !other) return null;
	// The first written is the one that is kept.
	const sides = one.createdAt > other.createdAt ? [other, one] : [one, other];
	return {
		sides,
		reasons: sayReasons(pair.reasons, locale),
		likelihood: likelihoodOf(oddsOfProbability(pair.probability))
	};
}

async function betweenBooks({ app, actor, locale }: App.Locals, question: PersonQuestion) {
	const mine = await readSide(app.db, actor, question.mine.id);
	if (!mine) return null;
	const { theirs, likelihood, reasons } = question;
	return { mine, theirs, likelihood, reasons: sayReasons(reasons, locale) };
}

/** What was answered just now, as the address says after it. */
async function lastAnswer({ app, actor }: App.Locals, { searchParams }: URL) {
	const merge = (await listMerges(app.db, actor)).find(
		({ id }) => id === searchParams.get('joined')
	);
	if (merge) return { kind: 'joined' as const, merge: merge.id, name: merge.keptName };
	const [one, other] = searchParams.getAll('apart');
	if (one && other) return { kind: 'apart' as const, one, other };
	const [mine, theirs] = searchParams.getAll('person');
	if (!mine || !theirs) return null;
	const join = (await personOf(app.db, actor, mine)).find((known) => known.theirs.id === theirs);
	const names = join && { name: join.mine.fullName, owner: join.theirs.ownerName };
	return { kind: 'person' as const, mine, theirs, names };
}

export const actions: Actions = {
	same: async ({ locals, request }) => {
		const { db, pair, next, now } = await asked(locals, request);
		const reasons = (await pairsToReview(db, locals.actor)).find(
			(one) =>
				[one.oneId, one.otherId].toSorted().join() === [pair.oneId, pair.otherId].toSorted().join()
		)?.reasons;
		const merge = { keptId: pair.oneId, mergedId: pair.otherId, reasons: reasons ?? [] };
		const merged = await mergeContacts(db, locals.actor, merge, now, retellTies);
		if (!merged.ok) return fail(404, { gone: true });
		const [latest] = await listMerges(db, locals.actor, { contactId: pair.oneId, limit: 1 });
		redirect(303, `${next(1)}&joined=${latest?.id ?? ''}`);
	},
	apart: async ({ locals, request }) => {
		const { db, pair, next, now } = await asked(locals, request);
		if (!(await keepApart(db, locals.actor, pair, now))) return fail(404, { gone: true });
		redirect(303, `${next(1)}&apart=${pair.oneId}&apart=${pair.otherId}`);
	},
	back: async ({ locals, request }) => {
		const { db, pair, next, now, form } = await asked(locals, request);
		const mergeId = String(form.get('merge') ?? '');
		if (mergeId !== '') {
			const merge = (await listMerges(db, locals.actor)).find(({ id }) => id === mergeId);
			if (!(await undoMerge(db, locals.actor, mergeId, now, retellTies)))
				return fail(404, { gone: true });
			if (merge) await askAgain(db, locals.actor, merge.pair, now);
		} else if (!(await askAgain(db, locals.actor, pair, now))) return fail(404, { gone: true });
		redirect(303, next(-1));
	},
	person_same: ({ locals, request }) => decide(locals, request, 'same'),
	person_apart: ({ locals, request }) => decide(locals, request, 'apart'),
	person_back: async ({ locals, request }) => {
		const { db, person, next, now } = await asked(locals, request);
		if (!(await takeBackDecision(db, locals.actor, person, now))) return fail(404, { gone: true });
		redirect(303, next(-1));
	}
};

/** Says of one's own contact and another member's that they are one person, or that they are not. */
async function decide(locals: App.Locals, request: Request, decision: 'same' | 'apart') {
	const { db, person, next, now } = await asked(locals, request);
	const decided = await decidePair(db, locals.actor, { ...person, decision }, now);
	if (!decided.ok) return fail(404, { gone: true });
	redirect(303, `${next(1)}&person=${person.contactId}&person=${person.otherId}`);
}

async function asked(locals: App.Locals, request: Request) {
	const form = await request.formData();
	const { db } = locals.app;
	const text = (name: string) => String(form.get(name) ?? '');
	return {
		db,
		form,
		pair: { oneId: text('one'), otherId: text('other') },
		person: { contactId: text('mine'), otherId: text('theirs') },
		/** The next question, so many answers later. */
		next: (more: number) => {
			const done = Math.max(0, countIn(text('done')) + more);
			return `/contacts/review?skip=${countIn(text('skip'))}&done=${done}`;
		},
		now: await communityNow(db, signedIn(locals).communityId)
	};
}

function countIn(text: string | null): number {
	return Math.max(0, Number.parseInt(text ?? '', 10) || 0);
}
