import { error, fail, redirect } from '@sveltejs/kit';
import { chooseColumns, seeColumns } from '#lib/importers/choose-columns.server.ts';
import { readImport } from '#lib/importers/import-report.server.ts';
import { readColumnsForm } from './columns-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Rows of the table that are shown. */
const shown = 3;

export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const report = await readImport(app.db, actor, params.id);
	if (!report) error(404);
	const table = await seeColumns(app.db, actor, params.id);
	if (!table) redirect(303, `/contacts/imports/${report.id}`);
	const { fileName, header, sampleRows, guess, remembered } = table;
	const mapping = remembered ?? guess;
	const columns = guess.fields.map((_, at) => ({
		name: header?.[at] ?? '',
		samples: sampleRows.slice(0, shown).map((row) => row[at] ?? ''),
		field: mapping.fields[at] ?? ''
	}));
	return {
		id: report.id,
		fileName,
		columns,
		header: mapping.header,
		isRemembered: remembered !== undefined
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { db, queue } = locals.app;
		const form = readColumnsForm(await request.formData());
		if (!form.mapping) return fail(422, { refusal: 'not_understood', fields: form.fields });
		const choice = { importId: params.id, mapping: form.mapping };
		const chosen = await chooseColumns(db, locals.actor, choice, queue.enqueue);
		if (chosen.ok) redirect(303, `/contacts/imports/${params.id}`);
		if (chosen.refusal === 'not_found') error(404);
		return fail(422, { refusal: chosen.refusal, fields: form.fields });
	}
};
