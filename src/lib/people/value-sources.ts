import type { ContactEvent } from '#lib/people/contact-event.ts';

/** The row that told a value; `file` is inside an archive, else empty. */
export interface Source {
	importId: string;
	file: string;
	line: number | null;
}

/** Values with one source; null is what was written by hand. */
export interface SourcedValues {
	source: Source | null;
	values: string[];
}

interface Sheet {
	fullName: string;
	company: string;
	position: string;
	details: readonly (Stored & { value: string })[];
	positions: readonly (Stored & { company: string; title: string })[];
}

interface Stored {
	importId: string | null;
	file: string;
	line: number | null;
}

/** What a contact's sheet says, by where it came from, in the order of the sheet. `history` is latest first. */
export function valueSources(sheet: Sheet, history: readonly ContactEvent[]): SourcedValues[] {
	const told = (value: string, fields: string[]) => ({ value, source: lastWord(history, fields) });
	const values = [
		told(sheet.fullName, ['givenName', 'familyName']),
		told(sheet.position, ['position']),
		told(sheet.company, ['company']),
		...sheet.details.map((detail) => ({ value: detail.value, source: sourceOf(detail) })),
		...sheet.positions.map((post) => ({
			value: [post.title, post.company].filter(Boolean).join(', '),
			source: sourceOf(post)
		}))
	].filter(({ value }) => value !== '');
	const groups = Map.groupBy(values, ({ source }) => JSON.stringify(source));
	return [...groups.values()].map((group) => ({
		source: group[0]?.source ?? null,
		values: [...new Set(group.map(({ value }) => value))]
	}));
}

function sourceOf({ importId, file, line }: Stored): Source | null {
	return importId === null ? null : { importId, file, line };
}

/** The latest thing that wrote one of these fields: a file, or somebody's hand. */
function lastWord(history: readonly ContactEvent[], fields: readonly string[]): Source | null {
	for (const event of history) {
		if (event.kind === 'created') return null;
		if (event.kind === 'edited' && event.fields.some((field) => fields.includes(field)))
			return null;
		if (event.kind !== 'imported') continue;
		if (event.changes && !event.changes.some(({ field }) => fields.includes(field))) continue;
		return { importId: event.importId, file: event.file, line: event.line ?? null };
	}
	return null;
}
