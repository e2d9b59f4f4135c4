import type { ContactDraft, DetailDraft, PositionDraft } from '#lib/people/contact-draft.ts';
import { contactSearchText } from '#lib/people/contact-search-text.ts';
import { displayName } from '#lib/people/name.ts';

/** The columns of contacts that a draft fills. */
export function contactColumns(draft: ContactDraft) {
	const { details: _details, positions, ...columns } = draft;
	const fullName = displayName(draft);
	return { ...columns, fullName, searchText: contactSearchText({ ...draft, fullName, positions }) };
}

/** Names of what a draft changes: columns, `emails`, `phones`, `profiles`, `links`, `positions`. */
export function changedFields(before: ContactDraft, after: ContactDraft): string[] {
	const groups = { email: 'emails', phone: 'phones', profile: 'profiles', link: 'links' } as const;
	const changed: string[] = scalars.filter((field) => before[field] !== after[field]);
	for (const kind of ['email', 'phone', 'profile', 'link'] as const)
		if (keysOf(before, kind) !== keysOf(after, kind)) changed.push(groups[kind]);
	if (careerOf(before.positions) !== careerOf(after.positions)) changed.push('positions');
	return changed;
}

/** The details that were there and are no longer. */
export function removedDetails(
	before: ContactDraft,
	after: ContactDraft
): Pick<DetailDraft, 'kind' | 'normalised'>[] {
	const kept = new Set(after.details.map(keyOf));
	return before.details
		.filter((detail) => !kept.has(keyOf(detail)))
		.map(({ kind, normalised }) => ({ kind, normalised }));
}

const scalars = [
	'givenName',
	'familyName',
	'company',
	'position',
	'howKnown',
	'metWhere',
	'metOn',
	'closeness',
	'register',
	'locale',
	'notes'
] as const;

function keyOf(detail: Pick<DetailDraft, 'kind' | 'normalised'>): string {
	return `${detail.kind} ${detail.normalised}`;
}

function keysOf(draft: ContactDraft, kind: DetailDraft['kind']): string {
	const keys = draft.details.filter((detail) => detail.kind === kind).map(keyOf);
	return keys.toSorted().join('\n');
}

function careerOf(positions: readonly PositionDraft[]): string {
	const lines = positions.map(({ company, title, startedOn, endedOn }) =>
		JSON.stringify([company, title, startedOn, endedOn])
	);
	return lines.toSorted().join('\n');
}
