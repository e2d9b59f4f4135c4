/** One line of the palette. */
export interface Found {
	kind: string;
	label: string;
	detail: string;
	href: string;
}

/** One of the member's contacts, as the picker shows it. */
export interface FoundContact {
	id: string;
	name: string;
	company: string;
	position: string;
}

function textOf(from: object, key: string): string {
	const value: unknown = Object.entries(from).find(([name]) => name === key)?.[1];
	return typeof value === 'string' ? value : '';
}

function objectsOf(json: unknown): object[] {
	if (!Array.isArray(json)) return [];
	return json.filter((item: unknown): item is object => typeof item === 'object' && item !== null);
}

/** Reads the answer of /search; what does not fit is left out, as is a link to elsewhere. */
export function readFound(json: unknown): Found[] {
	return objectsOf(json)
		.map((item) => ({
			kind: textOf(item, 'kind'),
			label: textOf(item, 'label'),
			detail: textOf(item, 'detail'),
			href: textOf(item, 'href')
		}))
		.filter(({ label, href }) => label !== '' && /^\/(?![/\\])/.test(href));
}

/** Reads the answer of /contacts/search; what does not fit is left out. */
export function readFoundContacts(json: unknown): FoundContact[] {
	return objectsOf(json)
		.map((item) => ({
			id: textOf(item, 'id'),
			name: textOf(item, 'name'),
			company: textOf(item, 'company'),
			position: textOf(item, 'position')
		}))
		.filter(({ id, name }) => id !== '' && name !== '');
}

/** The same letters without accents or case, to compare what was typed. */
export function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
