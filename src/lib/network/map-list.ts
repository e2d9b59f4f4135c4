import type { ContactMap } from '#lib/network/contact-map.ts';

/** A company on a page of the list, with those of its people that are on this page. */
export interface ListedCompany {
	/** Empty for those who have none. */
	name: string;
	/** All who are meant there, on whatever page. */
	total: number;
	/** Whether it began on a page before. */
	continued: boolean;
	/** Where on the map the people are. */
	people: number[];
}

export interface MapListPage {
	companies: ListedCompany[];
	total: number;
	/** From where the next page goes on; null on the last one. */
	next: number | null;
}

/**
 * A page of the map as a list: the same companies in the same order, those without one together at
 * the end. `from` and `limit` count people.
 */
export function listOfMap(
	map: ContactMap,
	meant: readonly boolean[],
	{ from, limit }: { from: number; limit: number }
): MapListPage {
	const groups = groupsMeant(map, meant);
	const companies: ListedCompany[] = [];
	let before = 0;
	for (const { name, people } of groups) {
		const [first, end] = [Math.max(0, from - before), from + limit - before];
		const shown = people.slice(first, Math.max(first, end));
		before += people.length;
		if (shown.length > 0)
			companies.push({ name, total: people.length, continued: first > 0, people: shown });
	}
	const next = from + limit < before ? from + limit : null;
	return { companies, total: before, next };
}

function groupsMeant({ companies, sizes }: ContactMap, meant: readonly boolean[]) {
	const named: { name: string; people: number[] }[] = [];
	const alone: number[] = [];
	let at = 0;
	for (const [index, size] of sizes.entries()) {
		const people = Array.from({ length: size }, (_, nth) => at + nth).filter((one) => meant[one]);
		const name = companies[index] ?? '';
		at += size;
		if (name === '') alone.push(...people);
		else if (people.length > 0) named.push({ name, people });
	}
	return alone.length > 0 ? [...named, { name: '', people: alone }] : named;
}
