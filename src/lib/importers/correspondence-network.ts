import { Tally, type Time } from '#lib/importers/correspondence-tally.ts';
import type { Somebody } from '#lib/importers/record.ts';
import { keysOf } from '#lib/importers/whoever.ts';

interface Known {
	person: Somebody;
	/** Whether the name is the one that the person writes. */
	ownName: boolean;
	/** In how many exchanges this person took part at all. */
	present: number;
	/** What came from this person. */
	sent: Tally;
	/** What went from this person to others, by their keys. */
	sentTo: Map<string, Tally>;
}

/** Everybody of one kind of exchange, by their surest key, and what went from whom to whom. */
export class CorrespondenceNetwork {
	readonly people = new Map<string, Known>();
	exchanges = 0;

	/** A message; answers the key of its sender. */
	addMessage(
		from: Somebody | undefined,
		to: readonly Somebody[],
		time: Omit<Time, 'size'>
	): string {
		const sender = from ? this.#known(from, true) : undefined;
		const receivers = new Map(to.map((person) => this.#known(person, false)));
		const present = new Map([...receivers, ...(sender ? [sender] : [])]);
		this.#count(present);
		const counted = { ...time, size: present.size };
		if (!sender) return '';
		const [key, known] = sender;
		known.sent.add(counted);
		for (const receiver of receivers.keys())
			if (receiver !== key) tallyOf(known.sentTo, receiver).add(counted);
		return key;
	}

	/** A meeting: what counts is that they were there. */
	addMeeting(people: readonly Somebody[], time: Time): void {
		const present = new Map(people.map((person) => this.#known(person, true)));
		this.#count(present);
		for (const known of present.values()) known.sent.add(time);
	}

	#count(present: ReadonlyMap<string, Known>): void {
		this.exchanges += 1;
		for (const known of present.values()) known.present += 1;
	}

	#known(person: Somebody, ownName: boolean): [string, Known] {
		const [key = ''] = keysOf(person);
		const before = this.people.get(key);
		if (before && isBetter({ person, ownName }, before)) Object.assign(before, { person, ownName });
		const fresh = { person, ownName, present: 0, sent: new Tally(), sentTo: new Map() };
		const known = before ?? fresh;
		if (!before) this.people.set(key, known);
		return [key, known];
	}
}

/** The name that people write themselves, then the longest; then any, but always the same. */
function isBetter(one: Pick<Known, 'person' | 'ownName'>, other: typeof one): boolean {
	const [name, otherName] = [one.person.fullName, other.person.fullName];
	if ((name === '') !== (otherName === '')) return name !== '';
	if (one.ownName !== other.ownName) return one.ownName;
	if (name.length !== otherName.length) return name.length > otherName.length;
	return name < otherName || (name === otherName && rest(one.person) < rest(other.person));
}

function rest({ email = '', profile = '' }: Somebody): string {
	return `${email} ${profile}`;
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
	const known = tallies.get(key) ?? new Tally();
	tallies.set(key, known);
	return known;
}
