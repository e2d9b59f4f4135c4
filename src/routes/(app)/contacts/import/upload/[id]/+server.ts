import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { discardUpload } from '#lib/importers/unfinished-uploads.server.ts';
import { endUpload, keepPiece, mostPieceBytes } from '#lib/importers/upload.server.ts';
import { ownPage } from '../own-page.ts';
import type { RequestHandler } from './$types';

const byteIndex = z.coerce.number().int().min(0);

/** Takes the piece in that begins at byte `at`, and says where the next one begins. */
export const PUT: RequestHandler = async ({ locals, params, request, url }) => {
	ownPage(request, url);
	const at = byteIndex.safeParse(url.searchParams.get('at') ?? undefined);
	if (!at.success) error(400);
	// Refused before it is read into memory.
	const length = request.headers.get('content-length');
	if (length === null) error(411);
	if (Number(length) > mostPieceBytes) error(413);
	const content = new Uint8Array(await request.arrayBuffer());
	const { db } = locals.app;
	const now = await communityNow(db, signedIn(locals).communityId);
	const piece = { importId: params.id, at: at.data, content };
	const kept = await keepPiece(db, locals.actor, piece, now);
	return json(kept, { status: statusOf(kept) });
};

/** Has the file read that has come whole. */
export const POST: RequestHandler = async ({ locals, params, request, url }) => {
	ownPage(request, url);
	const { db, queue } = locals.app;
	const now = await communityNow(db, signedIn(locals).communityId);
	const ended = await endUpload(db, locals.actor, params.id, queue.enqueue, now);
	return json(ended, { status: statusOf(ended) });
};

/** Throws away what has come. */
export const DELETE: RequestHandler = async ({ locals, params, request, url }) => {
	ownPage(request, url);
	if (!(await discardUpload(locals.app.db, locals.actor, params.id))) error(404);
	return new Response(null, { status: 204 });
};

function statusOf(answer: { ok: true } | { ok: false; refusal: string }): number {
	if (answer.ok) return 200;
	return answer.refusal === 'not_found' ? 404 : 422;
}
