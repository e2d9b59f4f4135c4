import { numbersFrom } from '#lib/matching/seeded-numbers.ts';
import {
	books,
	type Invented,
	inventPerson,
	isKnown,
	type Person,
	tellOf
} from './invented-books.ts';
import { inventCompany, inventFamilyName } from './invented-names.ts';
import type { Draw } from './misspell.ts';

/**
 * As many records of the same kind of books as are asked for, one after another, person by person: a
 * population of about half as many, a company for every dozen people. None of them is kept, so a million need no
 * room. The same seed invents the same.
 */
export function* inventMany(records: number, seed: number): Generator<Invented> {
	const draw = numbersFrom(seed);
	const companies = Array.from({ length: 30 + Math.ceil(records / 24) }, () => rareCompany(draw));
	let told = 0;
	for (let at = 0; told < records; at += 1) {
		const person = withOwnNumber(inventPerson(draw, at, companies), at);
		for (let book = 0; book < books; book += 1) {
			if (!isKnown(draw, person)) continue;
			for (const each of tellOf(draw, person)) {
				if (told === records) return;
				yield { person: person.key, record: { id: `${book}-${told}`, ...each } };
				told += 1;
			}
		}
	}
}

/** There are too few words to name so many companies; most are called after somebody. */
function rareCompany(draw: Draw): string {
	const company = inventCompany(draw);
	return draw(8) === 0 ? company : `${inventFamilyName(draw)} ${company}`;
}

/**
 * Of the numbers that nobody will ever have, there are too few as well: one that is too long to be
 * dialled is nobody's either.
 */
function withOwnNumber(person: Person, at: number): Person {
	const digits = String(at).padStart(7, '0');
	return { ...person, phone: `+33 6 39 98 ${digits.slice(0, 3)} ${digits.slice(3)}` };
}
