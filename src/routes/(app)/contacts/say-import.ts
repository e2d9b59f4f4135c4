import type { ImportState } from '#lib/db/book-tables.ts';
import { sayNumber } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Counts } from '#lib/importers/plan-batch.ts';
import type { RefusalReason } from '#lib/importers/record.ts';

interface Import extends Counts {
	state: ImportState;
	failure: string | null;
}

/** What an import came to, in a sentence. */
export function sayImport(report: Import, locale: Locale): string {
	switch (report.state) {
		case 'uploading':
			return m.import_state_uploading();
		case 'mapping':
			return m.import_state_mapping();
		case 'waiting':
		case 'running':
			return m.import_under_way();
		case 'failed':
			return sayFileRefusal(report.failure);
		case 'undoing':
		case 'undone':
			return m.import_state_undone();
		case 'cancelled':
			return m.import_stopped_at({ counts: sayCounts(report, locale) });
		case 'done':
			return sayCounts(report, locale);
	}
}

function sayCounts({ created, updated, unchanged, refused }: Counts, locale: Locale): string {
	return m.import_counts({
		created: sayNumber(created, locale),
		updated: sayNumber(updated, locale),
		unchanged: sayNumber(unchanged, locale),
		refused: sayNumber(refused, locale)
	});
}

const fileRefusals: Record<string, () => string> = {
	no_file: m.import_error_no_file,
	empty_file: m.import_error_empty_file,
	unknown_format: m.import_error_unknown_format,
	linkedin_without_contacts: m.import_error_linkedin_without_contacts,
	compressed: m.import_error_compressed,
	office_document: m.import_error_office_document,
	encrypted: m.import_error_encrypted,
	damaged: m.import_error_damaged,
	incomplete: m.import_error_incomplete,
	bomb: m.import_error_bomb,
	nothing_inside: m.import_error_nothing_inside,
	too_large: m.import_error_too_large,
	too_large_demo: m.import_error_too_large_demo,
	too_large_plain: m.import_error_too_large_plain,
	too_many: m.import_error_too_many,
	not_allowed: m.import_error_not_allowed,
	not_found: m.import_error_gone,
	lost: m.import_error_lost
};

/** Why a file was not read, or not to its end. */
export function sayFileRefusal(refusal: string | null): string {
	return (fileRefusals[refusal ?? ''] ?? m.import_error_unknown_format)();
}

const rowRefusals: Record<string, () => string> = {
	nameless: m.import_reason_nameless,
	wrong_columns: m.import_reason_wrong_columns,
	stray_quote: m.import_reason_stray_quote,
	too_long: m.import_reason_too_long,
	repeated_header: m.import_reason_repeated_header,
	no_header: m.import_reason_no_header,
	incomplete: m.import_reason_incomplete,
	unreadable: m.import_reason_unreadable,
	undated: m.import_reason_undated,
	nobody_named: m.import_reason_nobody_named,
	mailing_list: m.import_reason_mailing_list,
	no_reply: m.import_reason_no_reply,
	draft: m.import_reason_draft,
	unwanted: m.import_reason_unwanted,
	cancelled: m.import_reason_cancelled,
	to_come: m.import_reason_to_come
} satisfies Record<RefusalReason, () => string>;

/** Why a row was refused. */
export function sayRowRefusal(reason: string): string {
	return (rowRefusals[reason] ?? m.import_reason_unreadable)();
}

const kindNames: Record<string, () => string> = {
	contact: m.import_kind_contact,
	person: m.import_kind_person,
	message: m.import_kind_message,
	meeting: m.import_kind_meeting,
	invitation: m.import_kind_invitation,
	endorsement: m.import_kind_endorsement,
	recommendation: m.import_kind_recommendation,
	position: m.import_kind_position,
	education: m.import_kind_education,
	profile: m.import_kind_profile,
	own_email: m.import_kind_own_email
};

/** What was read of which kind, the kinds in a steady order; those that nothing is known of are left out. */
export function sayKinds(kinds: Record<string, number>): { label: string; count: number }[] {
	return Object.entries(kindNames).flatMap(([kind, label]) => {
		const count = kinds[kind] ?? 0;
		return count > 0 ? [{ label: label(), count }] : [];
	});
}
