import { daysInMonth } from '#lib/people/month-names.ts';

/** A day or a moment as a calendar writes it, before its zone is looked at. */
export interface Written {
	/** The clock as if it were in UTC, in milliseconds since 1970. */
	clock: number;
	wholeDay: boolean;
	/** Whether it was written in UTC; otherwise its zone says what it is. */
	utc: boolean;
}

const shape = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?/i;

/** Reads `20261123T063031Z`, `20261123T063031`, `20261123`; undefined where it is no moment of 1900 to 2099. */
export function readWritten(value: string): Written | undefined {
	const [whole, year, month, date, hour, minute, second, zulu] = shape.exec(value.trim()) ?? [];
	const day = dayClock(Number(year), Number(month), Number(date));
	if (whole === undefined || day === undefined) return undefined;
	const seconds = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
	if (seconds > 86_400) return undefined;
	return { clock: day + seconds * 1000, wholeDay: hour === undefined, utc: zulu !== undefined };
}

/** All the moments of a property that lists several; of a period its beginning. */
export function readWrittenList(value: string): Written[] {
	return value
		.split(',')
		.map((part) => readWritten(part))
		.filter((written) => written !== undefined);
}

function dayClock(year: number, month: number, date: number): number | undefined {
	const exists = year >= 1900 && year < 2100 && month >= 1 && month <= 12 && date >= 1;
	return exists && date <= daysInMonth(year, month) ? Date.UTC(year, month - 1, date) : undefined;
}
