import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { isId } from '#lib/people/book.ts';
import {
	type AdviserView,
	readForAdviser,
	requestOfReading
} from '#lib/readings/adviser-view.server.ts';
import { answerReading } from '#lib/readings/answer-reading.server.ts';
import { addRemark, strikeRemark } from '#lib/readings/note-remark.server.ts';
import { type Done, readingStatus, type Settled } from '#lib/readings/reading.ts';
import { readRemark, readWord, type RemarkFault } from '#lib/readings/remark-form.ts';
import { putAwayReading, settleRemark } from '#lib/readings/settle-remark.server.ts';
import { takeBackReading } from '#lib/readings/take-back-reading.server.ts';
import { takeWording } from '#lib/readings/take-wording.server.ts';
import { backToDraft, keepDraft, readingDoors } from '../back-to-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'request'> & { params: { id: string } };

/** The adviser reads here; whoever asked is led to the draft; for everybody else it does not exist. */
export const load: PageServerLoad = async ({ locals, params }) => {
	if (!isId(params.id)) error(404);
	const { now } = await readingDoors(locals);
	const { db } = locals.app;
	const view = await readForAdviser(db, locals.actor, params.id);
	if (view) return { view, now };
	const requestId = await requestOfReading(db, locals.actor, params.id);
	if (requestId) redirect(303, `/requests/${requestId}/write#reading`);
	error(404);
};

/** What the adviser's form holds, with the reading it is about. */
async function adviserForm({ locals, params, request }: Event) {
	const view = isId(params.id)
		? await readForAdviser(locals.app.db, locals.actor, params.id)
		: null;
	if (!view) error(404);
	return { view, form: await request.formData(), ...(await readingDoors(locals)) };
}

function refused(form: FormData, fault: RemarkFault | 'too_many') {
	const text = (name: string) => String(form.get(name) ?? '');
	const typed = { passage: text('passage'), remark: text('remark'), wording: text('wording') };
	return fail(422, { typed: { ...typed, word: text('word'), fault } });
}

/** The page again, as it stands now: after what was done, or after what had changed meanwhile. */
function again(view: AdviserView, done: Done, where = ''): never {
	if (!done.ok && done.refusal === 'not_found') error(404);
	redirect(303, `/readings/${view.id}${where}`);
}

async function note(event: Event, view: AdviserView, form: FormData, now: Date) {
	const read = readRemark(form, view.letter?.text ?? '');
	if (!read.ok) return refused(form, read.fault);
	const { db } = event.locals.app;
	const added = await addRemark(db, event.locals.actor, view.id, read.remark, now);
	return !added.ok && added.refusal === 'too_many' ? refused(form, 'too_many') : added;
}

/** Does what a requester's button beside the draft asks for, and goes back there. */
async function asRequester(
	{ locals, params, request }: Event,
	what: (step: { form: FormData; now: Date; remarkId: string }) => Promise<Done>,
	told: '' | 'taken' = ''
): Promise<never> {
	const requestId = isId(params.id)
		? await requestOfReading(locals.app.db, locals.actor, params.id)
		: null;
	if (!requestId) error(404);
	const form = await request.formData();
	const { now } = await readingDoors(locals);
	await keepDraft(locals, requestId, form, now);
	const remarkId = String(form.get('remark_id') ?? '');
	if (form.has('remark_id') && !isId(remarkId)) error(404);
	backToDraft(requestId, await what({ form, now, remarkId }), told);
}

const settlement = z.object({
	remark_id: z.uuid(),
	settled: z.enum(['taken', 'done', 'set_aside', ''])
});

const settling = (settled: Settled | null) => (event: Event) =>
	asRequester(event, ({ now, remarkId }) => {
		const { db } = event.locals.app;
		return settleRemark(db, event.locals.actor, event.params.id, { id: remarkId, settled }, now);
	});

export const actions: Actions = {
	remark: async (event) => {
		const { view, form, now } = await adviserForm(event);
		const noted = await note(event, view, form, now);
		if ('status' in noted) return noted;
		again(view, noted, '#remarks');
	},
	strike: async (event) => {
		const { view, form } = await adviserForm(event);
		const id = String(form.get('struck'));
		if (!isId(id)) error(404);
		again(
			view,
			await strikeRemark(event.locals.app.db, event.locals.actor, view.id, id),
			'#remarks'
		);
	},
	// A remark that is written but not noted goes along.
	give: async (event) => {
		const { view, form, doors, now } = await adviserForm(event);
		if (form.get('remark') || form.get('wording')) {
			const noted = await note(event, view, form, now);
			if ('status' in noted) return noted;
			if (!noted.ok) again(view, noted);
		}
		const answer = { state: 'given', word: readWord(form) } as const;
		again(view, await answerReading(doors, event.locals.actor, view.id, answer, now));
	},
	decline: async (event) => {
		const { view, form, doors, now } = await adviserForm(event);
		const answer = { state: 'declined', word: readWord(form) } as const;
		again(view, await answerReading(doors, event.locals.actor, view.id, answer, now));
	},

	take: (event) =>
		asRequester(
			event,
			({ now, remarkId }) =>
				takeWording(event.locals.app.db, event.locals.actor, event.params.id, remarkId, now),
			'taken'
		),
	done: settling('done'),
	set_aside: settling('set_aside'),
	reopen: settling(null),
	/** The same for a page that stays where it is: it has put a wording into the letter by itself. */
	settle: async (event) => {
		const { actor, app } = event.locals;
		const pressed = settlement.safeParse(Object.fromEntries(await event.request.formData()));
		if (!isId(event.params.id) || !pressed.success) error(404);
		const { now } = await readingDoors(event.locals);
		const { remark_id: id, settled } = pressed.data;
		const remark = { id, settled: settled || null };
		const done = await settleRemark(app.db, actor, event.params.id, remark, now);
		if (!done.ok) error(readingStatus[done.refusal]);
	},
	back: (event) =>
		asRequester(event, ({ now }) =>
			takeBackReading(event.locals.app.db, event.locals.actor, event.params.id, now)
		),
	away: (event) =>
		asRequester(event, ({ now }) =>
			putAwayReading(event.locals.app.db, event.locals.actor, event.params.id, now)
		)
};
