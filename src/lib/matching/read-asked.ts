import type { AskedPerson } from '#lib/matching/known-person.ts';

/** Reads the answer of /contacts/known; what does not fit is left out. */
export function readAskedPersons(json: unknown): AskedPerson[] {
	if (!Array.isArray(json)) return [];
	return json.flatMap((item: unknown): AskedPerson[] => {
		if (typeof item !== 'object' || item === null) return [];
		const told = new Map<string, unknown>(Object.entries(item));
		const text = (key: string) => asText(told.get(key));
		const knownTo: unknown = told.get('knownTo');
		const names = Array.isArray(knownTo) ? knownTo.map(asText) : [];
		if (text('id') === '' || text('name') === '') return [];
		return [
			{
				id: text('id'),
				name: text('name'),
				company: text('company'),
				position: text('position'),
				ownId: text('ownId') || null,
				knownTo: names
			}
		];
	});
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
