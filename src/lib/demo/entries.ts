import type { Circle } from '#lib/demo/circles.ts';
import type { Draw } from '#lib/demo/draw.ts';
import { type Depth, depthWeights, inventTraces, type Traces } from '#lib/demo/traces.ts';
import type { Entry, Person } from '#lib/demo/person.ts';
import { bareDraft, type ContactDraft, type DetailDraft } from '#lib/people/contact-draft.ts';
import { normalisePhone } from '#lib/people/phone.ts';

/** What one book says of an invented person, drawn from how the two met. */
export function inventEntry(draw: Draw, person: Person, circle: Circle, now: Date): Entry {
	const depth = draw.weighted(depthWeights);
	const traces = inventTraces(draw, depth, circle, now);
	const draft = bareDraft({
		...asWritten(draw, person),
		...asDeclared(draw, depth, person),
		...asMet(draw, depth, circle, traces),
		details: detailsOf(person, knownDetails(draw, depth)),
		positions: depth === 'nothing' ? [] : careerOf(person)
	});
	const chosen = draw.weighted({ book: 86, private: 8, blind: 6 });
	return { draft, sharing: chosen === 'book' ? null : chosen, ...traces };
}

/** Books differ: without accents or hyphen, or with the job of a few years ago. */
function asWritten(draw: Draw, person: Person) {
	const former = draw.chance(0.2) ? person.past[0] : undefined;
	const spell = (name: string) => (plain ? withoutAccents(name) : name);
	const plain = draw.chance(0.12);
	return {
		givenName: spell(person.givenName),
		familyName: spell(person.familyName),
		company: former?.company ?? person.company,
		position: former?.title ?? person.position
	};
}

function withoutAccents(name: string): string {
	return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ');
}

function asDeclared(draw: Draw, depth: Depth, person: Person): Partial<ContactDraft> {
	return {
		closeness: closenessAt(draw, depth),
		locale: depth === 'nothing' ? null : person.locale,
		register: registerAt(draw, depth, person)
	};
}

/** One remembers where one met outside work and school; it was before whatever came of it. */
function asMet(draw: Draw, depth: Depth, circle: Circle, traces: Traces): Partial<ContactDraft> {
	if (circle.kind !== 'life' || depth === 'nothing' || depth === 'faint') return {};
	const first = firstDate(traces);
	const metOn = first.slice(0, draw.chance(0.5) ? 4 : 7);
	return { howKnown: circle.how, metWhere: circle.where, metOn };
}

function firstDate({ facts, connectedOn }: Traces): string {
	const dates = facts.flatMap((fact) => {
		if (fact.kind === 'messages') return [fact.first];
		if (fact.kind === 'recommendation') return [fact.on];
		return fact.kind === 'email' || fact.kind === 'meeting' ? [fact.last] : [];
	});
	return [connectedOn, ...dates].filter((date) => typeof date === 'string').toSorted()[0] ?? '';
}

function closenessAt(draw: Draw, depth: Depth): ContactDraft['closeness'] {
	if (depth === 'close') return 'close';
	if (depth === 'warm') return draw.chance(0.6) ? 'good' : null;
	if (depth === 'dormant') return draw.chance(0.25) ? 'distant' : null;
	return draw.chance(0.2) ? 'forgotten' : null;
}

/** Only French asks the question. */
function registerAt(draw: Draw, depth: Depth, person: Person): ContactDraft['register'] {
	if (person.locale === 'en' || depth === 'nothing') return null;
	if (depth === 'close') return 'tu';
	return draw.chance(depth === 'faint' ? 0.05 : 0.5) ? 'tu' : 'vous';
}

function knownDetails(draw: Draw, depth: Depth): ('email' | 'phone' | 'profile')[] {
	const near = depth === 'close' || depth === 'warm';
	const wanted = { email: near ? 0.7 : 0.15, phone: near ? 0.4 : 0.04, profile: 0.85 };
	return (['email', 'phone', 'profile'] as const).filter((kind) => draw.chance(wanted[kind]));
}

/** A person's details as a book keeps them. */
export function detailsOf(
	person: Person,
	kinds: readonly ('email' | 'phone' | 'profile')[]
): DetailDraft[] {
	return kinds.map((kind) => {
		const value = person[kind];
		const phone = kind === 'phone' ? normalisePhone(value) : null;
		return { kind, value: phone?.ok ? phone.display : value, normalised: value };
	});
}

/** A person's jobs, the present one first. */
export function careerOf({ company, position, past }: Person): ContactDraft['positions'] {
	const former = past.map(({ company, title, from, to }) => ({
		company,
		title,
		startedOn: from,
		endedOn: to
	}));
	return [{ company, title: position, startedOn: '', endedOn: '' }, ...former];
}
