import type { Somebody } from '#lib/network/known-books.ts';

/** By what the one who is looked for can be named in an address: ids say nothing of anybody. */
export interface AskedFor {
	ownId: string | null;
	shownId: string | null;
}

interface Way {
	people: readonly Somebody[];
}

/**
 * Where the request along a path is written, filled in: whom to ask, about whom, and through whom
 * besides. Empty where nobody stands between.
 */
export function askAddress(
	{ people }: Way,
	{ ownId, shownId }: AskedFor,
	{ own }: { own: ReadonlyMap<Somebody, { contactId: string }> }
): string {
	const [, connector, second] = people.slice(0, -1);
	if (!connector) return '';
	const contactId = own.get(connector)?.contactId;
	const asked: [string, string] = contactId
		? ['connector', contactId]
		: ['member', connector.replace('member ', '')];
	const search = new URLSearchParams([asked]);
	if (ownId) search.set('target', ownId);
	else if (shownId) search.set('known', shownId);
	if (second) search.set('via', second.replace('member ', ''));
	return `/requests/new?${search}`;
}
