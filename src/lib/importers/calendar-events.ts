import type { CalendarPart } from '#lib/importers/calendar-component.ts';
import { readWritten, type Written } from '#lib/importers/calendar-moment.ts';
import { gatheringOf, isDeclinedBy, type Gathering } from '#lib/importers/calendar-people.ts';
import { parameterOf, type CalendarProperty } from '#lib/importers/calendar-property.ts';
import { seriesOf, timesOf, type Series } from '#lib/importers/calendar-series.ts';
import { CalendarZones } from '#lib/importers/calendar-zone.ts';
import { isoSecond } from '#lib/importers/email-date.ts';
import type { ImportRow, RefusalReason } from '#lib/importers/record.ts';
import { normaliseEmail } from '#lib/people/email.ts';

const twentyYears = 20 * 365.25 * 86_400_000;
const mostSeries = 20_000;

interface Meeting {
	line: number;
	uid: string;
	gathering: Gathering;
}

type HeldSeries = Meeting & { series: Series };
type EventPart = Extract<CalendarPart, { kind: 'event' }>;

/**
 * Turns the parts of a calendar into rows. A meeting that comes back is held until the end of the
 * file: single times of it that were moved or called off may stand anywhere.
 */
export class CalendarEvents {
	readonly #zones = new CalendarZones();
	readonly #held: HeldSeries[] = [];
	/** By series, the moments for which the file has an event of their own. */
	readonly #replaced = new Map<string, Set<number>>();
	readonly #until: number | undefined;
	#owner = '';
	#calledOff = false;
	#lastStamp = -Infinity;
	#lastStart = -Infinity;

	/** `until`: no recurring meeting took place after this moment (ISO), by default the file's last date. */
	constructor(until?: string) {
		this.#until = until === undefined ? undefined : Date.parse(until);
	}

	take(part: CalendarPart): ImportRow[] {
		if (part.kind === 'zone') this.#zones.describe(part.properties, part.halves);
		if (part.kind === 'about') this.#about(part.property);
		return part.kind === 'event' ? this.#event(part) : [];
	}

	*end(): Generator<ImportRow> {
		const stamped = Number.isFinite(this.#lastStamp) ? this.#lastStamp : this.#lastStart;
		const until = this.#until ?? stamped;
		for (const held of this.#held) yield* this.#timesOf(held, until);
	}

	/** Google calls a person's first calendar by the address. */
	#about({ name, value }: CalendarProperty): void {
		const email = name === 'X-WR-CALNAME' ? normaliseEmail(value) : undefined;
		if (email?.ok) this.#owner = email.email;
		if (name === 'METHOD') this.#calledOff = value.toUpperCase() === 'CANCEL';
		if (name === 'X-WR-TIMEZONE') this.#zones.standard = value;
	}

	#event({ line, end, properties }: EventPart): ImportRow[] {
		if (end !== 'whole') return [refused(line, end)];
		this.#noteStamps(properties);
		const uid = find(properties, 'UID')?.value.slice(0, 250) ?? '';
		const replaces = this.#replaces(properties, uid);
		const begins = find(properties, 'DTSTART');
		const start = readWritten(begins?.value ?? '');
		const gathering = gatheringOf(properties);
		const refusal = this.#refusal(properties, start, gathering);
		if (refusal || !begins || !start) return [refused(line, refusal ?? 'undated')];
		const zone = parameterOf(begins, 'TZID');
		const at = this.#zones.moment(start, zone);
		this.#lastStart = Math.max(this.#lastStart, at);
		const meeting = { line, uid, gathering };
		const repeats = properties.some(({ name }) => name === 'RRULE' || name === 'RDATE');
		if (!repeats || replaces !== undefined) return [record(meeting, at, start, replaces)];
		return this.#hold({ ...meeting, series: seriesOf(properties, start, zone, this.#zones) });
	}

	#hold(held: HeldSeries): ImportRow[] {
		if (this.#held.length >= mostSeries) return [refused(held.line, 'too_long')];
		this.#held.push(held);
		return [];
	}

	/** When the file was written, as near as it tells. */
	#noteStamps(properties: readonly CalendarProperty[]): void {
		for (const { name, value } of properties)
			if (name === 'DTSTAMP' || name === 'CREATED' || name === 'LAST-MODIFIED')
				this.#lastStamp = Math.max(this.#lastStamp, readWritten(value)?.clock ?? -Infinity);
	}

	/** The time of its series in whose place an event stands, remembered. */
	#replaces(properties: readonly CalendarProperty[], uid: string): string | undefined {
		const property = find(properties, 'RECURRENCE-ID');
		const written = readWritten(property?.value ?? '');
		if (!property || !written) return undefined;
		const at = this.#zones.moment(written, parameterOf(property, 'TZID'));
		const known = this.#replaced.get(uid) ?? new Set();
		this.#replaced.set(uid, known.add(at));
		return iso(at, written);
	}

	#refusal(
		properties: readonly CalendarProperty[],
		start: Written | undefined,
		{ people }: Gathering
	): RefusalReason | undefined {
		const cancelled = find(properties, 'STATUS')?.value.toUpperCase() === 'CANCELLED';
		if (cancelled || this.#calledOff || isDeclinedBy(properties, this.#owner)) return 'cancelled';
		if (!start) return 'undated';
		return people.every(({ email }) => email !== undefined && email === this.#owner)
			? 'nobody_named'
			: undefined;
	}

	*#timesOf(held: HeldSeries, until: number): Generator<ImportRow> {
		const { line, uid, series } = held;
		const replaced = this.#replaced.get(uid) ?? new Set();
		const bounds = { from: until - twentyYears, until, replaced };
		const times = timesOf(series, bounds, this.#zones);
		if (times.length === 0) yield refused(line, 'cancelled');
		for (const at of times) yield record(held, at, series.start, iso(at, series.start));
	}
}

function find(properties: readonly CalendarProperty[], name: string): CalendarProperty | undefined {
	return properties.find((property) => property.name === name);
}

function iso(at: number, { wholeDay }: Written): string {
	return wholeDay ? isoSecond(at).slice(0, 10) : isoSecond(at);
}

/** `time`: which one of a series it is. */
function record(meeting: Meeting, at: number, start: Written, time?: string): ImportRow {
	const { line, uid, gathering } = meeting;
	const key = uid === '' ? undefined : time === undefined ? uid : `${uid} ${time}`;
	const startsAt = iso(at, start);
	const { people, size } = gathering;
	return {
		kind: 'record',
		record: { kind: 'meeting', line, startsAt, people, size, ...(key && { key }), unread: [] }
	};
}

function refused(line: number, reason: RefusalReason): ImportRow {
	return { kind: 'refused', line, reason, excerpt: '' };
}
