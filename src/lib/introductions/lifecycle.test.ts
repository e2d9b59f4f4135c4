import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '#lib/access/part.ts';
import {
	type EventKind,
	type Life,
	type LifeEvent,
	decide,
	moves,
	newLife,
	replay,
	states
} from '#lib/introductions/lifecycle.ts';
import { mayQuieten, silentParty, waits } from '#lib/introductions/timers.ts';

const begun = new Date('2026-03-02T09:00:00Z');
const day = 86_400_000;
const later = (days: number) => new Date(begun.getTime() + days * day);
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

const channels = fc.subarray<'email' | 'phone'>(['email', 'phone']);
const date = fc.integer({ min: 1, max: 500 }).map((days) => isoDay(later(days)));
const outcome = fc.constantFrom(
	'in_contact' as const,
	'met' as const,
	'nothing' as const,
	'led_to' as const
);
const onward: fc.Arbitrary<LifeEvent> = fc.oneof(
	fc.constantFrom<LifeEvent>(
		{ kind: 'send' },
		{ kind: 'ask' },
		{ kind: 'redirect' },
		{ kind: 'read' },
		{ kind: 'thank' },
		{ kind: 'remind' },
		{ kind: 'remind' },
		{ kind: 'give_up' },
		{ kind: 'mute' }
	),
	fc.record({ kind: fc.constantFrom('agree', 'vouch'), channels }),
	fc.record({ kind: fc.constant('decline'), never: fc.boolean() }),
	fc.record({ kind: fc.constantFrom('postpone', 'snooze'), until: date }),
	fc.record({ kind: fc.constant('report'), outcome })
);
const ending = fc.constantFrom<LifeEvent>(
	{ kind: 'withdraw' },
	{ kind: 'turn_down' },
	{ kind: 'suggest' }
);
const time = fc.constantFrom<LifeEvent>({ kind: 'remind' }, { kind: 'give_up' });
const event = fc.oneof(
	{ weight: 20, arbitrary: onward },
	{ weight: 30, arbitrary: time },
	{ weight: 1, arbitrary: ending }
);
const part = fc.constantFrom<Part>('requester', 'connector', 'target', 'system');
/** Mostly what could rightly come next, so that random stories go far; sometimes anything by anyone. */
const step = fc.record({
	wild: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
	event,
	part,
	choices: fc.infiniteStream(event),
	days: fc.constantFrom(0, 1, 7, 30, 30)
});
interface Step {
	wild: boolean;
	event: LifeEvent;
	part: Part;
	choices: Iterable<LifeEvent>;
	days: number;
}

interface Told {
	rows: { event: LifeEvent; at: Date }[];
	lives: Life[];
}

function tell(steps: Step[]): Told {
	const told: Told = { rows: [], lives: [newLife(begun)] };
	let now = begun;
	for (const { wild, event: any, part: anyone, choices, days } of steps) {
		const life = told.lives.at(-1) ?? newLife(begun);
		now = new Date(now.getTime() + days * day);
		const next = wild ? any : possible(life, choices, now);
		const decision = decide(life, next, wild ? anyone : rightPart(next.kind, life), now);
		if (!decision.ok) continue;
		told.rows.push({ event: next, at: now });
		told.lives.push(decision.life);
	}
	return told;
}

/** The first of some random events that may rightly happen now; after an end, any. */
function possible(life: Life, choices: Iterable<LifeEvent>, now: Date): LifeEvent {
	let tries = 0;
	for (const one of choices)
		if (decide(life, one, rightPart(one.kind, life), now).ok || tries++ > 20) return one;
	throw new Error('an infinite stream ended');
}

function rightPart(kind: EventKind, life: Life): Part {
	const { by } = moves[kind];
	return by === 'silent party' ? (silentParty(life.state) ?? 'system') : by;
}

const stories = fc.array(step, { maxLength: 40, size: 'max' }).map(tell);
const holds = (check: (told: Told) => void) =>
	fc.assert(
		fc.property(stories, (told) => {
			check(told);
		}),
		{ numRuns: 500 }
	);

