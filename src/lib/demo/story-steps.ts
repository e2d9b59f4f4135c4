import type { Role } from '#lib/demo/person.ts';

/** The suggested story, in its order; each step is one thing that one person does. */
export const storySteps = [
	{ key: 'find', role: 'kathy' },
	{ key: 'ask', role: 'kathy' },
	{ key: 'pass_on', role: 'dean' },
	{ key: 'pierre', role: 'pierre' },
	{ key: 'later', role: 'kathy' },
	{ key: 'paul', role: 'paul' },
	{ key: 'write', role: 'kathy' },
	{ key: 'thank', role: 'kathy' },
	{ key: 'learn', role: 'dean' }
] as const satisfies readonly { key: string; role: Role }[];
export type StoryStep = (typeof storySteps)[number]['key'];

/** What has happened to Kathy's request, as far as the story asks. */
export interface Told {
	/** The states of the introductions to Pierre and to Paul; null before they are asked for. */
	pierre: string | null;
	paul: string | null;
	clockAheadMs: number;
}

const threeDays = 3 * 86_400_000;
const unsent = [null, 'draft', 'withdrawn'];
const unasked = [...unsent, 'requested', 'turned_down'];
const unanswered = [...unasked, 'asked', 'unanswered'];
const unread = [...unanswered, 'agreed'];
const unreported = [...unread, 'introduced'];

/** Which steps are done; the last one is done when the story is. */
export function doneSteps({ pierre, paul, clockAheadMs }: Told): Set<StoryStep> {
	const beyond = (states: (string | null)[], both = [pierre, paul]) =>
		both.every((state) => !states.includes(state));
	const done: Record<StoryStep, boolean> = {
		find: beyond(unsent),
		ask: beyond(unsent),
		pass_on: beyond(unasked),
		pierre: beyond(unanswered, [pierre]),
		later: clockAheadMs >= threeDays,
		paul: beyond(unanswered, [paul]),
		write: beyond(unread),
		thank: [pierre, paul].includes('thanked'),
		learn: beyond(unreported) && pierre === 'thanked' && paul === 'thanked'
	};
	return new Set(storySteps.map(({ key }) => key).filter((key) => done[key]));
}
