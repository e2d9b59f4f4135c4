import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { readImport } from '#lib/importers/import-report.server.ts';
import { csvLine, csvMark } from '#lib/importers/refused-csv.ts';
import { allRefusedLines, type RefusedLine } from '#lib/importers/refused-rows.server.ts';
import { runWithLocale } from '#lib/i18n/request-locale.server.ts';
import { sayRowRefusal } from '../../../say-import.ts';
import type { RequestHandler } from './$types';

/** Every refused row with its place and reason, to be looked at in a spreadsheet; as long as need be. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { app, actor, locale } = locals;
	if (!(await readImport(app.db, actor, params.id))) error(404);
	const header = [
		m.import_csv_file(),
		m.import_csv_line(),
		m.import_csv_reason(),
		m.import_csv_row()
	];
	const body = texts(csvMark + csvLine(header), allRefusedLines(app.db, actor, params.id), (row) =>
		runWithLocale(locale, () => sayRowRefusal(row.reason))
	);
	return new Response(streamOf(body), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="refused.csv"',
			'cache-control': 'no-store'
		}
	});
};

async function* texts(
	head: string,
	batches: AsyncGenerator<RefusedLine[]>,
	reasonOf: (row: RefusedLine) => string
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	yield encoder.encode(head);
	for await (const rows of batches) {
		const lines = rows.map((row) =>
			csvLine([row.file, String(row.line), reasonOf(row), row.excerpt])
		);
		yield encoder.encode(lines.join(''));
	}
}

function streamOf(texts: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream {
	return new ReadableStream({
		pull: async (controller) => {
			const next = await texts.next();
			if (next.done) controller.close();
			else controller.enqueue(next.value);
		},
		cancel: async () => void (await texts.return(undefined))
	});
}
