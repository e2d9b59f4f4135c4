import { sayFact, type Fact, type Reader } from '#lib/i18n/evidence-sentence.ts';
import type { Locale } from '#lib/i18n/locale.ts';

const order: readonly Fact['kind'][] = [
	'shared_employer',
	'shared_school',
	'declared',
	'recommendation',
	'introduction',
	'meeting',
	'same_company',
	'messages',
	'email',
	'endorsement',
	'none',
	'invitation',
	'connected_while',
	'connected'
];

function rank(fact: Fact): number {
	return order.indexOf(fact.kind);
}

function isEmpty(fact: Fact): boolean {
	if ('count' in fact) return fact.count < 1;
	if (fact.kind !== 'declared') return fact.kind === 'none';
	return !fact.closeness && !fact.how && !fact.metOn && !fact.metWhere;
}

const noExchange: readonly Fact['kind'][] = [
	'invitation',
	'connected',
	'connected_while',
	'same_company'
];

/**
 * A connection or an invitation alone is no exchange, nor is a place in common or a room full of
 * people; neither is a declaration of having forgotten.
 */
function showsExchange(fact: Fact): boolean {
	if (noExchange.includes(fact.kind) || (fact.kind === 'meeting' && fact.crowd)) return false;
	return !(fact.kind === 'declared' && fact.closeness === 'forgotten');
}

function withoutRepeats(facts: readonly Fact[]): Fact[] {
	const invited = facts.some(
		(fact) => fact.kind === 'invitation' || fact.kind === 'connected_while'
	);
	return facts.filter((fact) => {
		if (fact.kind === 'messages') return !facts.some((other) => isLaterMessage(other, fact));
		return fact.kind !== 'connected' || !invited;
	});
}

/** Messages come from several files and from one's own hand; only the latest are worth a word. */
function isLaterMessage(other: Fact, { last = '' }: Extract<Fact, { kind: 'messages' }>): boolean {
	return other.kind === 'messages' && (other.last ?? '') > last;
}

/**
 * A tie in words, strongest fact first: « collègues chez ACME, 1999–2003 ; dernier message en 2011 ».
 * Where nothing shows an exchange it says so first. At most `most` facts (3 unless told).
 */
export function sayTie(
	facts: readonly Fact[],
	locale: Locale,
	{ reader = 'owner', most = 3 }: { reader?: Reader; most?: number } = {}
): string {
	const real = withoutRepeats(facts.filter((fact) => !isEmpty(fact)));
	const told: Fact[] = real.some(showsExchange) ? real : [{ kind: 'none' }, ...real];
	return told
		.toSorted((a, b) => rank(a) - rank(b))
		.slice(0, most)
		.map((fact) => sayFact(fact, locale, reader))
		.join(locale === 'fr' ? '\u202f; ' : '; ');
}
