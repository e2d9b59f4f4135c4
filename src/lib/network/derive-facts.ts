import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { exchangeFacts, type Exchanged } from '#lib/network/derive-exchanges.ts';
import type { Source } from '#lib/network/memory.ts';
import { covers, type Period, sharedTime } from '#lib/network/shared-time.ts';
import type { CompanyDecision } from '#lib/people/company-groups.ts';
import { companyKey } from '#lib/people/company-name.ts';
import { type CompanyRelation, companyRelation } from '#lib/people/company-relation.ts';

/** Where the member worked or studied. */
export interface Career extends Period {
	kind: 'work' | 'study';
	place: string;
	source: Source | null;
}

/** A position of the contact's. */
export interface Post extends Period {
	company: string;
	title: string;
	source: Source | null;
}

/** What files tell of one contact. */
export interface Told {
	/** Where they work today, as far as is known. */
	company: string;
	connectedOn: string | null;
	posts: readonly Post[];
	exchanges: readonly Exchanged[];
}

export interface Derived {
	fact: Fact;
	source: Source | null;
}

const studying =
	/(?<!\p{L})(?:students?|étudiante?s?|etudiante?s?|élèves?|eleves?|alumn[aiu]s?)(?!\p{L})/iu;

type Relate = (one: string, other: string) => CompanyRelation;

/**
 * The evidence that follows from what a member's files tell, for one contact after the other: times
 * and places in common, what was exchanged, and what can be inferred from the member's own dates.
 * Nothing that the files do not say, but for what the member decided of companies' names.
 */
export function factsFrom(
	careers: readonly Career[],
	decisions: readonly CompanyDecision[] = []
): (told: Told) => Derived[] {
	const relate = companyRelation(decisions);
	const named = careers.filter(({ place }) => companyKey(place) !== '');
	return (told) => {
		const shared = onePerPlace(inCommon(told, named, relate));
		return [...shared, ...connectedWhile(told, named, shared), ...exchangeFacts(told)];
	};
}

function inCommon({ company, posts }: Told, places: readonly Career[], relate: Relate): Derived[] {
	return places.flatMap((place) => {
		const there = posts.filter((post) => relate(post.company, place.place) === 'same');
		if (place.kind === 'study')
			return there
				.filter(({ title }) => studying.test(title))
				.flatMap((post) => atSchool(place, post));
		const known = there.flatMap((post) => atWork(place, post));
		const today = relate(company, place.place);
		const branches = posts.filter((post) => relate(post.company, place.place) === 'branch');
		return [
			...known,
			...(today === 'same' ? [probably(place, 'now')] : []),
			...branches.flatMap((post) => inGroup(place, post)),
			...(today === 'branch' ? [oneGroup(place, company)] : [])
		];
	});
}

/** Colleagues of two branches may never have met, and two branches may be two companies. */
function inGroup(career: Career, post: Post): Derived[] {
	if (sharedTime(career, post).sure === 'apart') return [];
	return [{ ...oneGroup(career, post.company), source: post.source ?? career.source }];
}

function oneGroup({ place: company, startedOn, endedOn, source }: Career, theirs: string): Derived {
	const own = range({ from: startedOn, to: endedOn });
	return { fact: { kind: 'same_company', company, theirs, ...own, at: 'group' }, source };
}

function atWork(career: Career, post: Post): Derived[] {
	const time = sharedTime(career, post);
	if (time.sure === 'unknown') return [probably(career, 'unknown')];
	const { place: company, source } = career;
	if (time.sure === 'apart')
		return [
			{ fact: { kind: 'same_company', company, at: 'apart' }, source: post.source ?? source }
		];
	return [
		{ fact: { kind: 'shared_employer', company, ...range(time) }, source: post.source ?? source }
	];
}

function atSchool(career: Career, post: Post): Derived[] {
	const time = sharedTime(career, post);
	const when = time.sure === 'together' ? range(time) : {};
	if (time.sure === 'apart') return [];
	return [{ fact: { kind: 'shared_school', school: career.place, ...when }, source: post.source }];
}

function probably(career: Career, at: 'now' | 'unknown'): Derived {
	const own = { from: career.startedOn, to: career.endedOn };
	return {
		fact: { kind: 'same_company', company: career.place, ...range(own), at },
		source: career.source
	};
}

/** An end without a beginning, or the other way round, is told as far as it is known. */
function range({ from, to }: { from: string; to?: string }): { from?: string; to?: string } {
	return { ...(from && { from }), ...(to && { to }) };
}

/** What is sure silences what is likely, and what is likely silences what was at other times. */
function onePerPlace(derived: Derived[]): Derived[] {
	const places = Map.groupBy(derived, ({ fact }) => placeOf(fact));
	return [...places.values()].flatMap((same) => {
		const ranked = same.toSorted((one, other) => certainty(other.fact) - certainty(one.fact));
		const [best] = ranked;
		if (!best) return [];
		const sure = ranked.filter(({ fact }) => certainty(fact) === 4);
		return sure.length > 0 ? sure : [best];
	});
}

function placeOf(fact: Fact): string {
	if (fact.kind === 'shared_school') return `school ${companyKey(fact.school)}`;
	return 'company' in fact ? companyKey(fact.company) : '';
}

function certainty(fact: Fact): number {
	if (fact.kind !== 'same_company') return 4;
	return { now: 3, unknown: 2, group: 1.5, apart: 1 }[fact.at];
}

/** The place of the owner's on the day of the connection; the latest begun, where there were two. */
function connectedWhile(
	{ connectedOn }: Told,
	careers: readonly Career[],
	known: readonly Derived[]
): Derived[] {
	// One guess is enough, and none is needed beside what is sure.
	if (!connectedOn || known.some(({ fact }) => certainty(fact) > 1)) return [];
	const [place] = careers
		.filter((career) => covers(career, connectedOn))
		.toSorted(
			(one, other) =>
				other.startedOn.localeCompare(one.startedOn) || one.place.localeCompare(other.place)
		);
	if (!place) return [];
	const { place: name, kind, source } = place;
	return [{ fact: { kind: 'connected_while', on: connectedOn, place: name, doing: kind }, source }];
}
