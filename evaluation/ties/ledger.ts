import { answerDue, type Exchanged, exchangeFacts } from '#lib/network/derive-exchanges.ts';
import { tieStrength } from '#lib/network/tie-strength.ts';
import type { Message } from './read-messages.ts';

/** What one has exchanged with another: when each wrote, in seconds, in the order of time. */
export interface Dealings {
	mine: number[];
	theirs: number[];
}

const day = 86_400;

/** The same as an import tells the application: numbers and days, of each direction. */
function exchangedIn({ mine, theirs }: Dealings, filedAt: number): Exchanged[] {
	return [
		...oneWay('mine', mine, answersTo(mine, theirs, filedAt)),
		...oneWay('theirs', theirs, { tried: 0, answered: 0 })
	];
}

/** How strong the tie is for the application at that time, in seconds since 1970. */
export function strengthOf(dealings: Dealings, at: number): number {
	const exchanges = exchangedIn(dealings, at);
	const told = { company: '', connectedOn: null, posts: [], exchanges };
	const facts = exchangeFacts(told).map(({ fact }) => fact);
	return tieStrength(facts, { today: isoDay(at) }).value;
}

/** What each has exchanged with each, from the side of the first: only what they know themselves. */
export class Ledger {
	readonly #dealings = new Map<string, Dealings>();

	constructor(messages: readonly Message[]) {
		for (const { from, to, at } of messages) {
			this.#open(from, to).mine.push(at);
			this.#open(to, from).theirs.push(at);
		}
	}

	of(one: string, other: string): Dealings {
		return this.#dealings.get(`${one}\t${other}`) ?? { mine: [], theirs: [] };
	}

	#open(one: string, other: string): Dealings {
		const known = this.of(one, other);
		this.#dealings.set(`${one}\t${other}`, known);
		return known;
	}
}

function oneWay(
	direction: 'mine' | 'theirs',
	times: readonly number[],
	answers: { tried: number; answered: number }
): Exchanged[] {
	const [first, last] = [times[0], times.at(-1)];
	if (first === undefined || last === undefined) return [];
	const source = { importId: '', file: '', line: null };
	const rest = { note: false, about: [], smallest: 2, source, ...answers };
	const dates = { first: isoDay(first), last: isoDay(last) };
	return [{ kind: 'email', direction, count: times.length, ...dates, ...rest }];
}

function answersTo(mine: readonly number[], theirs: readonly number[], filedAt: number) {
	const heard = new Set(theirs.map(dayOf));
	const days = [...new Set(mine.map(dayOf))];
	const isAnswered = (written: number) =>
		Array.from({ length: answerDue + 1 }, (_, after) => written + after).some((on) =>
			heard.has(on)
		);
	const due = dayOf(filedAt) - answerDue;
	const answered = days.filter(isAnswered);
	const tried = days.filter((written) => written < due || isAnswered(written));
	return { tried: tried.length, answered: answered.length };
}

function dayOf(seconds: number): number {
	return Math.floor(seconds / day);
}

function isoDay(seconds: number): string {
	return new Date(seconds * 1000).toISOString().slice(0, 10);
}
