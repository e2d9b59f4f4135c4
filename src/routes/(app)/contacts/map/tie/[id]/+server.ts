import { error, json } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { linesOnMap } from '#lib/network/map.server.ts';
import type { RequestHandler } from './$types';

/** What somebody does and how likely an answer is, for the one on the map whom one looks at. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const now = await communityNow(locals.app.db, signedIn(locals).communityId);
	const { actor, locale } = locals;
	const [line] = await linesOnMap(locals.app.db, actor, [params.id], { now, locale });
	if (!line) error(404);
	const told = { work: line.work, sentence: line.strength.sentence };
	return json(told, { headers: { 'cache-control': 'no-store' } });
};
