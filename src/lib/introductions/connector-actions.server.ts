import { z } from 'zod';
import type { Actor } from '#lib/access/actor.ts';
import type { RateLimits } from '#lib/access/rate-limits.server.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { act, type Deed, type Doors } from '#lib/introductions/act.server.ts';
import { actOnce, type Once } from '#lib/introductions/act-once.server.ts';
import { summariseAsk } from '#lib/introductions/summarise-ask.ts';
import { previewAsk } from '#lib/introductions/whole-ask.server.ts';
import { proposeAsk, withChosen } from '#lib/introductions/ask-proposal.ts';
import type { ConnectorChoice, ConnectorForm } from '#lib/introductions/connector-form.ts';
import {
	type ConnectorIntroduction,
	type ConnectorView,
	readRequestToMe
} from '#lib/introductions/connector-view.server.ts';
import { daysFrom } from '#lib/introductions/later-days.ts';
import { remindsConnector } from '#lib/introductions/reminders.ts';
import { listSecret, saidNeverAgain } from '#lib/introductions/never-again.server.ts';
import {
	connectorTyped,
	readAsk,
	type ReadDeed,
	readSuggestion,
	readTurnDown,
	readWord
} from '#lib/introductions/read-connector-form.ts';
import { type Refusal, statusOf } from '#lib/introductions/refusals.ts';

/** What the connector's forms need of the application. */
export interface ConnectorDoors extends Doors {
	limits: RateLimits;
	publicUrl: string;
}

/** Which request is acted on, by whom and when. */
export interface ConnectorPlace {
	actor: Actor;
	communityId: string;
	requestId: string;
	now: Date;
	/** The language in which the connector reads, for the coach's advice. */
	locale: Locale;
}

/** Done (go back to the page, at that target); or the form again, with its status; or nothing here. */
export type ConnectorActed =
	| { kind: 'done'; introductionId: string }
	| { kind: 'form'; status: number; form: ConnectorForm }
	| { kind: 'closed' };

const buttons = z.object({
	do: z.enum([
		'propose',
		'write',
		'preview',
		'ask',
		'turn_down',
		'suggest',
		'vouch',
		'snooze',
		'mute'
	]),
	introductionId: z.uuid().catch(''),
	days: z.enum(['3', '7', '14']).catch('7')
});
type Pressed = z.infer<typeof buttons>;

interface Act extends ConnectorPlace {
	doors: ConnectorDoors;
	view: ConnectorView;
	introduction: ConnectorIntroduction;
	form: ConnectorForm;
}

/** Does what a connector's form asks for; the one action of his page, with an account or without. */
export async function actAsConnector(
	doors: ConnectorDoors,
	place: ConnectorPlace,
	data: FormData
): Promise<ConnectorActed> {
	const fields = Object.fromEntries(data);
	const pressed = buttons.safeParse(fields);
	const view = await readRequestToMe(doors.db, place.actor, place.communityId, place.requestId);
	if (!view || !pressed.success) return { kind: 'closed' };
	const introduction = view.introductions.find((one) => one.id === pressed.data.introductionId);
	const form: ConnectorForm = {
		introductionId: pressed.data.introductionId,
		choice: choiceOf[pressed.data.do],
		step: 'write',
		typed: connectorTyped.parse(fields),
		errors: {},
		refused: null,
		preview: null
	};
	const taken = await doors.limits.take('connector', place.requestId);
	if (!taken.ok) return again(form, 429, 'busy');
	if (form.choice === 'reminders') return quieten(doors, place, view, pressed.data, form);
	if (!introduction) return { kind: 'closed' };
	return press({ ...place, doors, view, introduction, form }, pressed.data.do);
}

const choiceOf: Record<Pressed['do'], ConnectorChoice> = {
	propose: 'ask',
	write: 'ask',
	preview: 'ask',
	ask: 'ask',
	turn_down: 'turn_down',
	suggest: 'suggest',
	vouch: 'vouch',
	snooze: 'reminders',
	mute: 'reminders'
};

function press(acting: Act, button: Pressed['do']): Promise<ConnectorActed> | ConnectorActed {
	const { form } = acting;
	switch (button) {
		case 'propose':
			return propose(acting);
		case 'preview':
			return preview(acting);
		case 'ask':
			return ask(acting);
		case 'turn_down':
			return settle(acting, readTurnDown(form.typed));
		case 'suggest':
			return settle(acting, readSuggestion(form.typed));
		case 'vouch':
			return settle(acting, readWord(form.typed));
		default:
			return again(form, 200);
	}
}

