import { cleanCell } from '#lib/importers/cell.ts';
import type { MappedField } from '#lib/importers/mapped-mapping.ts';
import { companyWords, legalForms, titles } from '#lib/people/person-name-words.ts';

const shapes: readonly (readonly [MappedField, RegExp])[] = [
	['email', /^(?:mailto:)?[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/i],
	['profile', /^(?:https?:\/\/)?(?:[a-z]+\.)*linkedin\.com\/(?:in|pub)\//i],
	['link', /^(?:https?:\/\/|www\.)\S+\.\S+$/i],
	['phone', /^(?:tel:)?(?:\+|00|0|\()\(?\d[\d ().\-/\u00a0\u202f]{6,20}\d$/]
];

/** Whether a text has the shape of an address: no name of a column has. */
export function looksLikeAddress(cell: string): boolean {
	return shapes.some(([, shape]) => shape.test(cleanCell(cell)));
}

/** What the cells of a column look like, where that leaves no doubt. */
export function fieldOfAddresses(cells: readonly string[]): MappedField | undefined {
	return shapes.find(([, shape]) => share(cells, (cell) => shape.test(cell)) >= 0.6)?.[0];
}

/** What the cells of a column without a name look like: names and companies. */
export function fieldOfWords(cells: readonly string[]): MappedField | undefined {
	if (share(cells, isCompany) >= 0.3) return 'company';
	if (share(cells, (cell) => /\d|[;:/]/.test(cell)) > 0.2) return undefined;
	if (share(cells, (cell) => /^\p{L}[\p{L}’'.-]*,? \p{L}/u.test(cell)) >= 0.6) return 'fullName';
	return share(cells, (cell) => /^\p{Lu}[\p{L}’' -]+$/u.test(cell)) >= 0.8
		? 'givenName'
		: undefined;
}

/** Whether a column of titles holds what stands before a name. */
export function areTitles(cells: readonly string[]): boolean {
	return (
		share(cells, (cell) => titles.has(cell.toLowerCase().replace(/\.$/, '')) || cell === 'M.') >=
		0.5
	);
}

function isCompany(cell: string): boolean {
	const words = cell.split(' ');
	return words.some((word) => legalForms.has(word) || companyWords.has(word.toLowerCase()));
}

/** How many of the cells that are not empty pass; none where all are empty. */
function share(cells: readonly string[], passes: (cell: string) => boolean): number {
	const full = cells.map(cleanCell).filter((cell) => cell !== '');
	return full.length === 0 ? 0 : full.filter(passes).length / full.length;
}
