import { error, redirect } from '@sveltejs/kit';
import { judge } from '#lib/coach/judge.ts';
import { summarise } from '#lib/coach/summarise.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { sayStrength } from '#lib/i18n/strength-sentence.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { capitalised } from '#lib/i18n/typography.ts';
import {
	blankRevival,
	proposeRevival,
	revivalTyped,
	type RevivalTyped
} from '#lib/introductions/revival-form.ts';
import { knownForRevival } from '#lib/introductions/known-for-letter.server.ts';
import { readRevival, type Revival } from '#lib/introductions/revival.server.ts';
import { noteMessage } from '#lib/network/note-message.server.ts';
import type { Actions, PageServerLoad } from './$types';

interface Asked {
	locals: App.Locals;
	params: { id: string };
}

async function revivalOf({ locals, params }: Asked): Promise<Revival> {
	const { db } = locals.app;
	const now = await communityNow(db, signedIn(locals).communityId);
	return (await readRevival(db, locals.actor, params.id, now)) ?? error(404);
}

/** The letter with what the coach makes of it, so that it is told without scripts too. */
function judged({ locale: adviceIn }: App.Locals, typed: RevivalTyped) {
	const facts = { writerReachable: true };
	const options = { kind: 'revival', lang: typed.locale, adviceIn, facts } as const;
	return { typed, summary: summarise(judge(typed.letter, options)) };
}

async function typedIn({ request }: { request: Request }): Promise<RevivalTyped> {
	return revivalTyped.parse(Object.fromEntries(await request.formData()));
}

export const load: PageServerLoad = async (event) => {
	const revival = await revivalOf(event);
	const { locale } = event.locals;
	return {
		revival,
		known: await knownForRevival(event.locals.app.db, event.locals.actor, event.params.id),
		tie: capitalised(sayTie(revival.tie, locale), locale),
		strength: sayStrength(revival.strength, locale),
		...judged(event.locals, blankRevival(revival))
	};
};

export const actions: Actions = {
	read: async (event) => {
		await revivalOf(event);
		return judged(event.locals, await typedIn(event));
	},
	propose: async (event) => {
		const revival = await revivalOf(event);
		const typed = await typedIn(event);
		const { subject, text } = proposeRevival(revival, typed);
		return judged(event.locals, { ...typed, subject, letter: text, proposed: text });
	},
	sent: async ({ locals, params }) => {
		const { db } = locals.app;
		const now = await communityNow(db, signedIn(locals).communityId);
		if (!(await noteMessage(db, locals.actor, params.id, now))) error(404);
		redirect(303, `/contacts/${params.id}?written=1`);
	}
};
