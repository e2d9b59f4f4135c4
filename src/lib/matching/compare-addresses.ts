import { editDistance } from '#lib/matching/edit-distance.ts';
import { type Level, level } from '#lib/matching/level.ts';
import { mailProviders } from '#lib/people/mail-providers.ts';

/** An e-mail address in its two halves. */
export interface EmailForm {
	whole: string;
	local: string;
	domain: string;
}

/** The halves of a normalised address. */
export function emailForm(whole: string): EmailForm {
	const at = whole.lastIndexOf('@');
	return { whole, local: whole.slice(0, at), domain: whole.slice(at + 1) };
}

/**
 * How much two e-mail addresses agree. `close`: a typing error or two, but not in the first letter,
 * where another person's initial would be. `faint`: the same before the @, elsewhere, if that is more
 * than a name (kathy1984, not kathy.martin, which the names say already).
 */
export function compareEmails(a: EmailForm, b: EmailForm): Level {
	if (a.whole === b.whole) return level.exact;
	if (a.local.charAt(0) !== b.local.charAt(0)) return level.different;
	if (isMistyped(a, b)) return level.close;
	const sameLocal = a.local === b.local && a.local.length >= 5 && /\d/.test(a.local);
	return sameLocal ? level.faint : level.different;
}

function isMistyped(a: EmailForm, b: EmailForm): boolean {
	if (a.domain !== b.domain && mailProviders.has(a.domain) && mailProviders.has(b.domain))
		return false;
	const domain = errorsIn(a.domain, b.domain, 10);
	const local = errorsIn(a.local, b.local, 6);
	return domain + local <= 2 || (local === 0 && domain <= 2);
}

/** Errors between two halves; too many where there are more than one in a short or two in a long one. */
function errorsIn(a: string, b: string, long: number): number {
	if (a === b) return 0;
	const shorter = Math.min(a.length, b.length);
	const errors = shorter < 5 ? 3 : editDistance(a, b, 2);
	return errors <= (shorter >= long ? 2 : 1) ? errors : 3;
}

/**
 * How much two numbers agree that stand for something: phones, postcodes, house numbers, national
 * ids. `close`: one typing error in four signs or more, `faint`: two in five or more.
 */
export function compareNumbers(a: string, b: string): Level {
	if (a === b) return level.exact;
	const shorter = Math.min(a.length, b.length);
	const errors = editDistance(a, b, 2);
	if (errors === 1) return shorter >= 4 ? level.close : level.faint;
	return errors === 2 && shorter >= 4 ? level.faint : level.different;
}
