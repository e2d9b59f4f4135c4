import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { textsOnMap } from '#lib/network/contact-map.ts';
import { type MapFilter, meantOnMap } from '#lib/network/map-filter.ts';
import { listOfMap } from '#lib/network/map-list.ts';
import { linesOnMap, mapOf } from '#lib/network/map.server.ts';

const ofPage = 50;

/** A page of the list of those who are meant, from the so many-th person; and how many there are in all. */
export async function listFor(
	{ app: { db }, actor, member, locale }: App.Locals,
	wanted: MapFilter & { from: number }
) {
	const map = await mapOf(db, actor);
	const meant = meantOnMap(map, textsOnMap(map), wanted);
	const page = listOfMap(map, meant, { from: wanted.from, limit: ofPage });
	const now = await communityNow(db, signedIn({ member }).communityId);
	const ids = page.companies.flatMap(({ people }) => people.map((at) => map.ids[at] ?? ''));
	const lines = new Map(
		(await linesOnMap(db, actor, ids, { now, locale })).map((line) => [line.id, line])
	);
	const companies = page.companies.map(({ people, ...company }) => ({
		...company,
		lines: people.flatMap((at) => lines.get(map.ids[at] ?? '') ?? [])
	}));
	const total = {
		people: map.ids.length,
		companies: map.companies.filter((name) => name !== '').length
	};
	return { ...wanted, total, companies, meant: page.total, next: page.next };
}
