import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { askedPerson } from '#lib/matching/known-person.ts';
import { whoIsTyped } from '#lib/matching/typed-person.server.ts';
import type { RequestHandler } from './$types';

const line = z.string().trim().max(300);
const typed = z.object({
	name: line,
	company: line.default(''),
	email: line.default(''),
	apart: z.array(z.uuid()).max(30).default([])
});

/** Whom a member may mean by what they type; by POST, so that no name stands in an address. */
export const POST: RequestHandler = async ({ locals, request, setHeaders }) => {
	const { app, actor } = locals;
	const limit = await app.limits.take('known', signedIn(locals).memberId);
	if (!limit.ok) {
		setHeaders({ 'retry-after': String(limit.retryAfterSeconds) });
		error(429);
	}
	const read = typed.safeParse(await request.json().catch(() => null));
	if (!read.success) error(400);
	const people = await whoIsTyped(app.db, actor, read.data);
	return json(people.map(askedPerson), { headers: { 'cache-control': 'no-store' } });
};
