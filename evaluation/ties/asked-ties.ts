import { type Dealings, Ledger } from './ledger.ts';
import type { Message } from './read-messages.ts';

const day = 86_400;

/** A message of the later part, with what its writer knew at the end of the earlier one. */
export interface Asked {
	pair: string;
	known: Dealings;
	/** Whether the other wrote back within the window. */
	answered: boolean;
}

/** Shares of all messages, in the order of time: learnt from up to `at`, judged up to `to`. */
export interface Part {
	at: number;
	to: number;
}

/** The end of the earlier part, in seconds, and the messages of the later one whose answer would be in it. */
export function askedIn(
	messages: readonly Message[],
	{ at, to }: Part,
	window: number
): { from: number; asked: Asked[] } {
	const cut = Math.floor(messages.length * at);
	const later = messages.slice(cut, Math.floor(messages.length * to));
	const ledger = new Ledger(messages.slice(0, cut));
	const after = new Ledger(later);
	const end = later.at(-1)?.at ?? 0;
	const asked = later
		.filter((message) => message.at + window * day <= end)
		.map(({ from, to: other, at: sent }) => ({
			pair: `${from}\t${other}`,
			known: ledger.of(from, other),
			answered: after
				.of(from, other)
				.theirs.some((back) => back > sent && back <= sent + window * day)
		}));
	return { from: messages[cut - 1]?.at ?? 0, asked };
}

/** One for each pair: whether any of the messages was answered. */
export function byPair(asked: readonly Asked[]): Asked[] {
	return [...Map.groupBy(asked, ({ pair }) => pair).values()].flatMap((same) => {
		const [one] = same;
		return one ? [{ ...one, answered: same.some(({ answered }) => answered) }] : [];
	});
}
