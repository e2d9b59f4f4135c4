import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { beginUpload } from '#lib/importers/upload.server.ts';
import { ownLevel } from '#lib/people/sharing-level.ts';
import { ownPage } from './own-page.ts';
import type { RequestHandler } from './$types';

const fileToCome = z.object({
	name: z.string().max(1000),
	bytes: z.int().min(0),
	stamp: z.string().max(40),
	sharing: z.enum(['book', 'private', 'blind', 'visible']).default('book')
});

/** Begins to take a file in, or says how much of it is here already. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	ownPage(request, url);
	const file = fileToCome.safeParse(await request.json().catch(() => undefined));
	if (!file.success) return json({ ok: false, refusal: 'not_allowed' }, { status: 400 });
	const { db } = locals.app;
	const now = await communityNow(db, signedIn(locals).communityId);
	const begun = await beginUpload(
		db,
		locals.actor,
		{ ...file.data, sharing: ownLevel(file.data.sharing) },
		now
	);
	return json(begun, { status: begun.ok ? 200 : 422 });
};
