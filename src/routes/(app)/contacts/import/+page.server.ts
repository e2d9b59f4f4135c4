import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { keepFile, mostBytes } from '#lib/importers/import-file.server.ts';
import { listImports } from '#lib/importers/import-report.server.ts';
import { discardUpload } from '#lib/importers/unfinished-uploads.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('app:import');
	const imports = await listImports(locals.app.db, locals.actor);
	const unfinished = imports
		.filter(({ state }) => state === 'uploading')
		.map(({ id, fileName, bytes, bytesRead }) => ({ id, fileName, bytes, arrived: bytesRead }));
	return { imports: imports.length, unfinished };
};

export const actions: Actions = {
	/** Without JavaScript: every file whole, in one form. */
	send: async ({ locals, request }) => {
		const files = (await request.formData())
			.getAll('file')
			.filter((file) => file instanceof File && file.name !== '');
		if (files.length === 0) return fail(422, { refused: [{ file: '', refusal: 'no_file' }] });
		const now = await communityNow(locals.app.db, signedIn(locals).communityId);
		const kept: string[] = [];
		const refused: { file: string; refusal: string }[] = [];
		for (const file of files) {
			if (!(file instanceof File)) continue;
			const answer = await keep(locals, file, now);
			if (answer.ok) kept.push(answer.importId);
			else refused.push({ file: file.name, refusal: answer.refusal });
		}
		if (refused.length > 0) return fail(422, { refused });
		redirect(303, kept.length === 1 ? `/contacts/imports/${kept[0]}` : '/contacts/imports');
	},
	discard: async ({ locals, request }) => {
		const id = String((await request.formData()).get('import') ?? '');
		if (!(await discardUpload(locals.app.db, locals.actor, id))) return fail(404, { refused: [] });
		redirect(303, '/contacts/import');
	}
};

async function keep({ app, actor }: App.Locals, file: File, now: Date) {
	if (file.size > mostBytes) return { ok: false, refusal: 'too_large_plain' } as const;
	const named = { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
	return keepFile(app.db, actor, named, now, app.queue.enqueue);
}
