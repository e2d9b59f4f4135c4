import { editDistance } from '#lib/matching/edit-distance.ts';
import { jaroWinkler } from '#lib/matching/jaro-winkler.ts';
import { mayBeLike, mayBeMistyped } from '#lib/matching/letter-set.ts';
import { type Level, level } from '#lib/matching/level.ts';
import type { NameForm } from '#lib/matching/name-form.ts';

/**
 * How much two given names, or two family names, agree. `alias`: a diminutive (Kathy, Catherine), the
 * initials of a double name (JP, Jean-Pierre), or one of the words of a longer name (Dupont,
 * Dupont-Martin). `close`: a typing error in four letters or more, two in eight. `faint`: a Jaro–Winkler
 * likeness of 0.85, the same sound, an initial, or two typing errors in six letters.
 */
export function compareNames(a: NameForm, b: NameForm): Level {
	if (a.text === b.text) return level.exact;
	if (a.isInitials || b.isInitials) return compareInitials(a, b);
	if (shareFamily(a.families, b.families) || isPart(a, b) || isPart(b, a)) return level.alias;
	const shorter = Math.min(a.text.length, b.text.length);
	const errors = shorter < 4 || !mayBeMistyped(a, b, 2) ? 3 : editDistance(a.text, b.text, 2);
	if (errors <= (shorter < 8 ? 1 : 2)) return level.close;
	if ((errors === 2 && shorter >= 6) || isLike(a, b)) return level.faint;
	return a.sound === b.sound && a.sound.length > 2 ? level.faint : level.different;
}

function isLike(a: NameForm, b: NameForm): boolean {
	return mayBeLike(a, b, 0.85) && jaroWinkler(a.text, b.text) >= 0.85;
}

function compareInitials(a: NameForm, b: NameForm): Level {
	const both = a.isInitials && b.isInitials;
	if (!a.initials.startsWith(b.initials) && !b.initials.startsWith(a.initials)) {
		return level.different;
	}
	const shorter = Math.min(a.initials.length, b.initials.length);
	return shorter > 1 && !both ? level.alias : level.faint;
}

function shareFamily(a: readonly number[], b: readonly number[]): boolean {
	return a.some((family) => b.includes(family));
}

/** Whether all of `part` is one of the words of `whole`, or its beginning or end in one piece. */
function isPart(part: NameForm, whole: NameForm): boolean {
	if (part.text.length < 3 || part.text.length >= whole.text.length) return false;
	if (whole.words.length > 1 && whole.words.includes(part.text)) return true;
	if (part.words.length > 1) return part.words.every((word) => whole.words.includes(word));
	return part.text.length >= 5 && whole.text.endsWith(part.text);
}
