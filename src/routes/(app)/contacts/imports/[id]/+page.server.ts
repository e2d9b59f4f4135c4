import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { leftOutReasons } from '#lib/importers/left-out.ts';
import { refusalCounts, refusedLines } from '#lib/importers/refused-rows.server.ts';
import { whoStays } from '#lib/importers/stays-after-undo.server.ts';
import { importSharing, shareImport } from '#lib/importers/share-import.server.ts';
import { resumeImport, stopImport } from '#lib/importers/steer-import.server.ts';
import { personsProgress } from '#lib/matching/persons-progress.server.ts';
import { countToReview } from '#lib/matching/review.server.ts';
import { undoImport } from '#lib/importers/undo-import.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { asSharingChoice } from '#lib/people/sharing-level.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many refused rows as one reads on a screen; all of them are in the file to take away. */
const most = 100;

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('app:import');
	const { app, actor } = locals;
	const report = await readImport(app.db, actor, params.id);
	if (!report) error(404);
	if (report.state === 'mapping') redirect(303, `/contacts/imports/${report.id}/columns`);
	if (report.state === 'uploading') redirect(303, '/contacts/import');
	const isUndoing = url.searchParams.has('undo') && ['done', 'cancelled'].includes(report.state);
	const isUndone = report.state === 'undone';
	const [reasons, refused, staying] = await Promise.all([
		refusalCounts(app.db, actor, report.id),
		refusedLines(app.db, actor, report.id, { most, without: leftOutReasons }),
		isUndoing || isUndone ? whoStays(app.db, actor, report.id) : []
	]);
	const isDone = report.state === 'done';
	const [toReview, comparing] = await Promise.all([
		isDone ? countToReview(app.db, actor) : 0,
		isDone && !isAlone(locals) ? personsProgress(app.db, actor) : null
	]);
	const [sharing, book] = await Promise.all([
		importSharing(app.db, actor, report.id),
		readBookSharing(app.db, actor)
	]);
	const shared = { sharing, ofBook: book?.sharing ?? ('private' as const) };
	return { report, reasons, refused, staying, isUndoing, toReview, comparing, ...shared };
};

/** In a personal space there are no other books to compare with. */
function isAlone(locals: App.Locals): boolean {
	return signedIn(locals).community.kind === 'personal';
}

export const actions: Actions = {
	stop: async ({ locals, params }) => {
		if (!(await stopImport(locals.app.db, locals.actor, params.id))) return fail(409);
	},
	resume: async ({ locals, params }) => {
		const { db, queue } = locals.app;
		const resumed = await resumeImport(db, locals.actor, params.id, queue.enqueue);
		if (!resumed) return fail(409);
	},
	share: async ({ locals, params, request }) => {
		const choice = asSharingChoice((await request.formData()).get('sharing'));
		if (!choice) return fail(400);
		const { app, actor } = locals;
		const shared = await shareImport(app.db, actor, params.id, choice, sharingChanged);
		if (!shared.ok) return fail(404);
		redirect(303, `/contacts/imports/${params.id}#sharing`);
	},
	undo: async ({ locals, params }) => {
		const { db, queue } = locals.app;
		const { communityId, memberId } = signedIn(locals);
		const now = await communityNow(db, communityId);
		const undone = await undoImport(db, locals.actor, params.id, now);
		if (!undone.ok) return fail(undone.refusal === 'not_found' ? 404 : 409);
		// Some of what was one contact by this import may still be, by others.
		await queue.enqueue(db, 'match_book', { communityId, memberId });
		redirect(303, `/contacts/imports/${params.id}`);
	}
};
