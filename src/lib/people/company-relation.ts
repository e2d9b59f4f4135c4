import type { CompanyDecision } from '#lib/people/company-groups.ts';
import { compareCompanyNames, lettersOf } from '#lib/people/company-likeness.ts';
import { companyKey, type CompanyName, readCompanyName } from '#lib/people/company-name.ts';
import { foldedCompany } from '#lib/people/company-units.ts';

/** `branch`: two branches of one group, or a branch and the whole. */
export type CompanyRelation = 'same' | 'branch' | 'apart';

interface Known {
	folded: string;
	/** The same for names that somebody said are one. */
	key: string;
	letters: string;
	read: CompanyName;
}

/**
 * Whether two names are one company, by themselves and what the owner of a book decided; nothing else
 * of the book counts, so that what follows from it does not change with its other names.
 */
export function companyRelation(
	decisions: readonly CompanyDecision[]
): (one: string, other: string) => CompanyRelation {
	const keys = keysByHand(decisions);
	const apart = new Set(
		decisions
			.filter(({ decision }) => decision === 'apart')
			.map(({ one, other }) => pairOf(foldedCompany(one), foldedCompany(other)))
	);
	const known = new Map<string, Known>();
	const know = (name: string): Known => {
		const found = known.get(name) ?? readKnown(name, keys);
		known.set(name, found);
		return found;
	};
	return (one, other) => {
		const [a, b] = [know(one), know(other)];
		if (a.key === '' || b.key === '') return 'apart';
		if (apart.size > 0 && apart.has(pairOf(a.folded, b.folded))) return 'apart';
		if (a.key === b.key) return 'same';
		if (a.letters !== b.letters) return 'apart';
		const said = compareCompanyNames(a.read, b.read);
		return said === 'branch' ? 'branch' : said === 'spacing' ? 'same' : 'apart';
	};
}

function readKnown(name: string, keys: ReadonlyMap<string, string>): Known {
	const read = readCompanyName(name);
	const key = companyKey(name);
	return { folded: foldedCompany(name), key: keys.get(key) ?? key, letters: lettersOf(read), read };
}

/** One key for all that were said to be the same. */
function keysByHand(decisions: readonly CompanyDecision[]): Map<string, string> {
	const keys = new Map<string, string>();
	for (const { one, other, decision } of decisions) {
		if (decision === 'apart') continue;
		const [a, b] = [companyKey(one), companyKey(other)];
		const [from, to] = [keys.get(a) ?? a, keys.get(b) ?? b];
		for (const [key, now] of keys) if (now === from) keys.set(key, to);
		keys.set(a, to).set(b, to);
	}
	return keys;
}

function pairOf(one: string, other: string): string {
	return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
