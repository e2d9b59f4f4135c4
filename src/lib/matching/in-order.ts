import type { MatchRecord } from '#lib/matching/match-record.ts';

/**
 * The places of records in an order that depends on what they say and on their ids alone, so that the
 * order in which they came changes nothing that is learnt from them or made of them.
 */
export function orderOf(contents: readonly number[], ids: readonly string[]): Uint32Array {
	const order = Uint32Array.from(ids, (_, at) => at);
	order.sort((one, other) => {
		const [a = 0, b = 0] = [contents[one], contents[other]];
		if (a !== b) return a - b;
		return (ids[one] ?? '') < (ids[other] ?? '') ? -1 : 1;
	});
	return order;
}

/** A number for what a record says, its id aside; by chance two may have the same. */
export function contentKey({ id: _id, ...told }: MatchRecord): number {
	let key = 0x811c9dc5;
	for (const field of Object.keys(told).toSorted()) {
		const value: unknown = Reflect.get(told, field);
		for (const text of Array.isArray(value) ? value : [value]) {
			if (typeof text !== 'string' || text === '') continue;
			for (let at = 0; at < field.length; at += 1) key = mixed(key, field.charCodeAt(at));
			for (let at = 0; at < text.length; at += 1) key = mixed(key, text.charCodeAt(at));
		}
	}
	return key;
}

function mixed(key: number, code: number): number {
	return Math.imul(key ^ code, 0x01000193);
}
