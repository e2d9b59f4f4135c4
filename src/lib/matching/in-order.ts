import type { MatchRecord } from '#lib/matching/match-record.ts';

/**
 * Records in an order that depends on what they say and on their ids alone, so that the order in which
 * they came changes nothing that is learnt from them or made of them.
 */
export function inOrder(records: readonly MatchRecord[]): MatchRecord[] {
	const keyed = records.map((record) => ({ record, key: contentKey(record) }));
	keyed.sort((one, other) => one.key - other.key || compareTexts(one.record, other.record));
	return keyed.map(({ record }) => record);
}

function compareTexts(one: MatchRecord, other: MatchRecord): number {
	return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

function contentKey({ id: _id, ...told }: MatchRecord): number {
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
