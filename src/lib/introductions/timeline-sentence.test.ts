import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LifeEvent } from '#lib/introductions/lifecycle.ts';
import { timeline, type TimelineLine } from '#lib/introductions/timeline.ts';
import { sayTimeline } from '#lib/introductions/timeline-sentence.ts';

const now = new Date('2026-03-20T09:00:00Z');
const names = { requester: 'Kathy Arnaud', connector: 'Dean Groves', target: 'Anne Lefort' };
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9));

function story(
	whats: TimelineLine['what'][],
	reader: 'requester' | 'connector',
	locale: 'fr' | 'en'
) {
	const lines = whats.map((what, day): TimelineLine => ({ what, by: 'system', at: at(day + 1) }));
	return sayTimeline(lines, names, reader, now, locale).map((line) => line.text);
}

/** Typed so that a new kind of line cannot be forgotten here. */
const everyLine: Record<TimelineLine['what'], true> = {
	send: true,
	withdraw: true,
	ask: true,
	suggest: true,
	vouch: true,
	agree: true,
	postpone: true,
	redirect: true,
	read: true,
	report: true,
	thank: true,
	remind: true,
	give_up: true,
	not_possible: true,
	declined: true,
	turned_down: true
};

const reminded = (before: TimelineLine['what'], reader: 'requester' | 'connector') =>
	story([before, 'remind', 'remind'], reader, 'en').at(-1);

describe('a story in sentences', () => {
	it('is told to each reader from their own side', () => {
		const whats = ['send', 'ask', 'agree', 'read', 'report', 'thank'] as const;
		expect(story([...whats], 'requester', 'en').slice(0, 4)).toEqual([
			'You wrote to Dean.',
			'Dean wrote to Anne.',
			'Anne said yes.',
			'You opened the answer.'
		]);
		expect(story([...whats], 'connector', 'fr').slice(1, 4)).toEqual([
			'Vous avez écrit à Anne.',
			'Anne a dit oui.',
			'Kathy a ouvert la réponse d’Anne.'
		]);
	});

	it('says what came of it, and until when it was put off', () => {
		const [report] = sayTimeline(
			[{ what: 'report', by: 'requester', at: at(1), outcome: 'met' }],
			names,
			'requester',
			now,
			'en'
		);
		expect(report?.text).toBe('You noted what came of it: a meeting took place.');
		const [later] = sayTimeline(
			[{ what: 'postpone', by: 'target', at: at(1), until: '2026-04-03' }],
			names,
			'requester',
			now,
			'fr'
		);
		expect(later).toMatchObject({
			text: 'Anne préfère en reparler à partir du 3 avril.',
			date: '1er mars'
		});
	});

	it('knows whose silence a reminder broke', () => {
		expect(reminded('send', 'requester')).toBe('A reminder went to Dean.');
		expect(reminded('send', 'connector')).toBe('You were sent a reminder.');
		expect(reminded('agree', 'requester')).toBe('You were sent a reminder.');
		expect(reminded('ask', 'requester')).toBe('A reminder went out.');
	});

	it('has a sentence for every line, reader and language', () => {
		const whats = Object.keys(everyLine) as TimelineLine['what'][];
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...whats), { maxLength: 12 }),
				fc.constantFrom('requester' as const, 'connector' as const),
				fc.constantFrom('fr' as const, 'en' as const),
				(lines, reader, locale) => {
					for (const text of story(lines, reader, locale)) {
						expect(text).toMatch(/^\p{Lu}.*\.$/u);
						expect(text).not.toMatch(/undefined|introductions_|\{/);
					}
				}
			)
		);
	});
});

const row = (
	event: LifeEvent,
	actor: 'requester' | 'connector' | 'target' | 'system',
	day: number
) => ({
	event,
	actor,
	at: at(day)
});

describe('a no in a requester’s story', () => {
	const sent = row({ kind: 'send' }, 'requester', 1);

	it('is the same whoever said it, however far it had come', () => {
		const declined = timeline(
			[
				sent,
				row({ kind: 'remind' }, 'system', 5),
				row({ kind: 'ask' }, 'connector', 6),
				row({ kind: 'postpone', until: '2026-03-10' }, 'target', 7),
				row({ kind: 'decline', never: true }, 'target', 9)
			],
			'requester'
		);
		const turnedDown = timeline([sent, row({ kind: 'turn_down' }, 'connector', 9)], 'requester');
		expect(declined).toEqual(turnedDown);
		expect(declined.map((line) => line.what)).toEqual(['send', 'not_possible']);
	});

	it('is no end when a yes follows', () => {
		const rows = [
			sent,
			row({ kind: 'ask' }, 'connector', 2),
			row({ kind: 'decline', never: false }, 'target', 3),
			row({ kind: 'agree', channels: ['email'] }, 'target', 4)
		];
		expect(timeline(rows, 'requester').map((line) => line.what)).toEqual([
			'send',
			'ask',
			'not_possible',
			'agree'
		]);
	});
});
