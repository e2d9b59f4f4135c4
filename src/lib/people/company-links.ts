import {
	compareCompanyNames,
	isInitialsOf,
	isNearly,
	type JoinReason,
	lettersOf,
	mistyped
} from '#lib/people/company-likeness.ts';
import { initialsOf } from '#lib/people/company-name.ts';
import type { Spelling, Unit } from '#lib/people/company-units.ts';

/** Two spellings of one company, and why. */
export interface CompanyLink {
	one: Spelling;
	other: Spelling;
	why: JoinReason;
}

/** Everything that speaks for two spellings being one company. What only resembles is not there. */
export function companyLinks(units: readonly Unit[]): CompanyLink[] {
	return [
		...units.flatMap(({ spellings }) => linkNames(spellings)),
		...blocksOf(units, lettersKey).flatMap((block) =>
			linkNames(block.flatMap(({ spellings }) => spellings))
		),
		...pairsOf(blocksOf(units, domainKeys)).flatMap(([one, other]) =>
			isNearly(one.words, other.words) ? linkUnits(one, other, 'domain') : []
		),
		...pairsOf(blocksOf(units, longWordKeys)).flatMap(([one, other]) =>
			mayBeMistyped(one, other) ? linkUnits(one, other, 'typing') : []
		),
		...linkInitials(units)
	];
}

/** Of spellings that share a key each pair is looked at, or, where they are very many, each and the first. */
const mostInBlock = 60;

function blocksOf(units: readonly Unit[], keysOf: (unit: Unit) => readonly string[]): Unit[][] {
	const blocks = new Map<string, Unit[]>();
	for (const unit of units)
		for (const key of keysOf(unit)) {
			const block = blocks.get(key);
			if (block) block.push(unit);
			else blocks.set(key, [unit]);
		}
	return [...blocks.values()].filter((block) => block.length > 1 && block.length <= mostInBlock);
}

function pairsOf(blocks: readonly Unit[][]): [Unit, Unit][] {
	return blocks.flatMap((block) =>
		block.flatMap((one, at) => block.slice(at + 1).map((other): [Unit, Unit] => [one, other]))
	);
}

function lettersKey(unit: Unit): string[] {
	const letters = lettersOf(unit);
	return letters.length < 5 ? [] : [letters];
}

function domainKeys({ domains }: Unit): string[] {
	return [...domains];
}

/** One slip leaves the beginning or the end of a long word as it is. */
function longWordKeys({ words }: Unit): string[] {
	return words.flatMap((word, at) => {
		if (word.length < 7) return [];
		const others = `${at} ${words.with(at, '').join(' ')} `;
		return [`${others}${word.slice(0, 3)}-`, `${others}-${word.slice(-4)}`];
	});
}

/** So many contacts at most have a misspelled name: what many write is meant. */
const mostMistyped = 2;

function mayBeMistyped(one: Unit, other: Unit): boolean {
	const [few, many] = [one.contacts, other.contacts].toSorted((a, b) => a - b);
	if (few === undefined || many === undefined || few > mostMistyped) return false;
	const found = mistyped(one.words, other.words);
	if (found === undefined || (found === 'probably' && many < 3 * few)) return false;
	return one.domains.size === 0 || other.domains.size === 0 || shareDomain(one, other);
}

function shareDomain(one: Unit, other: Unit): boolean {
	return !one.domains.isDisjointFrom(other.domains);
}

/** Where one name alone may be meant by initials, and tells them itself or has the same domain. */
function linkInitials(units: readonly Unit[]): CompanyLink[] {
	const long = Map.groupBy(
		units.filter(({ words }) => words.length >= 3),
		({ words }) => initialsOf(words)
	);
	return units.flatMap((short) => {
		const meant = (long.get(short.words[0] ?? '') ?? []).filter(({ words }) =>
			isInitialsOf(short.words, words)
		);
		const sharing = meant.filter((unit) => shareDomain(short, unit));
		const telling = meant.filter(({ spellings }) =>
			spellings.some(({ read }) => read.initials === short.words[0])
		);
		const [one, ...others] = sharing.length > 0 ? sharing : telling;
		const isOnly = others.length === 0 && (sharing.length > 0 || meant.length === 1);
		return one && isOnly ? linkUnits(short, one, 'initials') : [];
	});
}

function linkNames(spellings: readonly Spelling[]): CompanyLink[] {
	const all = spellings.length <= mostInBlock;
	return spellings.flatMap((one, at) =>
		(all || at === 0 ? spellings.slice(at + 1) : []).flatMap((other): CompanyLink[] => {
			const why = compareCompanyNames(one.read, other.read);
			return why === 'related' || why === 'apart' ? [] : [{ one, other, why }];
		})
	);
}

/** Of the same place only: a misspelled name of another branch would be one doubt upon the other. */
function linkUnits(one: Unit, other: Unit, why: JoinReason): CompanyLink[] {
	return one.spellings.slice(0, mostInBlock).flatMap((a) =>
		other.spellings
			.slice(0, mostInBlock)
			.filter((b) => a.read.place === b.read.place)
			.map((b) => ({ one: a, other: b, why }))
	);
}
