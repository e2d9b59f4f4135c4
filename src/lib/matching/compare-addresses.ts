import { editDistance } from '#lib/matching/edit-distance.ts';
import { type Level, level } from '#lib/matching/level.ts';

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
 * How much two e-mail addresses agree. `close`: one or two typing errors in eight letters before the
 * @ and after it taken together. `faint`: the same before the @, in five letters or more, elsewhere.
 */
export function compareEmails(a: EmailForm, b: EmailForm): Level {
	if (a.whole === b.whole) return level.exact;
	if (a.local === b.local && a.local.length >= 5)
		return editDistance(a.domain, b.domain, 3) <= 3 ? level.close : level.faint;
	if (Math.min(a.whole.length, b.whole.length) < 12) return level.different;
	if (editDistance(a.whole, b.whole, 2) <= 2) return level.close;
	const sameDomain = a.domain === b.domain;
	return sameDomain && a.local.length >= 6 && editDistance(a.local, b.local, 2) <= 2
		? level.faint
		: level.different;
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
