import type { CalendarProperty } from '#lib/importers/calendar-property.ts';

/** A part of a calendar that is read: an event, a description of a zone, or a line about it all. */
export type CalendarPart =
	| {
			kind: 'event';
			line: number;
			end: 'whole' | 'too_long' | 'incomplete';
			properties: CalendarProperty[];
	  }
	| { kind: 'zone'; properties: CalendarProperty[]; halves: CalendarProperty[][] }
	| { kind: 'about'; property: CalendarProperty };

/** These stand in nothing else than a calendar. */
const own = new Set(['VCALENDAR', 'VEVENT', 'VTIMEZONE']);
const ofEvent = new Set(
	'UID DTSTART RRULE RDATE EXDATE RECURRENCE-ID ATTENDEE ORGANIZER STATUS DTSTAMP CREATED LAST-MODIFIED'.split(
		' '
	)
);
/** Characters of one event: a few thousand guests are still a meeting, of a kind. */
const longest = 1_000_000;

type Open = {
	kind: 'VEVENT' | 'VTIMEZONE';
	line: number;
	properties: CalendarProperty[];
	halves: CalendarProperty[][];
	within: string[];
	/** Characters that it may still have. */
	room: number;
};

/** Puts the properties of a calendar together; alarms, tasks and notes are passed over. */
export class CalendarAssembler {
	#open: Open | undefined;
	#others: string[] = [];

	/** The parts that this property completes. */
	add(property: CalendarProperty): CalendarPart[] {
		if (property.name === 'BEGIN') return this.#begin(property.value.toUpperCase(), property.line);
		if (property.name === 'END') return this.#end(property.value.toUpperCase());
		if (this.#open) keep(this.#open, property);
		else if (this.#others.length === 0) return [{ kind: 'about', property }];
		return [];
	}

	/** What remains when the file has ended. */
	end(): CalendarPart[] {
		return this.#give('incomplete');
	}

	#begin(name: string, line: number): CalendarPart[] {
		const unfinished = own.has(name) ? this.#give('incomplete') : [];
		if (name === 'VEVENT' || name === 'VTIMEZONE') {
			this.#open = { kind: name, line, properties: [], halves: [], within: [], room: longest };
			this.#others = [];
		} else if (this.#open) {
			this.#open.within.push(name);
			if (this.#open.kind === 'VTIMEZONE') this.#open.halves.push([]);
		} else if (name === 'VCALENDAR') {
			this.#others = [];
		} else {
			this.#others.push(name);
		}
		return unfinished;
	}

	#end(name: string): CalendarPart[] {
		const open = this.#open;
		if (!open) this.#others.pop();
		else if (name === open.kind || name === 'VCALENDAR')
			return this.#give(name === open.kind ? 'whole' : 'incomplete');
		else open.within.pop();
		return [];
	}

	#give(end: 'whole' | 'incomplete'): CalendarPart[] {
		const open = this.#open;
		this.#open = undefined;
		if (!open) return [];
		const { line, properties, halves } = open;
		if (open.kind === 'VTIMEZONE') return [{ kind: 'zone', properties, halves }];
		return [{ kind: 'event', line, end: open.room < 0 ? 'too_long' : end, properties }];
	}
}

function keep(open: Open, property: CalendarProperty): void {
	if (open.kind === 'VTIMEZONE') {
		const into = open.within.length > 0 ? open.halves.at(-1) : open.properties;
		if (into && into.length < 1000) into.push(property);
	} else if (open.within.length === 0 && ofEvent.has(property.name)) {
		open.room -= property.value.length + property.parameters.length;
		if (open.room >= 0) open.properties.push(property);
	}
}
