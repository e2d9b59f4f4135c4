/** What the card on the map says of somebody. */
export interface Told {
	work: string;
	sentence: string;
}

/** Reads the answer of /contacts/map/tie; undefined for anything else. */
export function readTold(json: unknown): Told | undefined {
	if (typeof json !== 'object' || json === null) return undefined;
	const { work, sentence } = json as Partial<Record<keyof Told, unknown>>;
	return typeof work === 'string' && typeof sentence === 'string' ? { work, sentence } : undefined;
}
