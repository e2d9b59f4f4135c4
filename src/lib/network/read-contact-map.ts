import type { ContactMap } from '#lib/network/contact-map.ts';

/** Reads the answer of /contacts/map/all; undefined for anything else. */
export function readContactMap(json: unknown): ContactMap | undefined {
	if (typeof json !== 'object' || json === null) return undefined;
	const column = <Of>(key: string, is: (value: unknown) => value is Of): Of[] | undefined => {
		const value: unknown = Object.entries(json).find(([name]) => name === key)?.[1];
		return Array.isArray(value) && value.every(is) ? value : undefined;
	};
	const [companies, sizes] = [column('companies', isText), column('sizes', isNumber)];
	const [ids, names] = [column('ids', isText), column('names', isText)];
	const strengths = column('strengths', isNumber);
	if (!companies || !sizes || !ids || !names || !strengths) return undefined;
	const people = sizes.reduce((all, size) => all + size, 0);
	const fits = companies.length === sizes.length && names.length === people;
	if (!fits || ids.length !== people || strengths.length !== people) return undefined;
	return { companies, sizes, ids, names, strengths };
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number';
}
