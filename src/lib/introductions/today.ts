import { dayOf } from '#lib/i18n/dates.ts';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import { waits } from '#lib/introductions/timers.ts';

/** What waits for a member today, most pressing first within each. */
export interface Today {
	/** Requests made to me, one entry a request. */
	toMe: { requestId: string; from: string; targets: string[]; since: Date; again: boolean }[];
	/** Yeses that I have not opened yet. */
	answers: IntroductionLine[];
	/** Drafts that follow a redirection, and drafts of mine. */
	drafts: { requestId: string; to: string; targets: string[]; since: Date; suggested: boolean }[];
	/** Time to write, to note what came of it, to look elsewhere, or to thank. */
	followUps: { line: IntroductionLine; why: 'note' | 'thank' | 'silent' }[];
}

const day = 86_400_000;
/** A connector silent for this long (after both reminders) is worth looking elsewhere, in days. */
const longSilence = 3 * waits.requested;

/** Sorts a member's introductions into what is to be done now. */
export function todayOf(lines: IntroductionLine[], now: Date): Today {
	const mine = lines.filter((line) => line.as === 'requester');
	const asked = lines.filter((line) => line.as === 'connector');
	const due = asked.filter((line) => line.state === 'requested' || isAgain(line, now));
	return {
		toMe: byRequest(due).map(({ lines: [first, ...rest] }) => ({
			requestId: first.requestId,
			from: first.other,
			targets: [first, ...rest].map((line) => line.target.name),
			since: first.since,
			again: first.state === 'postponed'
		})),
		answers: mine.filter((line) => line.state === 'agreed'),
		drafts: byRequest(mine.filter((line) => line.state === 'draft' && !line.barred)).map(
			({ lines: [first, ...rest] }) => ({
				requestId: first.requestId,
				to: first.other,
				targets: [first, ...rest].map((line) => line.target.name),
				since: first.since,
				suggested: first.linkedFrom !== null
			})
		),
		followUps: mine.flatMap((line) => {
			const why = followUp(line, now);
			return why ? [{ line, why }] : [];
		})
	};
}

/** How many things wait: the number beside "Today". */
export function countToday({ toMe, answers, followUps }: Today): number {
	return toMe.length + answers.length + followUps.length;
}

function isAgain(line: IntroductionLine, now: Date): boolean {
	return (
		line.state === 'postponed' && line.postponedUntil !== null && line.postponedUntil <= dayOf(now)
	);
}

function followUp(line: IntroductionLine, now: Date): Today['followUps'][number]['why'] | null {
	const silentFor = (now.getTime() - line.since.getTime()) / day;
	if (line.state === 'closed' || line.state === 'met') return 'thank';
	if (line.state === 'introduced') return silentFor >= waits.introduced ? 'note' : null;
	return line.state === 'requested' && silentFor >= longSilence ? 'silent' : null;
}

type Some = [IntroductionLine, ...IntroductionLine[]];

function byRequest(lines: IntroductionLine[]): { lines: Some }[] {
	const groups = new Map<string, Some>();
	for (const line of lines) {
		const group = groups.get(line.requestId);
		if (group) group.push(line);
		else groups.set(line.requestId, [line]);
	}
	return [...groups.values()].map((group) => ({ lines: group }));
}
