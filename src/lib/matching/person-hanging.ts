import { compareRecords, roomFor } from '#lib/matching/compare-records.ts';
import { contradicts } from '#lib/matching/contradiction.ts';
import type { Link } from '#lib/matching/person-groups.ts';
import {
	type IdPair,
	idPair,
	linkOdds,
	pairKey,
	type Weighing
} from '#lib/matching/person-likeness.ts';

/** A pair says at most so much; see clusters. */
const loudest = 12;

/** The person on whom a private contact would hang if it were alone, for its owner's eyes. */
export interface Hanging {
	personId: string;
	/** Its owner said that they are one, so that it is not for us to doubt. */
	byHand: boolean;
}

/** Compares contacts that may hang on a person with those of the person, and with one another. */
export interface Hangings {
	/**
	 * The person to whom a private contact belongs: the one its owner decided, or the most like it on
	 * average, if it is like enough, and nothing keeps it apart from any of the person's contacts. Null
	 * where there is none. `pairs` are those of the contact, `persons` the contacts of each person.
	 */
	of: (
		contactId: string,
		pairs: readonly Link[],
		persons: ReadonlyMap<string, readonly string[]>
	) => Hanging | null;
	/**
	 * Those of one owner's contacts that stay on the person they chose alike. Of two that are two people neither hangs there
	 * by itself, whichever came first: nobody knows which of them it is until the owner says so. Said of
	 * both, it is believed against what their records say, but not against the owner who keeps them apart.
	 */
	stay: (rivals: ReadonlyMap<string, Hanging>) => string[];
}

/** `apart` are pairs of contacts that their owner keeps apart. */
export function hangings(weighed: Weighing, apart: readonly IdPair[]): Hangings {
	const { table, scorer, places } = weighed;
	const room = roomFor(1);
	const parted = new Set(apart.map(pairKey));
	const keptApart = (one: string, other: string) => parted.has(pairKey(idPair(one, other)));
	const compare = (one: string, other: string) => {
		const [a, b] = [places.get(one) ?? 0, places.get(other) ?? 0];
		compareRecords(table, Math.min(a, b), Math.max(a, b), room, 0);
	};
	const contradict = (one: string, other: string) => {
		compare(one, other);
		return contradicts(room, 0);
	};

	function meanOdds(id: string, members: readonly string[]): number {
		let sum = 0;
		for (const member of members) {
			if (contradict(id, member)) return -Infinity;
			sum += Math.max(-loudest, Math.min(loudest, scorer.oddsOf(room, 0)));
		}
		return sum / members.length;
	}

	function of(
		contactId: string,
		pairs: readonly Link[],
		persons: ReadonlyMap<string, readonly string[]>
	): Hanging | null {
		const other = (pair: Link) => (pair.oneId === contactId ? pair.otherId : pair.oneId);
		const decided = new Map(pairs.map((pair) => [other(pair), pair.decision]));
		const linked = new Set(
			pairs.filter(({ odds, decision }) => decision === 'same' || odds >= linkOdds).map(other)
		);
		let best: Hanging | null = null;
		let most = linkOdds;
		for (const [personId, members] of [...persons].toSorted(byFirst)) {
			if (!members.some((id) => linked.has(id))) continue;
			if (members.some((id) => decided.get(id) === 'apart' || keptApart(contactId, id))) continue;
			const byHand = members.some((id) => decided.get(id) === 'same');
			const odds = byHand ? Infinity : meanOdds(contactId, members);
			if (odds < most || (odds === most && best !== null)) continue;
			best = { personId, byHand };
			most = odds;
		}
		return best;
	}

	function stay(rivals: ReadonlyMap<string, Hanging>): string[] {
		const all = [...rivals];
		const yields = (id: string, byHand: boolean) =>
			all.some(([rival, { byHand: surely }]) => {
				if (rival === id) return false;
				if (keptApart(id, rival)) return !byHand || surely;
				return !byHand && contradict(id, rival);
			});
		return all.flatMap(([id, { byHand }]) => (yields(id, byHand) ? [] : [id]));
	}

	return { of, stay };
}

/** By their contacts: what persons are called says nothing of them. */
function byFirst(
	[, some]: readonly [string, readonly string[]],
	[, others]: readonly [string, readonly string[]]
): number {
	return (some.toSorted()[0] ?? '') < (others.toSorted()[0] ?? '') ? -1 : 1;
}
