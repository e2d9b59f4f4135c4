import type { Counts } from '#lib/importers/plan-batch.ts';
import type { ImportRecord, ImportRow, RefusalReason } from '#lib/importers/record.ts';
import { exchangeKey, ownKey } from '#lib/importers/record-key.ts';
import { KeyTable } from '#lib/importers/key-table.ts';
import { SeenContacts } from '#lib/importers/seen-contacts.ts';

/** How one row would end: as an import says it, or refused for this reason. */
export type RowEnd = 'created' | 'updated' | 'unchanged' | { refused: RefusalReason };

/** Says of row after row how it would end; see dryRun. */
export interface DryRun {
	/** Begins a file: of people whom files before told of, this one may tell otherwise. */
	begin(): void;
	take(row: ImportRow): RowEnd;
	/** Of all rows so far. */
	counts(): Counts;
}

/**
 * Tells what an import into an empty book would count, without any book: what repeats something
 * that rows before it told, recognised by a certain key, is `unchanged`, or `updated` where it adds
 * to it; all else is `created`. The keys: of people the LinkedIn profile, else the e-mail address, else
 * all that the row says; of exchanges who, when and in which conversation; of the member's own past
 * all that is said. Who the member is is not known: nobody is left out as being the member.
 * `now` (ISO 8601 in UTC): meetings after it are refused. `country` is that of phone numbers without
 * a country code (ISO 3166). Some 100 bytes a row are held, whatever its length.
 */
export function dryRun({ now, country }: { now: string; country?: string }): DryRun {
	const contacts = new SeenContacts(country);
	const told = new KeyTable();
	const counts: Counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };

	function once(key: string): RowEnd {
		if (told.get(key) !== undefined) return 'unchanged';
		told.add(key, 0);
		return 'created';
	}

	function endOf(record: ImportRecord): RowEnd {
		switch (record.kind) {
			case 'contact':
				return contacts.take(record);
			case 'meeting':
				return record.startsAt > now ? { refused: 'to_come' } : once(exchangeKey(record));
			case 'message':
			case 'invitation':
			case 'endorsement':
			case 'recommendation':
				return once(exchangeKey(record));
			default:
				return once(ownKey(record));
		}
	}

	return {
		begin: () => contacts.begin(),
		take(row) {
			const end = row.kind === 'refused' ? { refused: row.reason } : endOf(row.record);
			counts[typeof end === 'string' ? end : 'refused'] += 1;
			return end;
		},
		counts: () => ({ ...counts })
	};
}
