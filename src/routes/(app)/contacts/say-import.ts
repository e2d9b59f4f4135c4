import { sayNumber } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

interface Import {
	state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
	failure: string | null;
	created: number;
	updated: number;
	unchanged: number;
	refused: number;
}

/** What an import came to, in a sentence. */
export function sayImport(report: Import, locale: Locale): string {
	if (report.state === 'waiting' || report.state === 'running') return m.import_under_way();
	if (report.state === 'failed') return sayFileRefusal(report.failure);
	const { created, updated, unchanged, refused } = report;
	const counts = m.import_counts({
		created: sayNumber(created, locale),
		updated: sayNumber(updated, locale),
		unchanged: sayNumber(unchanged, locale),
		refused: sayNumber(refused, locale)
	});
	return report.state === 'cancelled' ? m.import_stopped_at({ counts }) : counts;
}

const fileRefusals: Record<string, () => string> = {
	no_file: m.import_error_no_file,
	empty_file: m.import_error_empty_file,
	compressed: m.import_error_compressed,
	unknown_format: m.import_error_unknown_format,
	too_large: m.import_error_too_large,
	not_allowed: m.import_error_not_allowed
};

/** Why a file was not read at all. */
export function sayFileRefusal(refusal: string | null): string {
	return (fileRefusals[refusal ?? ''] ?? m.import_error_unknown_format)();
}

const rowRefusals: Record<string, () => string> = {
	nameless: m.import_reason_nameless,
	wrong_columns: m.import_reason_wrong_columns,
	stray_quote: m.import_reason_stray_quote,
	too_long: m.import_reason_too_long,
	repeated_header: m.import_reason_repeated_header,
	no_header: m.import_error_unknown_format
};

/** Why a row was refused. */
export function sayRowRefusal(reason: string): string {
	return (rowRefusals[reason] ?? m.import_reason_wrong_columns)();
}
