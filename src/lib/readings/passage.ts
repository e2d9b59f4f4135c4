import type { Locale } from '#lib/i18n/locale.ts';

/** A place in a letter, from `start` (included) to `end` (excluded), in UTF-16 units. */
interface Place {
	start: number;
	end: number;
}

/** The sentences of a letter, each verbatim and on one line, without repetitions: what one may remark on. */
export function sentencesOf(letter: string, locale: Locale): string[] {
	const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
	const sentences = letter
		.split('\n')
		.flatMap((line) => [...segmenter.segment(line)])
		.map(({ segment }) => segment.trim())
		.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
	return [...new Set(sentences)];
}

/** Where a passage stands in a letter, word for word; null when it does not (any more). */
export function placeOf(letter: string, passage: string): Place | null {
	const start = passage === '' ? -1 : letter.indexOf(passage);
	return start < 0 ? null : { start, end: start + passage.length };
}

/** The letter with another wording in place of the passage; null when the passage is not there (any more). */
export function reworded(letter: string, passage: string, wording: string): string | null {
	const place = placeOf(letter, passage);
	return place && letter.slice(0, place.start) + wording + letter.slice(place.end);
}

/** Remarks in the order of their passages; those about the whole letter, or about what is gone, come first. */
export function inOrder<Some extends { passage: string }>(
	remarks: readonly Some[],
	letter: string
): Some[] {
	return remarks.toSorted(
		(one, other) => letter.indexOf(one.passage || '\0') - letter.indexOf(other.passage || '\0')
	);
}
