import type { ContactEvent } from '#lib/people/contact-event.ts';
import { displayName } from '#lib/people/name.ts';

/** The fields of a contact that a file may tell. */
export interface FieldsNow {
	givenName: string;
	familyName: string;
	fullName: string;
	company: string;
	position: string;
	connectedOn: string | null;
}

/** One line of a contact's history; `event` is undefined where a later version wrote it. */
export interface ToldEvent {
	id: string;
	event: ContactEvent | undefined;
}

export interface Restored extends FieldsNow {
	/** When the contact had last changed before the import; null where something changed it since. */
	updatedAt: string | null;
	/** Later lines of the history that began from what the import had said. */
	patches: { id: string; detail: object }[];
}

type Imported = Extract<ContactEvent, { kind: 'imported' }>;
type Change = NonNullable<Imported['changes']>[number];

const fields = ['givenName', 'familyName', 'company', 'position', 'connectedOn'] as const;
type Field = (typeof fields)[number];

/**
 * A contact without what an import changed in it. Where a later import replaced what this one had
 * said, that stays, and its history begins from what was there before both. `history` is in the
 * order of time.
 */
export function restored(
	now: FieldsNow,
	history: readonly ToldEvent[],
	importId: string
): Restored {
	const result: Restored = { ...now, updatedAt: null, patches: [] };
	const later: (ToldEvent & { event: Imported })[] = [];
	const patched = new Set<ToldEvent>();
	let isLast = true;
	for (const line of history.toReversed()) {
		const { event } = line;
		if (event?.kind === 'imported' && event.importId === importId) {
			for (const change of event.changes ?? []) takeBack(change);
			if (isLast) result.updatedAt = event.before ?? null;
			else beginFrom(event.before);
		} else {
			isLast = false;
			if (event?.kind === 'imported') later.push({ ...line, event: structuredClone(event) });
		}
	}
	result.patches = later
		.filter((line) => patched.has(line))
		.map(({ id, event: { kind: _kind, ...detail } }) => ({ id, detail }));
	const isRenamed = result.givenName !== now.givenName || result.familyName !== now.familyName;
	if (isRenamed) result.fullName = displayName(result);
	return result;

	function takeBack({ field, from, to }: Change): void {
		if (!isField(field)) return;
		const next = later.findLast((line) => changeOf(line.event, field)?.from === to);
		const nextChange = next && changeOf(next.event, field);
		if (next && nextChange) {
			nextChange.from = from;
			patched.add(next);
		} else if ((result[field] ?? '') === to) put(field, from);
	}

	function beginFrom(before: string | undefined): void {
		const next = later.at(-1);
		if (!next || !before) return;
		next.event.before = before;
		patched.add(next);
	}

	function put(field: Field, value: string): void {
		if (field === 'connectedOn') result.connectedOn = value || null;
		else result[field] = value;
	}
}

function changeOf(event: Imported, field: Field): Change | undefined {
	return event.changes?.find((change) => change.field === field);
}

function isField(field: string): field is Field {
	return fields.some((one) => one === field);
}
