import type { TableRow } from '#lib/importers/csv-table-row.ts';
import { tableFormat } from '#lib/importers/csv-table.ts';
import { readMoment } from '#lib/importers/linkedin-moment.ts';
import { everybodyIn, somebodyIn } from '#lib/importers/linkedin-people.ts';
import { directionIn, isYes } from '#lib/importers/linkedin-values.ts';
import type { ImportRow, Somebody, UnreadValue } from '#lib/importers/record.ts';
import { searchText } from '#lib/people/search-text.ts';

/** The content is found only to know the file by it. */
const columns = {
	thread: 'conversationid',
	from: 'from',
	fromAddress: 'senderprofileurl',
	to: 'to',
	toAddresses: 'recipientprofileurls',
	sentAt: 'date',
	content: 'content',
	direction: 'direction',
	folder: 'folder',
	draft: 'ismessagedraft',
	draftThread: 'isconversationdraft'
};

type Columns = Readonly<Record<keyof typeof columns, number>>;

/** LinkedIn's messages.csv of any year: who wrote to whom and when; never what. */
export const linkedinMessages = tableFormat({
	format: 'linkedin-messages',
	columns,
	isHeader: (has) => has('from') && has('to') && has('sentAt') && (has('folder') || has('thread')),
	longestRow: 262_144,
	dates: 'sentAt',
	confidential: true,
	read
});

/** LinkedIn's own teaching machines, with which members talk in files of the same columns. */
const machines = /(?:guide|coach|role_?play)_?messages/i;

function read(row: TableRow, at: Columns, fileName: string): ImportRow {
	if (isYes(row.text(at.draft)) || isYes(row.text(at.draftThread))) return row.refused('draft');
	if (/^spam/i.test(row.text(at.folder))) return row.refused('unwanted');
	if (machines.test(fileName)) return row.refused('nobody_named');
	const from = somebodyIn(row.text(at.from), row.text(at.fromAddress));
	const to = everybodyIn(row.text(at.to), row.text(at.toAddresses));
	if (!isBetweenPeople(row, at, from, to)) return row.refused('nobody_named');
	const unread: UnreadValue[] = [];
	const sentAt = momentIn(row, at.sentAt, unread);
	const thread = row.text(at.thread) || threadOf(from ? [from, ...to] : to);
	const direction = directionIn(row.text(at.direction));
	return {
		kind: 'record',
		record: {
			kind: 'message',
			line: row.line,
			via: 'linkedin',
			from,
			to,
			sentAt,
			thread,
			direction,
			unread
		}
	};
}

/** The member is one of them: where another is gone, two who are there still are an exchange. */
function isBetweenPeople(
	row: TableRow,
	at: Columns,
	from: Somebody | undefined,
	to: readonly Somebody[]
): boolean {
	const there = to.length + (from ? 1 : 0);
	return there > 1 || (there === 1 && (row.text(at.from) === '' || row.text(at.to) === ''));
}

function momentIn(row: TableRow, column: number, unread: UnreadValue[]): string | undefined {
	const value = row.told(column);
	const moment = value === undefined ? undefined : readMoment(value, row.order);
	if (value !== undefined && moment === undefined) unread.push({ field: 'sentAt', value });
	return moment;
}

/** Files of 2018 do not number conversations: one is what the same people wrote each other. */
function threadOf(people: readonly Somebody[]): string {
	const names = people.map(({ fullName, profile }) => searchText([fullName]) || profile);
	return [...new Set(names)].toSorted().join(' ');
}
