import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { sayWhy } from '#lib/i18n/match-reasons.ts';
import { answersOf } from '#lib/matching/answers.server.ts';
import { listMerges } from '#lib/matching/merge-list.server.ts';
import { decidePair, takeBackDecision } from '#lib/matching/person-decisions.server.ts';
import { joinsOf } from '#lib/matching/person-joins.server.ts';
import { askAgain } from '#lib/matching/review.server.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many on a page. */
const ofPage = 50;
const kinds = ['members', 'own', 'said'] as const;
const parsed = z.object({
	kind: z.enum(kinds).optional().catch(undefined),
	q: z.string().trim().max(200).catch(''),
	from: z.coerce.number().int().min(0).max(1_000_000).catch(0),
	contact: z.uuid().optional().catch(undefined)
});

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor } = locals;
	const asked = parsed.parse(Object.fromEntries(url.searchParams));
	const isAlone = signedIn(locals).community.kind === 'personal';
	const kind = asked.kind ?? (isAlone ? 'own' : 'members');
	const contact = asked.contact ? await readContact(app.db, actor, asked.contact) : null;
	const lines = await linesOf(locals, kind, { ...asked, contactId: asked.contact });
	const parted = [url.searchParams.get('mine'), url.searchParams.get('theirs')];
	return {
		kind,
		isAlone,
		query: asked.q,
		from: asked.from,
		contact: contact && { id: contact.id, name: contact.fullName },
		joins: lines.joins.slice(0, ofPage),
		merges: lines.merges.slice(0, ofPage),
		answers: lines.answers.slice(0, ofPage),
		next:
			Math.max(...Object.values(lines).map(({ length }) => length)) > ofPage
				? asked.from + ofPage
				: null,
		parted: parted[0] && parted[1] ? { mine: parted[0], theirs: parted[1] } : null,
		isTakenBack: url.searchParams.has('taken_back')
	};
};

interface Asked {
	q: string;
	from: number;
	contactId: string | undefined;
}

async function linesOf({ app, actor, locale }: App.Locals, kind: Kind, asked: Asked) {
	const { q: query, from: offset, contactId } = asked;
	const which = { query, offset, limit: ofPage + 1, ...(contactId && { contactId }) };
	const why = <T extends { reasons: Parameters<typeof sayWhy>[0] }>(one: T) => ({
		...one,
		why: sayWhy(one.reasons, locale)
	});
	const joins = kind === 'members' ? await joinsOf(app.db, actor, which) : [];
	const merges = kind === 'own' ? await listMerges(app.db, actor, which) : [];
	const answers = kind === 'said' ? await answersOf(app.db, actor, which) : [];
	return {
		joins: joins.map(why),
		merges: merges.map(why),
		answers: answers.slice(offset, offset + ofPage + 1)
	};
}

type Kind = (typeof kinds)[number];

export const actions: Actions = {
	part: async (event) => {
		const { db, mine, theirs, now } = await named(event);
		const pair = { contactId: mine, otherId: theirs, decision: 'apart' as const };
		if (!(await decidePair(db, event.locals.actor, pair, now)).ok) return fail(404, { gone: true });
		redirect(303, back(event.url, { mine, theirs }));
	},
	take_back: async (event) => {
		const { db, mine, theirs, now } = await named(event);
		const pair = { contactId: mine, otherId: theirs };
		if (!(await takeBackDecision(db, event.locals.actor, pair, now)))
			return fail(404, { gone: true });
		redirect(303, back(event.url, { taken_back: '' }));
	},
	separate: async (event) => {
		const { db, form, now } = await named(event);
		const id = String(form.get('merge') ?? '');
		if (!(await undoMerge(db, event.locals.actor, id, now, retellTies)))
			return fail(404, { gone: true });
		redirect(303, back(event.url));
	},
	ask_again: async (event) => {
		const { db, mine, theirs, now } = await named(event);
		const pair = { oneId: mine, otherId: theirs };
		if (!(await askAgain(db, event.locals.actor, pair, now))) return fail(404, { gone: true });
		redirect(303, back(event.url, { taken_back: '' }));
	}
};

/** What a form names: one's own contact and the other. */
async function named({ locals, request }: { locals: App.Locals; request: Request }) {
	const form = await request.formData();
	const { db } = locals.app;
	return {
		db,
		form,
		mine: String(form.get('mine') ?? ''),
		theirs: String(form.get('theirs') ?? ''),
		now: await communityNow(db, signedIn(locals).communityId)
	};
}

/** The same list, at its beginning. */
function back({ searchParams }: URL, said: Record<string, string> = {}): string {
	const kept = ['kind', 'q', 'contact'].flatMap((name) => {
		const value = searchParams.get(name);
		return value ? [[name, value]] : [];
	});
	const search = new URLSearchParams([...kept, ...Object.entries(said)]);
	return search.size > 0 ? `/contacts/joins?${search}` : '/contacts/joins';
}
