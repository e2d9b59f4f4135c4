import { json } from '@sveltejs/kit';
import { mapOf } from '#lib/network/map.server.ts';
import type { RequestHandler } from './$types';

/** The member's own contacts, as the map draws them. */
export const GET: RequestHandler = async ({ locals }) => {
	const map = await mapOf(locals.app.db, locals.actor);
	return json(map, { headers: { 'cache-control': 'no-store' } });
};