/** A new proposal for the choices made, in place of what was written: for browsers without scripts. */
function propose({ view, introduction, form, now }: Act): ConnectorActed {
	const { subject, text } = proposeAsk(view, introduction, form.typed, now);
	const typed = { ...form.typed, subject, letter: text, proposed: text };
	return again({ ...form, typed }, 200);
}

async function preview(acting: Act): Promise<ConnectorActed> {
	const { form, view, introduction, doors, locale } = acting;
	const read = readAsk(form.typed);
	if (!read.ok) return again({ ...form, errors: read.errors }, 422);
	if (await barred(acting, read)) return again(form, statusOf.never_again, 'never_again');
	const shown = await previewAsk(doors, view, introduction, read);
	const summary = summariseAsk(introduction, form.typed, locale);
	return again({ ...form, step: 'preview', preview: { ...shown, summary } }, 200);
}

async function ask(acting: Act): Promise<ConnectorActed> {
	const { form, doors, actor, requestId } = acting;
	const read = readAsk(form.typed);
	if (!read.ok) return again({ ...form, errors: read.errors }, 422);
	if (await barred(acting, read)) return again(form, statusOf.never_again, 'never_again');
	if (form.typed.channel === 'mail') {
		const sender = actor.kind === 'member' ? actor.memberId : requestId;
		const taken = await doors.limits.take('send', sender);
		if (!taken.ok) return again(form, 429, 'busy');
	}
	return settle(acting, read);
}

/** Act knows the requester's addresses of the target; the connector's own book is asked here. */
async function barred(
	{ doors, introduction, form, communityId }: Act,
	read: ReadDeed & { ok: true }
) {
	const own = withChosen(introduction, form.typed.who).recalled;
	const known = own.flatMap((one) => [...one.emails, ...one.phones]);
	const email = read.deed.words?.askEmail ?? '';
	const secret = await listSecret(doors.db, doors.secret, communityId);
	return saidNeverAgain(doors.db, secret, [email, read.phone, ...known]);
}

async function settle(acting: Act, read: ReadDeed): Promise<ConnectorActed> {
	const { form, doors, actor, introduction, communityId, requestId, now } = acting;
	if (!read.ok) return again({ ...form, errors: read.errors }, 422);
	const key = { communityId, introductionId: introduction.id };
	const acted = await actOnce(doors, actor, key, read.deed, now, async (trx) => {
		const view = await readRequestToMe(trx, actor, communityId, requestId);
		const one = view?.introductions.find(({ id }) => id === introduction.id);
		return one !== undefined && alreadyDone(one, read.deed);
	});
	return outcome(acted, form);
}

function outcome(acted: Once, form: ConnectorForm): ConnectorActed {
	if (acted.ok) return { kind: 'done', introductionId: form.introductionId };
	if (statusOf[acted.refusal] === 404) return { kind: 'closed' };
	return again(form, statusOf[acted.refusal], acted.refusal);
}

function alreadyDone(one: ConnectorIntroduction, { event, words = {} }: Deed): boolean {
	switch (event.kind) {
		case 'ask': {
			const { channel, subject, letter, email } = one.ask;
			const same = subject === words.askSubject && letter === words.askLetter;
			return (
				one.state === 'asked' && same && channel === words.askChannel && email === words.askEmail
			);
		}
		case 'turn_down':
			return one.state === 'turned_down';
		case 'suggest':
			return one.state === 'redirected' && one.suggested?.name === words.suggestedName;
		case 'vouch':
			return one.state === 'agreed' && one.vouched;
		default:
			return false;
	}
}

/** Puts off or switches off the reminders of every target that still waits for this connector. */
async function quieten(
	doors: ConnectorDoors,
	{ actor, communityId, now }: ConnectorPlace,
	view: ConnectorView,
	{ do: button, days }: Pressed,
	form: ConnectorForm
): Promise<ConnectorActed> {
	const event: Deed['event'] =
		button === 'mute' ? { kind: 'mute' } : { kind: 'snooze', until: daysFrom(now, Number(days)) };
	const waiting = view.introductions.filter((one) => remindsConnector(one.state, one.ask.channel));
	for (const { id: introductionId } of waiting) {
		const acted = await act(doors, actor, { communityId, introductionId }, { event }, now);
		if (!acted.ok) return outcome(acted, form);
	}
	return { kind: 'done', introductionId: '' };
}

function again(
	form: ConnectorForm,
	status: number,
	refused: Refusal | 'busy' | null = null
): ConnectorActed {
	return { kind: 'form', status, form: { ...form, refused } };
}
