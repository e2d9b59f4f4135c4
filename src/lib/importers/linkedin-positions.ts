import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { periodIn } from '#lib/importers/linkedin-period.ts';
import type { ImportRow, UnreadValue } from '#lib/importers/record.ts';

const columns = {
	company: 'companyname company entreprise societe',
	title: 'title titre poste',
	startedOn: 'startedon startdate',
	endedOn: 'finishedon enddate'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's Positions.csv: where the member worked. */
export const linkedinPositions = tableFormat({
	format: 'linkedin-positions',
	columns,
	isHeader: (has) => has('company') && has('title') && has('startedOn'),
	longestRow: 65_536,
	read
});

function read(row: TableRow, at: Columns): ImportRow {
	const company = row.told(at.company);
	if (company === undefined) return row.refused('nameless');
	const unread: UnreadValue[] = [];
	const title = row.told(at.title);
	const period = periodIn(row, at, unread);
	return {
		kind: 'record',
		record: { kind: 'position', line: row.line, company, title, ...period, unread }
	};
}
