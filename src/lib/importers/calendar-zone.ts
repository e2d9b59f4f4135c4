import { readWritten, readWrittenList, type Written } from '#lib/importers/calendar-moment.ts';
import type { CalendarProperty } from '#lib/importers/calendar-property.ts';
import { readRule } from '#lib/importers/recurrence-rule.ts';
import { recurrences } from '#lib/importers/recurrence.ts';

const dayLength = 86_400_000;
const lastClock = Date.UTC(2100, 0, 1);

/** One half of the year of a zone that a calendar describes itself: since when, how far ahead of UTC. */
interface Change {
	at: number;
	ahead: number;
}

/** The zones of one calendar: those of the world by their names, others as the calendar describes them. */
export class CalendarZones {
	readonly #described = new Map<string, Change[]>();
	readonly #otherNames = new Map<string, string>();
	readonly #days = new Map<string, Map<number, number>>();
	readonly #clocks = new Map<string, Intl.DateTimeFormat | null>();
	/** Of moments without a zone. */
	standard = 'UTC';

	/** Takes in a description: the properties of the zone and those of each of its halves. */
	describe(zone: readonly CalendarProperty[], halves: readonly CalendarProperty[][]): void {
		const name = valueOf(zone, 'TZID');
		if (name === '' || this.#described.size >= 1000) return;
		const changes = halves.flatMap(changesOf);
		this.#described.set(
			name,
			changes.toSorted((one, other) => one.at - other.at)
		);
		this.#otherNames.set(name, valueOf(zone, 'X-LIC-LOCATION'));
	}

	/** Milliseconds since 1970; a whole day begins at midnight UTC. */
	moment({ clock, utc, wholeDay }: Written, zone: string): number {
		return utc || wholeDay ? clock : clock - this.#ahead(clock, zone || this.standard);
	}

	/** What a clock in the zone shows at a moment: the opposite of `moment`. */
	clock(moment: number, zone: string): number {
		const guess = moment + this.#ahead(moment, zone || this.standard);
		return moment + this.#ahead(guess, zone || this.standard);
	}

	#ahead(clock: number, zone: string): number {
		const name = [zone, tail(zone), this.#otherNames.get(zone) ?? ''].find((one) =>
			this.#knows(one)
		);
		if (name !== undefined) return this.#aheadInWorld(clock, name);
		const changes = this.#described.get(zone) ?? [];
		return (changes.findLast(({ at }) => at <= clock) ?? changes[0])?.ahead ?? 0;
	}

	#knows(name: string): boolean {
		return name !== '' && this.#formatOf(name) !== null;
	}

	/** Most days have one offset from end to end, which is asked for once. */
	#aheadInWorld(clock: number, zone: string): number {
		const day = Math.floor(clock / dayLength);
		const days = this.#days.get(zone) ?? new Map<number, number>();
		this.#days.set(zone, days);
		const known = days.get(day);
		if (known !== undefined) return known;
		const start = this.#aheadAt(day * dayLength, zone);
		if (start !== this.#aheadAt((day + 1) * dayLength, zone)) return this.#aheadAt(clock, zone);
		days.set(day, start);
		return start;
	}

	#aheadAt(clock: number, zone: string): number {
		const format = this.#formatOf(zone);
		if (!format) return 0;
		const guess = shown(format, clock) - clock;
		return shown(format, clock - guess) - (clock - guess);
	}

	#formatOf(zone: string): Intl.DateTimeFormat | null {
		const known = this.#clocks.get(zone);
		if (known !== undefined) return known;
		const made = clockOf(zone);
		if (this.#clocks.size < 1000) this.#clocks.set(zone, made);
		return made;
	}
}

function valueOf(properties: readonly CalendarProperty[], name: string): string {
	return properties.find((property) => property.name === name)?.value ?? '';
}

/** Some programs put their own address before the name of a place: /example.org/2026/Europe/Paris. */
function tail(zone: string): string {
	return zone.startsWith('/') ? zone.split('/').slice(-2).join('/') : '';
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
	const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
	const time = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			...parts,
			...time
		});
	} catch {
		return null;
	}
}

/** What the clock shows at a moment, as milliseconds. */
function shown(format: Intl.DateTimeFormat, moment: number): number {
	const part = new Map(
		format.formatToParts(moment).map(({ type, value }) => [type, Number(value)])
	);
	const number = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
	const day = Date.UTC(number('year'), number('month') - 1, number('day'));
	return day + number('hour') * 3_600_000 + number('minute') * 60_000 + number('second') * 1000;
}

function changesOf(half: readonly CalendarProperty[]): Change[] {
	const start = readWritten(valueOf(half, 'DTSTART'));
	const ahead = offsetOf(valueOf(half, 'TZOFFSETTO'));
	if (!start || ahead === undefined) return [];
	const rule = readRule(valueOf(half, 'RRULE'));
	const last = Math.min(lastClock, readWritten(rule?.until ?? '')?.clock ?? lastClock);
	const ruled = rule ? [...recurrences(rule, start.clock, last)] : [start.clock];
	const listed = half
		.filter(({ name }) => name === 'RDATE')
		.flatMap(({ value }) => readWrittenList(value).map(({ clock }) => clock));
	return [...ruled, ...listed].slice(0, 1000).map((at) => ({ at, ahead }));
}

function offsetOf(written: string): number | undefined {
	const [, sign, hour, minute, second = '0'] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(written) ?? [];
	if (!sign) return undefined;
	const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
	return (sign === '-' ? -seconds : seconds) * 1000;
}
