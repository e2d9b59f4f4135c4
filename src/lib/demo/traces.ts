import type { Circle } from '#lib/demo/circles.ts';
import { daysBefore, daysSince } from '#lib/demo/days.ts';
import type { Draw } from '#lib/demo/draw.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';

/** How much there is between two people. */
export type Depth = 'close' | 'warm' | 'dormant' | 'faint' | 'nothing';

/** How often each depth is met in a book. */
export const depthWeights: Record<Depth, number> = {
	close: 8,
	warm: 23,
	dormant: 24,
	faint: 25,
	nothing: 20
};

/** Days since the last exchange: a dormant tie has been silent for three years or more. */
const silences: Record<Depth, readonly [number, number]> = {
	close: [2, 90],
	warm: [20, 800],
	dormant: [1150, 4300],
	faint: [200, 5200],
	nothing: [200, 5200]
};

export interface Traces {
	facts: Fact[];
	connectedOn: string | null;
}

/** Invents what is left of a tie: which facts, and since when the two are connected. */
export function inventTraces(draw: Draw, depth: Depth, circle: Circle, now: Date): Traces {
	const last = daysBefore(now, draw.int(...silences[depth]));
	const connectedOn = draw.chance(0.85) ? connectedBefore(draw, last, now) : null;
	if (depth === 'nothing') return { facts: [], connectedOn };
	const facts: Fact[] = [];
	if (depth !== 'faint')
		facts.push(...fromCircle(circle), ...exchanges(draw, depth, { last, since: connectedOn }, now));
	if (depth === 'faint' || (connectedOn && draw.chance(0.15)))
		facts.push(invitation(draw, connectedOn, last));
	return { facts, connectedOn };
}

/** Up to nine years before the last exchange, and never before people connected online. */
function connectedBefore(draw: Draw, last: string, now: Date): string {
	const oldest = daysSince(now, '2005-01-10');
	return daysBefore(now, Math.min(oldest, daysSince(now, last) + draw.int(30, 3300)));
}

function fromCircle(circle: Circle): Fact[] {
	if (circle.kind === 'life') return [];
	if (circle.kind === 'school') return [{ ...circle, kind: 'shared_school' }];
	return [{ ...circle, kind: 'shared_employer' }];
}

function exchanges(
	draw: Draw,
	depth: Depth,
	{ last, since }: { last: string; since: string | null },
	now: Date
): Fact[] {
	const silent = daysSince(now, last);
	const most = since ? daysSince(now, since) - silent : 900;
	const earlier = (days: number) => daysBefore(now, silent + draw.int(0, Math.min(days, most)));
	const facts: Fact[] = [];
	if (draw.chance(0.75))
		facts.push({ kind: 'messages', count: draw.int(2, 60), first: earlier(900), last });
	if (draw.chance(depth === 'close' ? 0.7 : 0.3) || facts.length === 0)
		facts.push({ kind: 'email', count: draw.int(1, 40), last: earlier(60) });
	if (draw.chance(depth === 'close' ? 0.8 : 0.25))
		facts.push({ kind: 'meeting', count: draw.int(1, 9), last: earlier(200) });
	if (draw.chance(depth === 'close' ? 0.35 : 0.08)) facts.push(recommendation(draw, earlier(700)));
	return facts;
}

/** One that became a connection, or one that was never answered. */
function invitation(draw: Draw, connectedOn: string | null, sent: string): Fact {
	const direction = draw.chance(0.6) ? 'theirs' : 'mine';
	const note = draw.chance(0.2);
	return {
		kind: 'invitation',
		direction,
		on: connectedOn ?? sent,
		accepted: connectedOn !== null,
		note
	};
}

function recommendation(draw: Draw, on: string): Fact {
	return { kind: 'recommendation', direction: draw.chance(0.5) ? 'theirs' : 'mine', on };
}
