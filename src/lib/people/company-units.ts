import { type CompanyName, readCompanyName } from '#lib/people/company-name.ts';
import { mailProviders } from '#lib/people/mail-providers.ts';
import { searchText } from '#lib/people/search-text.ts';

/** A company's name as it is written somewhere, and how many contacts work there. */
export interface CompanyMention {
	name: string;
	contacts: number;
	/** Of these contacts' e-mail addresses; where anybody may have one counts for nothing. */
	domains?: readonly string[] | undefined;
}

/** Mentions that differ by capitals, accents or points at most. */
export interface Spelling {
	/** By this it is compared and remembered. */
	folded: string;
	/** The way most contacts have it. */
	name: string;
	written: readonly string[];
	contacts: number;
	read: CompanyName;
	unit: Unit;
}

/** Spellings of the same words, whatever their places and legal forms. */
export interface Unit {
	words: readonly string[];
	spellings: Spelling[];
	contacts: number;
	domains: Set<string>;
}

/** The form in which a company's name is remembered. */
export function foldedCompany(name: string): string {
	return (searchText([name]) || name.trim()).slice(0, 200);
}

/** Companies that more names than this write from are a host's or a school's domain, and show nothing. */
const mostAtDomain = 4;

/** Mentions as spellings of units, in an order that depends on nothing but the names. */
export function unitsOf(mentions: readonly CompanyMention[]): Unit[] {
	const named = mentions.filter(({ name }) => name.trim() !== '');
	const same = Map.groupBy(named, ({ name }) => foldedCompany(name));
	const units = new Map<string, Unit>();
	for (const [folded, written] of [...same].toSorted(([one], [other]) => (one < other ? -1 : 1)))
		addSpelling(units, folded, written);
	const all = [...units.values()];
	forgetHosts(all);
	return all;
}

function addSpelling(
	units: Map<string, Unit>,
	folded: string,
	mentions: readonly CompanyMention[]
): void {
	const [first] = mentions.toSorted(
		(one, other) => other.contacts - one.contacts || (one.name < other.name ? -1 : 1)
	);
	const name = first?.name ?? folded;
	const read = readCompanyName(name);
	const key = read.words.join(' ') || folded;
	const unit = units.get(key) ?? {
		words: read.words,
		spellings: [],
		contacts: 0,
		domains: new Set()
	};
	units.set(key, unit);
	const contacts = mentions.reduce((sum, mention) => sum + mention.contacts, 0);
	const written = [...new Set(mentions.map((mention) => mention.name))].toSorted();
	unit.spellings.push({ folded, name, written, contacts, read, unit });
	unit.contacts += contacts;
	for (const { domains = [] } of mentions)
		for (const domain of domains) if (!mailProviders.has(domain)) unit.domains.add(domain);
}

function forgetHosts(units: readonly Unit[]): void {
	const holders = new Map<string, number>();
	for (const { domains } of units)
		for (const domain of domains) holders.set(domain, (holders.get(domain) ?? 0) + 1);
	for (const { domains } of units)
		for (const domain of domains)
			if ((holders.get(domain) ?? 0) > mostAtDomain) domains.delete(domain);
}
