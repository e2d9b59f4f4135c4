import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { textsOnMap } from '#lib/network/contact-map.ts';
import { asLeast, meantOnMap } from '#lib/network/map-filter.ts';
import { listOfMap } from '#lib/network/map-list.ts';
import { linesOnMap, mapOf } from '#lib/network/map.server.ts';
import type { PageServerLoad } from './$types';

const ofPage = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, locale } = locals;
	const { db } = locals.app;
	const query = url.searchParams.get('q')?.trim() ?? '';
	const least = asLeast(url.searchParams.get('least'));
	const from = Math.max(0, Number.parseInt(url.searchParams.get('from') ?? '0', 10) || 0);
	const map = await mapOf(db, actor);
	const meant = meantOnMap(map, textsOnMap(map), { query, least });
	const page = listOfMap(map, meant, { from, limit: ofPage });
	const now = await communityNow(db, signedIn(locals).communityId);
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
	const list = { companies, meant: page.total, next: page.next, isFirst: from === 0 };
	return { query, least, total, list };
};
