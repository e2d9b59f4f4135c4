import type { OwnEmailRecord, ProfileRecord } from '#lib/importers/record.ts';
import { displayName } from '#lib/people/name.ts';
import { searchText } from '#lib/people/search-text.ts';

/** A name or an address by which files call the member; names folded, addresses normalised. */
export interface OwnName {
	kind: 'email' | 'profile' | 'name';
	value: string;
}

/** By which name or address a record calls the member. */
export function ownNameIn(record: ProfileRecord | OwnEmailRecord): OwnName {
	if (record.kind === 'own_email') return { kind: 'email', value: record.email };
	return { kind: 'name', value: searchText([displayName(record)]) };
}
