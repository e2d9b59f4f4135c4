import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { somebodyIn } from '#lib/importers/linkedin-people.ts';
import { directionIn } from '#lib/importers/linkedin-values.ts';
import type { ImportRow, UnreadValue } from '#lib/importers/record.ts';

const columns = {
	from: 'from',
	fromAddress: 'inviterprofileurl inviterprofileurn inviterurl inviterurn',
	to: 'to',
	toAddress: 'inviteeprofileurl inviteeprofileurn inviteeurl inviteeurn',
	on: 'sentat',
	note: 'message',
	direction: 'direction'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's Invitations.csv of any year; of a note that came along, only that it did. */
export const linkedinInvitations = tableFormat({
	format: 'linkedin-invitations',
	columns,
	isHeader: (has) => has('from') && has('to') && has('on') && has('direction'),
	longestRow: 65_536,
	dates: 'on',
	confidential: true,
	read
});

function read(row: TableRow, at: Columns): ImportRow {
	const direction = directionIn(row.text(at.direction));
	if (direction === undefined) return row.refused('unreadable');
	const from = somebodyIn(row.text(at.from), row.text(at.fromAddress));
	const to = somebodyIn(row.text(at.to), row.text(at.toAddress));
	if (!(direction === 'theirs' ? from : to)) return row.refused('nobody_named');
	const unread: UnreadValue[] = [];
	return {
		kind: 'record',
		record: {
			kind: 'invitation',
			line: row.line,
			direction,
			from: from ?? { fullName: '' },
			to: to ?? { fullName: '' },
			on: row.day(at.on, 'on', unread),
			note: row.told(at.note) !== undefined,
			unread
		}
	};
}
