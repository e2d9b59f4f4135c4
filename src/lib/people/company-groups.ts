import { type CompanyLink, companyLinks } from '#lib/people/company-links.ts';
import { type JoinReason, joinReasons } from '#lib/people/company-likeness.ts';
import {
	type CompanyMention,
	foldedCompany,
	type Spelling,
	type Unit,
	unitsOf
} from '#lib/people/company-units.ts';

/** One company by all its spellings. */
export interface CompanyGroup {
	/** The spelling it is shown by. */
	name: string;
	contacts: number;
	/** The one it is shown by first. */
	spellings: CompanySpelling[];
}

export interface CompanySpelling {
	name: string;
	/** Each way in which it is written: they differ by capitals, accents and points. */
	written: readonly string[];
	contacts: number;
	/** Why it belongs here, and with which other spelling; nothing for the first. */
	joined?: { why: JoinReason; with: string };
}

/** What the owner of a book said of two names; it wins over whatever their letters say. */
export interface CompanyDecision {
	one: string;
	other: string;
	decision: 'same' | 'apart';
}

/**
 * Which names are one company, most contacts first: sure before complete, for a wrong join is worse
 * than a missing one. The order of mentions changes nothing. A typing error, or a likeness that only
 * a domain makes sure, joins two groups only where it holds between all their names.
 */
export function companiesOf(
	mentions: readonly CompanyMention[],
	decisions: readonly CompanyDecision[] = []
): CompanyGroup[] {
	const units = unitsOf(mentions);
	const spellings = units.flatMap((unit) => unit.spellings);
	const links = [...companyLinks(units), ...linksByHand(spellings, decisions)].toSorted(
		surestFirst
	);
	const groups = join(spellings, links, apartOf(decisions));
	const ofSpelling = Map.groupBy(links, ({ one }) => groups.get(one));
	return [...new Set(groups.values())]
		.map((group) => describe(group, ofSpelling.get(group) ?? []))
		.toSorted(mostFirst);
}

function mostFirst(one: CompanyGroup, other: CompanyGroup): number {
	return other.contacts - one.contacts || (one.name < other.name ? -1 : 1);
}

function linksByHand(
	spellings: readonly Spelling[],
	decisions: readonly CompanyDecision[]
): CompanyLink[] {
	const known = new Map(spellings.map((spelling) => [spelling.folded, spelling]));
	return decisions.flatMap(({ one, other, decision }): CompanyLink[] => {
		const [a, b] = [known.get(foldedCompany(one)), known.get(foldedCompany(other))];
		return a && b && decision === 'same' ? [{ one: a, other: b, why: 'hand' }] : [];
	});
}

function apartOf(decisions: readonly CompanyDecision[]): Map<string, Set<string>> {
	const apart = new Map<string, Set<string>>();
	const add = (one: string, other: string) =>
		apart.set(one, (apart.get(one) ?? new Set()).add(other));
	for (const { one, other, decision } of decisions) {
		if (decision === 'same') continue;
		add(foldedCompany(one), foldedCompany(other));
		add(foldedCompany(other), foldedCompany(one));
	}
	return apart;
}

function surestFirst(one: CompanyLink, other: CompanyLink): number {
	const sure = joinReasons.indexOf(one.why) - joinReasons.indexOf(other.why);
	const many = contactsIn(other) - contactsIn(one);
	return sure || many || (nameOf(one) < nameOf(other) ? -1 : 1);
}

function contactsIn({ one, other }: CompanyLink): number {
	return one.contacts + other.contacts;
}

function nameOf({ one, other }: CompanyLink): string {
	return [one.folded, other.folded].toSorted().join('\n');
}

type Group = Spelling[];

/** Which group each spelling is in. */
function join(
	spellings: readonly Spelling[],
	links: readonly CompanyLink[],
	apart: ReadonlyMap<string, ReadonlySet<string>>
): Map<Spelling, Group> {
	const groups = new Map(spellings.map((spelling): [Spelling, Group] => [spelling, [spelling]]));
	const linked = new Map<Unit, Set<Unit>>();
	for (const { one, other } of links) {
		linked.set(one.unit, (linked.get(one.unit) ?? new Set()).add(other.unit));
		linked.set(other.unit, (linked.get(other.unit) ?? new Set()).add(one.unit));
	}
	for (const { one, other, why } of links) {
		const [a = [], b = []] = [groups.get(one), groups.get(other)];
		const isWeak = why === 'domain' || why === 'typing';
		if (a === b || areApart(a, b, apart) || (isWeak && !areLinked(a, b, linked))) continue;
		a.push(...b);
		for (const spelling of b) groups.set(spelling, a);
	}
	return groups;
}

function areApart(a: Group, b: Group, apart: ReadonlyMap<string, ReadonlySet<string>>): boolean {
	return (
		apart.size > 0 &&
		a.some((one) => {
			const others = apart.get(one.folded);
			return others !== undefined && b.some(({ folded }) => others.has(folded));
		})
	);
}

function areLinked(a: Group, b: Group, linked: ReadonlyMap<Unit, ReadonlySet<Unit>>): boolean {
	return a.every((one) =>
		b.every((other) => one.unit === other.unit || linked.get(one.unit)?.has(other.unit))
	);
}

function describe(group: Group, links: readonly CompanyLink[]): CompanyGroup {
	const contacts = group.reduce((sum, spelling) => sum + spelling.contacts, 0);
	const shown = group.toSorted(bestToShow)[0] ?? group[0];
	if (!shown) return { name: '', contacts, spellings: [] };
	const spellings: CompanySpelling[] = [plain(shown)];
	const within = new Set([shown]);
	const usable = links.filter(({ one, other }) => group.includes(one) && group.includes(other));
	while (within.size < group.length) {
		const link = usable.find(({ one, other }) => within.has(one) !== within.has(other));
		if (!link) break;
		const [from, to] = within.has(link.one) ? [link.one, link.other] : [link.other, link.one];
		within.add(to);
		spellings.push({ ...plain(to), joined: { why: link.why, with: from.name } });
	}
	return { name: shown.name, contacts, spellings };
}

function plain({ name, written, contacts }: Spelling): CompanySpelling {
	return { name, written, contacts };
}

/** The whole rather than a branch, what most contacts call it, without its legal form. */
function bestToShow(one: Spelling, other: Spelling): number {
	return (
		Number(one.read.place !== '') - Number(other.read.place !== '') ||
		other.unit.contacts - one.unit.contacts ||
		Number(one.read.form !== '') - Number(other.read.form !== '') ||
		other.contacts - one.contacts ||
		one.name.length - other.name.length ||
		(one.name < other.name ? -1 : 1)
	);
}
