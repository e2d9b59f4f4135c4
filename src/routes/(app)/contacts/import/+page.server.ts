import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { keepFile, type KeepRefusal } from '#lib/importers/import-file.server.ts';
import { listImports } from '#lib/importers/import-report.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const imports = await listImports(locals.app.db, locals.actor);
	return { imports: imports.length };
};

type Refusal = KeepRefusal | 'no_file';
const refuse = (refusal: Refusal) => fail(422, { refusal });

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { db, queue } = locals.app;
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.name === '') return refuse('no_file');
		const content = new Uint8Array(await file.arrayBuffer());
		const now = await communityNow(db, signedIn(locals).communityId);
		const named = { name: file.name, content };
		const kept = await keepFile(db, locals.actor, named, now, queue.enqueue);
		if (!kept.ok) return refuse(kept.refusal);
		redirect(303, `/contacts/imports/${kept.importId}`);
	}
};
