import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { somebodyIn } from '#lib/importers/linkedin-people.ts';
import type { ImportRow, UnreadValue } from '#lib/importers/record.ts';

const columns = {
	givenName: 'firstname prenom',
	familyName: 'lastname nom',
	company: 'company entreprise societe',
	position: 'jobtitle title titre',
	text: 'text body texte',
	on: 'creationdate createddate datedecreation',
	status: 'status statut'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/**
 * LinkedIn's Recommendations_Received.csv and Recommendations_Given.csv. Their columns are the same:
 * one whose name does not say `given` is taken as received.
 */
export const linkedinRecommendations = tableFormat({
	format: 'linkedin-recommendations',
	columns,
	isHeader: (has) => has('givenName') && has('familyName') && has('text') && has('on'),
	longestRow: 65_536,
	dates: 'on',
	confidential: true,
	read
});

function read(row: TableRow, at: Columns, fileName: string): ImportRow {
	if (/^draft/i.test(row.text(at.status))) return row.refused('draft');
	const name = `${row.text(at.givenName)} ${row.text(at.familyName)}`.trim();
	const person = somebodyIn(name, '');
	if (!person) return row.refused('nobody_named');
	const unread: UnreadValue[] = [];
	return {
		kind: 'record',
		record: {
			kind: 'recommendation',
			line: row.line,
			direction: /given|donn/i.test(fileName) ? 'mine' : 'theirs',
			person,
			company: row.told(at.company),
			position: row.told(at.position),
			on: row.day(at.on, 'on', unread),
			unread
		}
	};
}
