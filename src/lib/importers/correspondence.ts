import { SeenKeys } from '#lib/importers/correspondence-keys.ts';
import { CorrespondenceNetwork } from '#lib/importers/correspondence-network.ts';
import { Tally } from '#lib/importers/correspondence-tally.ts';
import type { MeetingRecord, MessageRecord, Somebody } from '#lib/importers/record.ts';
import { keysOf, type OwnKeys } from '#lib/importers/whoever.ts';

/** All that one file tells of the member and one other person by one way. */
export interface Exchange {
	person: Somebody;
	via: 'linkedin' | 'email' | 'meeting';
	/** How many came from the person; of meetings, how many there were. */
	theirs: number;
	/** How many the member sent to them, to others at the same time as well. */
	mine: number;
	/** YYYY-MM-DD; null where no date is known. */
	first: string | null;
	last: string | null;
	/** How many conversations: up to 64 the number, beyond it an estimate. */
	threads: number;
	/** How many took part in the most private of them, the member included: 2 is just the two. */
	smallest: number;
	/** Where the first and the last stand in the file; null where no date is known. */
	lines: { first: number; last: number } | null;
}

/** Who the member seems to be, and in what share of all exchanges (0 to 1) they took part. */
export interface GuessedMe {
	keys: OwnKeys;
	share: number;
}

const fewest = 10;
const nearlyAll = 0.8;
/** How much less than the member anybody else takes part. */
const lead = 0.15;

/**
 * Adds up messages and meetings, one record at a time in any order, into what the member exchanged
 * with whom. What is held grows with the people and the pairs of them, not with the messages. A
 * message or meeting with the key of an earlier one does not count again.
 */
export class Correspondence {
	readonly #networks = {
		linkedin: new CorrespondenceNetwork(),
		email: new CorrespondenceNetwork(),
		meeting: new CorrespondenceNetwork()
	};
	readonly #seen = new SeenKeys();
	readonly #own = new Set<string>();
	readonly #until: string;

	/** `until`: a day (YYYY-MM-DD) after which nothing has happened yet. */
	constructor({ until = '9999' }: { until?: string } = {}) {
		this.#until = until;
	}

	add(record: MessageRecord | MeetingRecord): void {
		const day = (record.kind === 'message' ? record.sentAt : record.startsAt)?.slice(0, 10);
		if ((day ?? '') > this.#until || !this.#seen.add(messageKey(record))) return;
		if (record.kind === 'meeting') {
			const { people, line, size } = record;
			this.#networks.meeting.addMeeting(people, { day, line, size, thread: messageKey(record) });
			return;
		}
		const { from, to, via, line, thread, direction } = record;
		const sender = this.#networks[via].addMessage(from, to, { day, line, thread });
		if (direction === 'mine' && sender !== '') this.#own.add(sender);
	}

	/** With whom the member exchanged what, by person; `own`: see keysOf. Senders of what files call the member's are own too. */
	settle(own: OwnKeys): Exchange[] {
		const all = own.union(this.#own);
		return (['linkedin', 'email', 'meeting'] as const).flatMap((via) =>
			settleOne(this.#networks[via], via, all)
		);
	}

	/** Who took part in nearly all of it, where the files do not say who the member is; null when unsure. */
	guessMe(): GuessedMe | null {
		if (this.#own.size > 0) return { keys: this.#own, share: 1 };
		const guesses = Object.values(this.#networks).flatMap((network) => guessOne(network) ?? []);
		if (guesses.length === 0) return null;
		const keys = new Set(guesses.map(({ key }) => key));
		return { keys, share: Math.min(...guesses.map(({ share }) => share)) };
	}
}

/** The same for one message or meeting in whatever file; it names people, so keep a hash of it only. */
export function messageKey(record: MessageRecord | MeetingRecord): string {
	if (record.key) return `${record.kind} ${record.key}`;
	if (record.kind === 'message') {
		const { via, from, to, sentAt = '', thread } = record;
		const people = [from ? keysOf(from)[0] : '', ...to.map((one) => keysOf(one)[0]).toSorted()];
		return ['message', via, sentAt, thread, ...people].join('\n');
	}
	const people = record.people.map((one) => keysOf(one)[0]);
	return ['meeting', record.startsAt, ...people.toSorted()].join('\n');
}

function settleOne(network: CorrespondenceNetwork, via: Exchange['via'], own: OwnKeys): Exchange[] {
	const mine = new Map<string, Tally>();
	for (const key of own)
		for (const [to, tally] of network.people.get(key)?.sentTo ?? [])
			mine.set(to, (mine.get(to) ?? new Tally()).merge(tally));
	return [...network.people]
		.filter(([key]) => !own.has(key))
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, { person, sent }]) => exchange(person, via, sent, mine.get(key) ?? new Tally()))
		.filter(({ theirs, mine: count }) => theirs + count > 0);
}

function exchange(person: Somebody, via: Exchange['via'], theirs: Tally, mine: Tally): Exchange {
	const { first, last, smallest, threads } = new Tally().merge(theirs).merge(mine);
	return {
		person,
		via,
		theirs: theirs.count,
		mine: mine.count,
		first: first?.day ?? null,
		last: last?.day ?? null,
		threads,
		smallest,
		lines: first && last ? { first: first.line, last: last.line } : null
	};
}

function guessOne({
	people,
	exchanges
}: CorrespondenceNetwork): { key: string; share: number } | null {
	let [most, second, key] = [0, 0, ''];
	for (const [one, { present }] of people) {
		if (present > most) [most, second, key] = [present, most, one];
		else if (present > second) second = present;
	}
	const share = most / exchanges;
	const sure = exchanges >= fewest && share >= nearlyAll && (most - second) / exchanges >= lead;
	return sure ? { key, share } : null;
}
