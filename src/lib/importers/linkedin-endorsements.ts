import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { somebodyIn } from '#lib/importers/linkedin-people.ts';
import type { ImportRow, UnreadValue } from '#lib/importers/record.ts';

const columns = {
	on: 'endorsementdate',
	skill: 'skillname',
	theirGivenName: 'endorserfirstname',
	theirFamilyName: 'endorserlastname',
	theirAddress: 'endorserpublicurl',
	myGivenName: 'endorseefirstname',
	myFamilyName: 'endorseelastname',
	myAddress: 'endorseepublicurl'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's Endorsement_Received_Info.csv and Endorsement_Given_Info.csv; its columns say which. */
export const linkedinEndorsements = tableFormat({
	format: 'linkedin-endorsements',
	columns,
	isHeader: (has) => has('skill') && (has('theirFamilyName') || has('myFamilyName')),
	longestRow: 16_384,
	dates: 'on',
	read
});

function read(row: TableRow, at: Columns): ImportRow {
	const direction = at.theirFamilyName === -1 ? 'mine' : 'theirs';
	const person =
		direction === 'theirs'
			? personIn(row, at.theirGivenName, at.theirFamilyName, at.theirAddress)
			: personIn(row, at.myGivenName, at.myFamilyName, at.myAddress);
	if (!person) return row.refused('nobody_named');
	const unread: UnreadValue[] = [];
	const skill = row.text(at.skill);
	const on = row.day(at.on, 'on', unread);
	return {
		kind: 'record',
		record: { kind: 'endorsement', line: row.line, direction, person, skill, on, unread }
	};
}

function personIn(row: TableRow, given: number, family: number, address: number) {
	return somebodyIn(`${row.text(given)} ${row.text(family)}`.trim(), row.text(address));
}
