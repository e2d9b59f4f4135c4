import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { findFor } from '../finding-of.server.ts';
import type { RequestHandler } from './$types';

const asked = z.object({ query: z.string().max(200) });

/** Asked by POST, so that nobody's name stands in an address or in a log. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const body = asked.safeParse(await request.json().catch(() => null));
	if (!body.success) error(422);
	const found = await findFor(locals, body.data.query);
	const status = found.tooMany ? 429 : 200;
	return json(found, { status, headers: { 'cache-control': 'no-store' } });
};