describe('whatever happens, in any order', () => {
	it('every state is reached by some random story, so the rest of these tests see them all', () => {
		const seen = new Set(
			fc
				.sample(stories, { numRuns: 1000, seed: 7 })
				.flatMap(({ lives }) => lives.map((l) => l.state))
		);
		expect([...seen].toSorted()).toEqual([...states].toSorted());
	});

	it('no state outside the table is reached', () => {
		holds(({ lives }) => lives.forEach((life) => expect(states).toContain(life.state)));
	});

	it('details are visible only from agreed on, and only the channels that were chosen', () => {
		const open = ['agreed', 'introduced', 'met', 'closed', 'thanked'];
		holds(({ lives, rows }) => {
			lives.forEach((life, at) => {
				if (!open.includes(life.state)) expect(life.released).toEqual([]);
				const answers = rows.slice(0, at).map((row) => row.event);
				const last = answers.findLast((one) => one.kind === 'agree' || one.kind === 'vouch');
				const chosen = last && 'channels' in last ? last.channels : [];
				expect(life.released.every((channel) => chosen.includes(channel))).toBe(true);
			});
		});
	});

	it('nobody is reminded a third time in one silence', () => {
		holds(({ rows }) => {
			let inARow = 0;
			rows.forEach((row) => {
				const moved = moves[row.event.kind].to !== 'same';
				inARow = row.event.kind === 'remind' ? inARow + 1 : moved ? 0 : inARow;
				expect(inARow).toBeLessThanOrEqual(2);
			});
		});
	});

	it('every change adds exactly one to the version', () => {
		holds(({ lives }) =>
			expect(lives.map((life) => life.version)).toEqual(lives.map((_, at) => at))
		);
	});

	it('replaying the history gives the life', () => {
		holds(({ rows, lives }) => expect(replay(rows, begun)).toEqual(lives.at(-1)));
	});

	it('a part that may not act is refused and nothing changes', () => {
		fc.assert(
			fc.property(stories, event, part, ({ lives }, one, who) => {
				const life = lives.at(-1) ?? newLife(begun);
				const own = moves[one.kind].by === 'silent party' && mayQuieten(life.state, who);
				if (own || who === rightPart(one.kind, life)) return;
				expect(decide(life, one, who, later(1000)).ok).toBe(false);
			})
		);
	});

	it('after a "never again" only the target himself opens the door again', () => {
		holds(({ lives, rows }) => {
			rows.forEach((row, at) => {
				if (!lives[at]?.neverAgain || lives[at + 1]?.neverAgain) return;
				expect(['agree', 'postpone', 'redirect', 'decline']).toContain(row.event.kind);
			});
		});
	});
});

/** Plays a story of rightful events, each some days after the one before. */
function play(...story: [LifeEvent, number][]): Life {
	let [life, now] = [newLife(begun), begun];
	for (const [one, days] of story) {
		now = new Date(now.getTime() + days * day);
		const decision = decide(life, one, rightPart(one.kind, life), now);
		if (!decision.ok) throw new Error(`${one.kind} was refused: ${decision.refusal}`);
		life = decision.life;
	}
	return life;
}

describe('the life of an introduction', () => {
	it('goes from the request to the thanks', () => {
		const life = play(
			[{ kind: 'send' }, 0],
			[{ kind: 'ask' }, 0],
			[{ kind: 'agree', channels: ['phone'] }, 3],
			[{ kind: 'read' }, 1],
			[{ kind: 'report', outcome: 'met' }, 10],
			[{ kind: 'report', outcome: 'led_to' }, 20],
			[{ kind: 'thank' }, 0]
		);
		expect(life).toMatchObject({ state: 'thanked', released: ['phone'] });
	});

	it('comes to silence after two reminders, and a late answer revives it', () => {
		const silent: [LifeEvent, number][] = [
			[{ kind: 'send' }, 0],
			[{ kind: 'ask' }, 0],
			[{ kind: 'remind' }, waits.asked],
			[{ kind: 'remind' }, waits.asked],
			[{ kind: 'give_up' }, waits.asked]
		];
		expect(play(...silent).state).toBe('unanswered');
		expect(play(...silent, [{ kind: 'agree', channels: ['email'] }, 90]).state).toBe('agreed');
	});

	it('refuses a reminder before its day, and after a snooze until that day', () => {
		const life = play([{ kind: 'send' }, 0], [{ kind: 'snooze', until: isoDay(later(30)) }, 1]);
		expect(decide(life, { kind: 'remind' }, 'system', later(29))).toEqual({
			ok: false,
			refusal: 'not_due'
		});
		expect(decide(life, { kind: 'remind' }, 'system', later(30)).ok).toBe(true);
	});

	it('lets a target change his yes until it has been read, not after', () => {
		const agreed = play(
			[{ kind: 'send' }, 0],
			[{ kind: 'ask' }, 0],
			[{ kind: 'agree', channels: ['email'] }, 0]
		);
		const changed = decide(agreed, { kind: 'decline', never: false }, 'target', later(1));
		expect(changed).toMatchObject({ ok: true, life: { state: 'declined', released: [] } });
		const read = decide(agreed, { kind: 'read' }, 'requester', later(1));
		if (!read.ok) throw new Error('reading was refused');
		const late = decide(read.life, { kind: 'decline', never: false }, 'target', later(2));
		expect(late).toEqual({ ok: false, refusal: 'too_late' });
	});

	it('refuses a yes without a channel and a delay into the past or beyond a year', () => {
		const asked = play([{ kind: 'send' }, 0], [{ kind: 'ask' }, 0]);
		const judge = (one: LifeEvent) => decide(asked, one, 'target', later(1));
		expect(judge({ kind: 'agree', channels: [] })).toEqual({ ok: false, refusal: 'no_channel' });
		expect(judge({ kind: 'postpone', until: isoDay(begun) })).toEqual({
			ok: false,
			refusal: 'bad_date'
		});
		expect(judge({ kind: 'postpone', until: '2028-01-01' })).toEqual({
			ok: false,
			refusal: 'bad_date'
		});
		expect(judge({ kind: 'postpone', until: 'soon' })).toEqual({ ok: false, refusal: 'bad_date' });
	});
});
