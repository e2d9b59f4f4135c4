import { editDistance } from '#lib/matching/edit-distance.ts';
import { type Level, level } from '#lib/matching/level.ts';

/**
 * A date as eight digits, zeros for what is unknown: "19560409", "19560400". Empty where none can be
 * read. Digits alone, ISO, and day first with a four-digit year are understood, month first where it
 * cannot be the day.
 */
export function dateDigits(written: string): string {
	const text = written.trim();
	const [, y = '', m = '', d = ''] =
		/^(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?:T.*)?$/.exec(text) ??
		/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
		[];
	if (y !== '') return y + m.padStart(2, '0') + d.padStart(2, '0');
	const [, day = '', month = '', year = ''] =
		/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
	if (year === '') return '';
	const [one, two] = Number(month) > 12 ? [day, month] : [month, day];
	return year + one.padStart(2, '0') + two.padStart(2, '0');
}

/**
 * How much two such dates agree. `close`: one digit wrong, two neighbours exchanged, or day and month
 * exchanged. `faint`: two digits wrong, two of year, month and day the same, or within a month. Where
 * one knows less than the other, what both know is compared, and the same is `faint`.
 */
export function compareDates(a: string, b: string): Level {
	if (a === b) return a.endsWith('00') ? level.close : level.exact;
	if (a.endsWith('00') || b.endsWith('00')) return comparePartial(a, b);
	if (editDistance(a, b, 1) === 1 || isSwapped(a, b)) return level.close;
	if (wrongDigits(a, b) <= 2 || sameParts(a, b) === 2) return level.faint;
	return Math.abs(days(a) - days(b)) <= 31 ? level.faint : level.different;
}

function comparePartial(a: string, b: string): Level {
	const monthKnown = !a.endsWith('0000') && !b.endsWith('0000');
	const known = monthKnown ? 6 : 4;
	const errors = wrongDigits(a.slice(0, known), b.slice(0, known));
	return errors === 0 ? level.faint : errors === 1 ? level.missing : level.different;
}

function isSwapped(a: string, b: string): boolean {
	return a.slice(0, 4) + a.slice(6) + a.slice(4, 6) === b;
}

function wrongDigits(a: string, b: string): number {
	let wrong = 0;
	for (let at = 0; at < a.length; at += 1) if (a.charCodeAt(at) !== b.charCodeAt(at)) wrong += 1;
	return wrong;
}

function sameParts(a: string, b: string): number {
	const year = a.startsWith(b.slice(0, 4)) ? 1 : 0;
	const month = a.startsWith(b.slice(4, 6), 4) ? 1 : 0;
	return year + month + (a.endsWith(b.slice(6)) ? 1 : 0);
}

function days(digits: string): number {
	return (
		Number(digits.slice(0, 4)) * 365.25 +
		Number(digits.slice(4, 6)) * 30.44 +
		Number(digits.slice(6))
	);
}
