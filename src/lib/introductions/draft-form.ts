import { type DraftChange, draftChange } from '#lib/introductions/new-request.ts';

/**
 * Reads what the writing screen holds; fields that are not there stay untouched. `before` is the
 * draft as it was: words that differ from it were changed by hand, and are not proposed over.
 */
export function readDraftForm(
	form: FormData,
	before: { subject: string; letter: string; letterEdited: boolean }
): DraftChange {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : undefined;
	};
	const [subject, letter] = [text('subject'), text('letter')];
	const changed =
		(subject !== undefined && subject !== before.subject) ||
		(letter !== undefined && letter !== before.letter.trim());
	const reasons = [...form.entries()].flatMap(([name, value]) =>
		name.startsWith('reason.') ? [[name.slice('reason.'.length), String(value)]] : []
	);
	const given = {
		subject,
		letter,
		reason: text('reason'),
		goal: text('goal'),
		locale: text('locale'),
		register: text('register'),
		connectorEmail: text('connector_email')?.toLowerCase(),
		letterEdited: before.letterEdited || changed,
		reasons: Object.fromEntries(reasons)
	};
	const parsed = draftChange.safeParse(given);
	return parsed.success ? parsed.data : {};
}
