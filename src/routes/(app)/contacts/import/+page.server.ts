import { fail, redirect } from '@sveltejs/kit';
import type { Sharing } from '#lib/access/policy.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { keepFile, mostBytes } from '#lib/importers/import-file.server.ts';
import { listImports } from '#lib/importers/import-report.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { asSharingChoice, ownLevel } from '#lib/people/sharing-level.ts';
import { discardUpload } from '#lib/importers/unfinished-uploads.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('app:import');
	const imports = await listImports(locals.app.db, locals.actor);
	const book = await readBookSharing(locals.app.db, locals.actor);
	const unfinished = imports
		.filter(({ state }) => state === 'uploading')
		.map(({ id, fileName, bytes, bytesRead }) => ({ id, fileName, bytes, arrived: bytesRead }));
	return { imports: imports.length, unfinished, ofBook: book?.sharing ?? 'private' };
};

export const actions: Actions = {
	/** Without JavaScript: every file whole, in one form. */
	send: async ({ locals, request }) => {
		const form = await request.formData();
		const sharing = ownLevel(asSharingChoice(form.get('sharing')));
		const files = form.getAll('file').filter((file) => file instanceof File && file.name !== '');
		if (files.length === 0) return fail(422, { refused: [{ file: '', refusal: 'no_file' }] });
		const now = await communityNow(locals.app.db, signedIn(locals).communityId);
		const kept: string[] = [];
		const refused: { file: string; refusal: string }[] = [];
		for (const file of files) {
			if (!(file instanceof File)) continue;
			const answer = await keep(locals, file, sharing, now);
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

async function keep({ app, actor }: App.Locals, file: File, sharing: Sharing | null, now: Date) {
	if (file.size > mostBytes) return { ok: false, refusal: 'too_large_plain' } as const;
	const content = new Uint8Array(await file.arrayBuffer());
	const named = { name: file.name, content, sharing };
	return keepFile(app.db, actor, named, now, app.queue.enqueue);
}
