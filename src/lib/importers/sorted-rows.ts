import type { ContactRecord, ImportRecord, ImportRow, RefusedRow } from '#lib/importers/record.ts';
import type { ExchangeRecord } from '#lib/importers/told-exchange.ts';

type OfKind<Kind extends ImportRecord['kind']> = Extract<ImportRecord, { kind: Kind }>;
type OwnRecord = OfKind<'position' | 'education' | 'profile' | 'own_email'>;

/** The rows of a batch by where they go, each kind in the order of the file. */
export interface SortedRows {
	contacts: ({ kind: 'record'; record: ContactRecord; file: string } | (RefusedRow & Filed))[];
	exchanges: { record: ExchangeRecord; file: string }[];
	own: { record: OwnRecord; file: string }[];
}

interface Filed {
	file: string;
}

/** Sorts rows by whom they tell of: contacts (refusals with them), exchanges, the member. */
export function sortedRows(rows: readonly ImportRow[]): SortedRows {
	const sorted: SortedRows = { contacts: [], exchanges: [], own: [] };
	for (const row of rows) {
		const file = row.file ?? '';
		if (row.kind === 'refused') sorted.contacts.push({ ...row, file });
		else sortRecord(row.record, file, sorted);
	}
	return sorted;
}

function sortRecord(record: ImportRecord, file: string, sorted: SortedRows): void {
	switch (record.kind) {
		case 'contact':
			sorted.contacts.push({ kind: 'record', record, file });
			return;
		case 'position':
		case 'education':
		case 'profile':
		case 'own_email':
			sorted.own.push({ record, file });
			return;
		default:
			sorted.exchanges.push({ record, file });
	}
}
