import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { periodIn } from '#lib/importers/linkedin-period.ts';
import type { ImportRow, UnreadValue } from '#lib/importers/record.ts';

const columns = {
	school: 'schoolname school ecole etablissement',
	degree: 'degreename degree diplome',
	startedOn: 'startdate startedon',
	endedOn: 'enddate finishedon'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's Education.csv: where the member studied. */
export const linkedinEducation = tableFormat({
	format: 'linkedin-education',
	columns,
	isHeader: (has) => has('school') && (has('startedOn') || has('degree')),
	longestRow: 65_536,
	read
});

function read(row: TableRow, at: Columns): ImportRow {
	const school = row.told(at.school);
	if (school === undefined) return row.refused('nameless');
	const unread: UnreadValue[] = [];
	const degree = row.told(at.degree);
	const period = periodIn(row, at, unread);
	return {
		kind: 'record',
		record: { kind: 'education', line: row.line, school, degree, ...period, unread }
	};
}
