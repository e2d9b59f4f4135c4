import { searchText } from '#lib/people/search-text.ts';

/**
 * A member's contacts by company and closeness, in columns because ten thousand of them travel at
 * once. Companies come in the order of how many answers to expect there; somebody without one stands
 * alone, under no name. The people follow company by company, the closest first.
 */
export interface ContactMap {
	companies: string[];
	/** How many people there, one number a company. */
	sizes: number[];
	ids: string[];
	names: string[];
	/** Of each tie, in hundredths. */
	strengths: number[];
}

/** Somebody as they come to the map. */
export interface OnMap {
	id: string;
	name: string;
	/** Empty for none. */
	company: string;
	/** Above 0, below 1. */
	strength: number;
}

/** Brings contacts into the order of the map; the order in which they come changes nothing. */
export function contactMapOf(people: readonly OnMap[]): ContactMap {
	const companies = Map.groupBy(people, ({ id, company }) => company || `\n${id}`);
	const groups = [...companies.values()]
		.map((group) => group.toSorted(closestFirst))
		.map((group) => ({ group, answers: sum(group) }))
		.toSorted((one, other) => other.answers - one.answers || byName(one.group, other.group))
		.map(({ group }) => group);
	const ordered = groups.flat();
	return {
		companies: groups.map((group) => group[0]?.company ?? ''),
		sizes: groups.map((group) => group.length),
		ids: ordered.map(({ id }) => id),
		names: ordered.map(({ name }) => name),
		strengths: ordered.map(({ strength }) => Math.round(strength * 100))
	};
}

function closestFirst(one: OnMap, other: OnMap): number {
	return (
		other.strength - one.strength || compare(one.name, other.name) || compare(one.id, other.id)
	);
}

function byName([one]: readonly OnMap[], [other]: readonly OnMap[]): number {
	if (!one || !other) return 0;
	return compare(one.company, other.company) || closestFirst(one, other);
}

/** Rounded, so that the last digit never depends on the order. */
function sum(group: readonly OnMap[]): number {
	return Math.round(1e6 * group.reduce((all, { strength }) => all + strength, 0));
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

/** The index of each person's company. */
export function companyOfEach({ sizes }: Pick<ContactMap, 'sizes'>): number[] {
	return sizes.flatMap((size, at) => Array.from({ length: size }, () => at));
}

/** What a person is found by on the map, as `searchText` has it: their name and company. */
export function textsOnMap(map: ContactMap): string[] {
	const companies = companyOfEach(map);
	return map.names.map((name, at) => searchText([name, map.companies[companies[at] ?? 0]]));
}
