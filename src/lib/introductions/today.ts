import { dayOf } from '#lib/i18n/dates.ts';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import type { State } from '#lib/introductions/lifecycle.ts';
import { standsStill } from '#lib/introductions/state-sentence.ts';
import { waits } from '#lib/introductions/timers.ts';

/** What waits for a member today, most pressing first within each. */
export interface Today {
	/** Requests made to me, one entry a request. */
	toMe: { requestId: string; from: string; targets: string[]; since: Date; again: boolean }[];
	/** Yeses that I have not opened yet. */
	answers: IntroductionLine[];
	/** Drafts that follow a redirection, and drafts of mine. */
	drafts: {
		requestId: string;
		to: string;
		targets: string[];
		since: Date;
		suggested: boolean;
		held: boolean;
	}[];
	/**
	 * A letter that has to be carried by hand, or time to note what came of it, to look elsewhere, or
	 * to thank. One letter asks and one letter thanks for all of a request: then there is one entry a
	 * request, with all it is about.
	 */
	followUps: { line: IntroductionLine; why: FollowUp; targets: string[] }[];
}

const followUps = ['away', 'undelivered', 'thank', 'note', 'silent'] as const;
type FollowUp = (typeof followUps)[number];

const day = 86_400_000;
/** A connector silent for this long (after both reminders) is worth looking elsewhere, in days. */
export const longSilence = 3 * waits.requested;

/**
 * Sorts a member's introductions into what is to be done now. `undelivered`: the requests whose
 * letter did not reach its connector.
 */
export function todayOf(
	lines: IntroductionLine[],
	now: Date,
	undelivered: ReadonlySet<string> = new Set()
): Today {
	const mine = lines.filter((line) => line.as === 'requester');
	const asked = lines.filter((line) => line.as === 'connector');
	const due = asked.filter((line) => line.state === 'requested' || isAgain(line, now));
	return {
		toMe: byRequest(due).map((lines) => ({
			requestId: lines[0].requestId,
			from: lines[0].other,
			targets: namesOf(lines),
			since: lines[0].since,
			again: lines[0].state === 'postponed'
		})),
		answers: mine.filter((line) => line.state === 'agreed'),
		drafts: byRequest(mine.filter(isUnsentDraft)).map((lines) => ({
			requestId: lines[0].requestId,
			to: lines[0].other,
			targets: namesOf(lines),
			since: lines[0].since,
			suggested: lines[0].linkedFrom !== null,
			held: lines[0].held
		})),
		followUps: followUps.flatMap((why) => {
			const due = mine.filter((line) => followUp(line, now, undelivered) === why);
			const groups = why === 'note' ? due.map((line): Some => [line]) : byRequest(due);
			return groups.map((lines) => ({ line: lines[0], why, targets: namesOf(lines) }));
		})
	};
}

/** What waits for its day needs nothing from its writer. */
function isUnsentDraft({ state, barred, sendOn }: IntroductionLine): boolean {
	return state === 'draft' && !barred && sendOn === null;
}

/** The states in which something may wait today, drafts apart. */
export const waitingStates = [
	'requested',
	'postponed',
	'agreed',
	'introduced',
	'met',
	'closed'
] as const satisfies readonly State[];

/** How many things wait: the number beside "Today". */
export function countToday({ toMe, answers, followUps }: Today): number {
	return toMe.length + answers.length + followUps.length;
}

/** How many introductions wait for somebody else. */
export function underWay(lines: readonly IntroductionLine[]): number {
	const states = { requester: ['requested', 'asked', 'postponed'], connector: ['asked', 'agreed'] };
	return lines.filter((line) => states[line.as].includes(line.state) && !standsStill(line)).length;
}

function isAgain(line: IntroductionLine, now: Date): boolean {
	return (
		line.state === 'postponed' && line.postponedUntil !== null && line.postponedUntil <= dayOf(now)
	);
}

function followUp(
	line: IntroductionLine,
	now: Date,
	undelivered: ReadonlySet<string>
): FollowUp | null {
	const silentFor = (now.getTime() - line.since.getTime()) / day;
	if (line.state === 'closed' || line.state === 'met') return 'thank';
	if (line.state === 'introduced') return silentFor >= waits.introduced ? 'note' : null;
	if (standsStill(line)) return 'away';
	if (line.state !== 'requested') return null;
	if (undelivered.has(line.requestId)) return 'undelivered';
	return silentFor >= longSilence ? 'silent' : null;
}

type Some = [IntroductionLine, ...IntroductionLine[]];

function namesOf(lines: Some): string[] {
	return lines.map((line) => line.target.name);
}

/** Lines gathered by their request, in the order in which each request is first met. */
export function byRequest(lines: readonly IntroductionLine[]): Some[] {
	const groups = new Map<string, Some>();
	for (const line of lines) {
		const group = groups.get(line.requestId);
		if (group) group.push(line);
		else groups.set(line.requestId, [line]);
	}
	return [...groups.values()];
}
