import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import type { Derived, Told } from '#lib/network/derive-facts.ts';
import type { Source } from '#lib/network/memory.ts';

type Direction = 'theirs' | 'mine';

/** All exchanges of one kind and one direction with one contact. */
export interface Exchanged {
	kind: 'linkedin_message' | 'email' | 'meeting' | 'invitation' | 'endorsement' | 'recommendation';
	direction: Direction | null;
	count: number;
	first: string | null;
	last: string | null;
	/** Any of them came with words. */
	note: boolean;
	/** The skills endorsed, or the companies of recommendations. */
	about: string[];
	/** How many were at the smallest, the owner among them. */
	smallest: number;
	/** Of what the owner wrote: on how many days so long ago that an answer is due, and how many of these had one. */
	tried: number;
	answered: number;
	/** The row of the last one. */
	source: Source;
}

/** Who answers at all does so within a week nearly always; in days. */
export const answerDue = 7;
/** With more people than this one has met nobody in particular. */
const mostAtTable = 8;
const mostSkills = 5;

/** What was exchanged with a contact, a fact a kind. */
export function exchangeFacts({ exchanges, connectedOn }: Told): Derived[] {
	const of = (kind: Exchanged['kind']) => exchanges.filter((one) => one.kind === kind);
	return [
		...writing('messages', of('linkedin_message')),
		...writing('email', of('email')),
		...meetings(of('meeting')),
		...invitations(of('invitation'), connectedOn),
		...of('recommendation').flatMap(recommendation),
		...of('endorsement').flatMap(endorsement)
	];
}

function writing(kind: 'messages' | 'email', ways: Exchanged[]): Derived[] {
	const latest = lastOf(ways);
	if (!latest) return [];
	const count = ways.reduce((sum, way) => sum + way.count, 0);
	const fact: Fact = { kind, count, ...between(ways), ...waysOf(ways, latest) };
	return [{ fact, source: latest.source }];
}

/** Who wrote how many; where a file does not say who wrote, nobody is counted. */
function waysOf(ways: readonly Exchanged[], latest: Exchanged) {
	if (ways.some(({ direction }) => direction === null)) return {};
	const sum = (from: Direction) =>
		ways.filter(({ direction }) => direction === from).reduce((all, way) => all + way.count, 0);
	const last = latest.last && latest.direction ? { lastFrom: latest.direction } : {};
	return { mine: sum('mine'), theirs: sum('theirs'), ...last, ...answersIn(ways, latest) };
}

/** When they last wrote, where the owner was last, and how many letters of the owner's they answered. */
function answersIn(ways: readonly Exchanged[], latest: Exchanged) {
	const heard = ways.find(({ direction }) => direction === 'theirs')?.last;
	const mine = ways.find(({ direction }) => direction === 'mine');
	return {
		...(heard && latest.direction === 'mine' && { heard }),
		...(mine && mine.tried > 0 && { tried: mine.tried, answered: mine.answered })
	};
}

function meetings(ways: Exchanged[]): Derived[] {
	const latest = lastOf(ways);
	if (!latest) return [];
	const smallest = Math.min(...ways.map((way) => way.smallest));
	const count = ways.reduce((sum, way) => sum + way.count, 0);
	const crowd = smallest > mostAtTable ? { crowd: smallest } : {};
	return [{ fact: { kind: 'meeting', count, ...between(ways), ...crowd }, source: latest.source }];
}

/** Of two invitations that crossed, the later one was accepted. */
function invitations(ways: Exchanged[], connectedOn: string | null): Derived[] {
	const before = ways.filter(({ last }) => !last || !connectedOn || last <= connectedOn);
	const accepted = connectedOn ? lastOf(before) : undefined;
	return ways.flatMap(({ direction, last, note, source }, at): Derived[] => {
		if (!direction) return [];
		const fact: Fact = {
			kind: 'invitation',
			direction,
			...(last && { on: last }),
			accepted: ways[at] === accepted,
			note
		};
		return [{ fact, source }];
	});
}

function recommendation({ direction, last, about, source }: Exchanged): Derived[] {
	if (!direction) return [];
	const [company] = about;
	const fact: Fact = { kind: 'recommendation', direction };
	if (last) fact.on = last;
	if (company) fact.about = company;
	return [{ fact, source }];
}

function endorsement({ direction, count, last, about, source }: Exchanged): Derived[] {
	if (!direction) return [];
	const fact: Fact = { kind: 'endorsement', direction, count };
	if (last) fact.last = last;
	if (about.length > 0) fact.skills = about.slice(0, mostSkills);
	return [{ fact, source }];
}

function lastOf(ways: readonly Exchanged[]): Exchanged | undefined {
	return ways.toSorted((one, other) => (other.last ?? '').localeCompare(one.last ?? ''))[0];
}

function between(ways: readonly Exchanged[]): { first?: string; last?: string } {
	const dates = ways.flatMap(({ first, last }) => [first, last]).filter((date) => date !== null);
	const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)];
	return { ...(first && { first }), ...(last && { last }) };
}
