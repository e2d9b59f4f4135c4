import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { askAddress, type AskedFor } from '#lib/network/ask-address.ts';
import { sayKind } from '#lib/network/kind-words.ts';
import type { Somebody } from '#lib/network/known-books.ts';
import type { FoundPath } from '#lib/network/path-finder.ts';
import { nameOfTie, type PathKnowledge } from '#lib/network/path-knowledge.ts';
import { wordOf } from '#lib/network/tie-strength.ts';
import type { ToldLink, ToldPath, ToldPerson } from '#lib/network/told-path.ts';
import { workOf } from '#lib/people/work-of.ts';

/** The one who is looked for, as the one who looks may know them. */
export interface SoughtPerson extends AskedFor {
	name: string;
	href: string;
}

interface Words {
	me: string;
	community: string;
	locale: Locale;
}

/** A path in words; null where somebody between cannot be named. */
export function tellPath(
	words: Words,
	path: FoundPath,
	sought: SoughtPerson,
	known: PathKnowledge
): ToldPath | null {
	const between = path.people.slice(1, -1).map((id, at) => personBetween(id, at, known));
	const named = between.filter((person) => person !== null);
	if (named.length < between.length) return null;
	const { name, href } = sought;
	const people = [
		{ name: words.me, detail: '', you: true, href: '' },
		...named,
		{ name, detail: '', you: false, href }
	];
	const links = path.ties.map((tie, at) => linkOf(words, path, at, tie, known));
	return { people, links, through: named[0]?.name ?? '', ask: askAddress(path, sought, known) };
}

function personBetween(id: Somebody, at: number, known: PathKnowledge): ToldPerson | null {
	const own = at === 0 ? known.own.get(id) : undefined;
	const member = known.members.get(id.replace('member ', ''));
	if (own) {
		const { name, contactId } = own;
		return { name, detail: workOf(own), you: false, href: `/contacts/${contactId}` };
	}
	return member ? { name: member.name, detail: member.headline, you: false, href: '' } : null;
}

function linkOf(
	words: Words,
	path: FoundPath,
	at: number,
	tie: number,
	known: PathKnowledge
): ToldLink {
	const { locale, community } = words;
	const [from = '', to = ''] = path.people.slice(at, at + 2);
	const isLast = at === path.ties.length - 1;
	if (at === 0) {
		const own = known.own.get(isLast ? path.target : to) ?? known.own.get(to);
		if (path.fellow || !own)
			return { said: m.find_fellow({ community }, { locale }), word: 'fellow', noted: false };
		const said = sayTie(own.facts, locale, { most: 2 });
		return { said, word: own.strength.word, noted: false };
	}
	const word = wordOf(tie);
	if (path.noted && at === 1) {
		const pair = [from, isLast ? path.target : to].map((id) => known.own.get(id)?.contactId);
		return { said: known.hows.get(pair.join(' ')) ?? '', word, noted: true };
	}
	const ownerId = from.replace('member ', '');
	const name = nameOfTie({ ownerId, known: isLast ? path.target : to });
	return { said: sayKind(known.kinds.get(name) ?? 'known', locale), word, noted: false };
}
