import { ownNameIn, type OwnName } from '#lib/importers/own-name.ts';
import type { FormatName, ImportRow, Somebody } from '#lib/importers/record.ts';
import { keysOf, type OwnKeys } from '#lib/importers/whoever.ts';

/** What a first look at a whole file finds out. */
export interface Survey {
	rows: number;
	/** Further names and addresses by which the file calls the member. */
	own: OwnName[];
}

const exchanging: readonly FormatName[] = [
	'linkedin-archive',
	'linkedin-messages',
	'mbox',
	'email',
	'calendar'
];

/** Whether a file of this format can only be understood by who in it is the member. */
export function tellsOfExchanges(format: string): boolean {
	return exchanging.some((one) => one === format);
}

interface Seen {
	somebody: Somebody;
	/** In how many messages or meetings. */
	times: number;
	/** Of how many messages that the file says are the member's they are the sender. */
	mine: number;
}

/**
 * Reads a file to its end, to count its rows and to find out who in it is the member: whoever the
 * file says it is, whoever sent what it says is the member's, and, where it says nothing, whoever
 * takes part in nearly everything.
 */
export async function survey(rows: AsyncIterable<ImportRow>, known: OwnKeys): Promise<Survey> {
	const seen = new Map<string, Seen>();
	const own: OwnName[] = [];
	let count = 0;
	let exchanges = 0;
	for await (const row of rows) {
		count += 1;
		if (row.kind === 'refused') continue;
		const { record } = row;
		if (record.kind === 'profile' || record.kind === 'own_email') own.push(ownNameIn(record));
		if (record.kind !== 'message' && record.kind !== 'meeting') continue;
		exchanges += 1;
		const sender = record.kind === 'message' ? record.from : undefined;
		const people = record.kind === 'message' ? record.to : record.people;
		for (const somebody of sender ? [sender, ...people] : people) note(seen, somebody).times += 1;
		if (sender && record.kind === 'message' && record.direction === 'mine')
			note(seen, sender).mine += 1;
	}
	const told = new Set([...known, ...own.map(({ kind, value }) => `${kind} ${value}`)]);
	const found = [...seen].filter(([key]) => !told.has(key)).filter(isMember(seen, told, exchanges));
	return { rows: count, own: [...own, ...found.flatMap(([key]) => nameOf(key))] };
}

function note(seen: Map<string, Seen>, somebody: Somebody): Seen {
	const [key = ''] = keysOf(somebody);
	const known = seen.get(key) ?? { somebody, times: 0, mine: 0 };
	if (key !== '') seen.set(key, known);
	return known;
}

/** In less than this share of what happened, a namesake may be somebody else. */
const often = 0.5;
/** Nobody but the member takes part in this share of many exchanges. */
const nearlyAll = 0.9;
const many = 10;

function isMember(seen: ReadonlyMap<string, Seen>, told: OwnKeys, exchanges: number) {
	const isThere = [...seen.keys()].some((key) => told.has(key));
	const others = [...seen.values()].map(({ times }) => times).toSorted((one, two) => two - one);
	const second = others[1] ?? 0;
	return ([, { somebody, times, mine }]: [string, Seen]): boolean => {
		if (mine > 0) return true;
		const isNamedSo = keysOf(somebody).some((key) => key.startsWith('name ') && told.has(key));
		if (isNamedSo && times >= exchanges * often) return true;
		return !isThere && exchanges >= many && times >= exchanges * nearlyAll && times > second;
	};
}

function nameOf(key: string): OwnName[] {
	const [kind, value] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
	return kind === 'email' || kind === 'profile' || kind === 'name' ? [{ kind, value }] : [];
}
