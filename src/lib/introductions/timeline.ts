import type { Part } from '#lib/access/part.ts';
import type { LifeEvent } from '#lib/introductions/lifecycle.ts';

/** One line of an introduction's story, as one reader may know it. */
export interface TimelineLine {
	what:
		| Exclude<LifeEvent['kind'], 'decline' | 'turn_down' | 'snooze' | 'mute'>
		| 'not_possible'
		| 'declined'
		| 'turned_down';
	by: Part;
	at: Date;
	until?: string;
	outcome?: Extract<LifeEvent, { kind: 'report' }>['outcome'];
}

interface Row {
	event: LifeEvent;
	actor: Part;
	at: Date;
}

/**
 * The story in the order it happened. The requester reads every no as one neutral line, and nothing
 * of what led to it: that would tell who said it. Who quietens his own reminders keeps that to himself.
 */
export function timeline(rows: Row[], reader: 'requester' | 'connector'): TimelineLine[] {
	const lines = rows.flatMap((row): TimelineLine[] => {
		const what = sayEvent(row.event, reader);
		if (!what) return [];
		const by = what === 'not_possible' ? 'system' : row.actor;
		return [{ what, by, at: row.at, ...extra(row.event) }];
	});
	const last = lines.at(-1);
	if (last?.what !== 'not_possible') return lines;
	return [...lines.filter((line) => line.what === 'send'), last];
}

function sayEvent(
	event: LifeEvent,
	reader: 'requester' | 'connector'
): TimelineLine['what'] | null {
	switch (event.kind) {
		case 'snooze':
		case 'mute':
			return null;
		case 'decline':
			return reader === 'requester' ? 'not_possible' : 'declined';
		case 'turn_down':
			return reader === 'requester' ? 'not_possible' : 'turned_down';
		default:
			return event.kind;
	}
}

function extra(event: LifeEvent): Pick<TimelineLine, 'until' | 'outcome'> {
	if (event.kind === 'postpone') return { until: event.until };
	return event.kind === 'report' ? { outcome: event.outcome } : {};
}
