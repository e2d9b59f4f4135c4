import { CalendarAssembler } from '#lib/importers/calendar-component.ts';
import { CalendarEvents } from '#lib/importers/calendar-events.ts';
import { CalendarPropertyReader, type CalendarProperty } from '#lib/importers/calendar-property.ts';
import type { ImportFormat, ImportRow, TextChunks } from '#lib/importers/record.ts';
import { unixLines } from '#lib/importers/text-lines.ts';

/** A calendar of any program (iCalendar, RFC 5545): whom one met, when, and how many were there. */
export const calendar: ImportFormat = {
	format: 'calendar',
	recognise: (head) => /^\s*BEGIN:V(?!CARD)[A-Z]+\s/i.test(head),
	rows: (chunks) => calendarRows(chunks)
};

/**
 * The events of a calendar; a meeting that comes back is as many rows of one line, at most 500, of
 * the twenty years before `until` (ISO; by default the last date that the file says it was changed).
 */
export async function* calendarRows(
	chunks: TextChunks,
	{ until }: { until?: string } = {}
): AsyncGenerator<ImportRow> {
	const reader = new CalendarPropertyReader();
	const assembler = new CalendarAssembler();
	const events = new CalendarEvents(until);
	const rowsOf = (properties: CalendarProperty[]) =>
		properties.flatMap((property) => assembler.add(property)).flatMap((part) => events.take(part));
	for await (const text of unixLines(chunks)) yield* rowsOf(reader.read(text));
	yield* rowsOf(reader.end());
	yield* assembler.end().flatMap((part) => events.take(part));
	yield* events.end();
}
