import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { readImport, refusedLines } from '#lib/importers/import-report.server.ts';

import { refusedCsv } from '#lib/importers/refused-csv.ts';
import { sayRowRefusal } from '../../../say-import.ts';
import type { RequestHandler } from './$types';

/** Every refused row with its line and reason, to be looked at in a spreadsheet. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { db } = locals.app;
	if (!(await readImport(db, locals.actor, params.id))) error(404);
	const rows = await refusedLines(db, locals.actor, params.id);
	const header = [m.import_csv_line(), m.import_csv_reason(), m.import_csv_row()] as const;
	const reasons = rows.map((row) => sayRowRefusal(row.reason));
	return new Response(refusedCsv(rows, { header, reasons }), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="refused.csv"',
			'cache-control': 'no-store'
		}
	});
};
