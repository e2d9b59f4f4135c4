import type { MatchField } from '#lib/matching/match-field.ts';
import type { MatchReason } from '#lib/matching/match-reason.ts';
import { type NameParts, namesAgree } from '#lib/matching/names-agree.ts';

/** A contact as far as certain keys go. */
export interface Keyed {
	id: string;
	name: NameParts;
	details: readonly { kind: CertainKey; value: string }[];
	/** The earlier in the book, the more it is kept. */
	place: number;
	/** Known by an address only. */
	isNameless: boolean;
}

export type CertainKey = 'email' | 'phone' | 'profile';

export interface CertainMerge {
	keptId: string;
	mergedId: string;
	reasons: MatchReason[];
}

/** A switchboard, an office's address: what so many share identifies nobody. */
const mostSharing = 8;
/** What one of them weighs, in bits; only their order matters. */
const weights: Record<CertainKey, number> = { profile: 24, email: 16, phone: 12 };

/**
 * Who is one person without a doubt: those with the same profile, e-mail address or phone, unless
 * their names contradict each other, they have different profiles, or their owner keeps them apart
 * (`isApart`). No two of a group may contradict each other. In each, a contact with a name is kept,
 * then the earliest.
 */
export function certainMerges(
	contacts: readonly Keyed[],
	isApart: (one: string, other: string) => boolean
): CertainMerge[] {
	const groups = new Map<Keyed, Keyed[]>(contacts.map((contact) => [contact, [contact]]));
	const reasons = new Map<string, MatchReason[]>();
	for (const { kind, sharing } of shares(contacts))
		for (const [at, one] of sharing.entries())
			for (const other of sharing.slice(at + 1)) {
				const [mine = [], theirs = []] = [groups.get(one), groups.get(other)];
				if (mine !== theirs && !mine.every((a) => theirs.every((b) => mayBeOne(a, b, isApart))))
					continue;
				const reason = { field: kind, level: 'exact', weight: weights[kind] } as const;
				for (const { id } of [one, other]) reasons.set(id, [...(reasons.get(id) ?? []), reason]);
				if (mine === theirs) continue;
				const group = [...mine, ...theirs];
				for (const each of group) groups.set(each, group);
			}
	return [...new Set(groups.values())].flatMap((group) => mergesOf(group, reasons));
}

function mergesOf(group: readonly Keyed[], reasons: ReadonlyMap<string, MatchReason[]>) {
	const [kept, ...others] = group.toSorted(
		(one, other) => Number(one.isNameless) - Number(other.isNameless) || one.place - other.place
	);
	if (!kept) return [];
	return others.map(({ id }) => ({
		keptId: kept.id,
		mergedId: id,
		reasons: strongest(reasons.get(id) ?? [])
	}));
}

function strongest(reasons: readonly MatchReason[]): MatchReason[] {
	const byField = new Map<MatchField, MatchReason>(reasons.map((one) => [one.field, one]));
	return [...byField.values()].toSorted((one, other) => other.weight - one.weight);
}

/** The contacts that share a key, the surest keys first. */
function shares(contacts: readonly Keyed[]): { kind: CertainKey; sharing: Keyed[] }[] {
	const holders = new Map<string, { kind: CertainKey; sharing: Keyed[] }>();
	for (const contact of contacts)
		for (const { kind, value } of contact.details) {
			const key = `${kind} ${value}`;
			const held = holders.get(key);
			if (held) held.sharing.push(contact);
			else holders.set(key, { kind, sharing: [contact] });
		}
	return [...holders.values()]
		.filter(({ sharing }) => sharing.length > 1 && sharing.length <= mostSharing)
		.toSorted((one, other) => weights[other.kind] - weights[one.kind]);
}

function mayBeOne(
	one: Keyed,
	other: Keyed,
	isApart: (one: string, other: string) => boolean
): boolean {
	if (isApart(one.id, other.id)) return false;
	const [mine, theirs] = [profilesOf(one), profilesOf(other)];
	if (mine.length > 0 && theirs.length > 0 && !mine.some((each) => theirs.includes(each)))
		return false;
	return namesAgree(one.name, other.name);
}

function profilesOf({ details }: Keyed): string[] {
	return details.filter(({ kind }) => kind === 'profile').map(({ value }) => value);
}
