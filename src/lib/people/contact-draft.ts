/** A contact as its owner writes it; normalised, ready to be kept. */
export interface ContactDraft {
	givenName: string;
	familyName: string;
	company: string;
	position: string;
	howKnown: string;
	metWhere: string;
	/** YYYY, YYYY-MM, YYYY-MM-DD or empty. */
	metOn: string;
	closeness: Closeness | null;
	register: 'tu' | 'vous' | null;
	locale: 'fr' | 'en' | null;
	notes: string;
	details: DetailDraft[];
	positions: PositionDraft[];
}

export type Closeness = 'close' | 'good' | 'distant' | 'forgotten';
export const closenesses: readonly Closeness[] = ['close', 'good', 'distant', 'forgotten'];

export type DetailKind = 'email' | 'phone' | 'profile' | 'link';

/** `value` is shown, `normalised` compared. */
export interface DetailDraft {
	kind: DetailKind;
	value: string;
	normalised: string;
}

/** Dates as in `metOn`. */
export interface PositionDraft {
	company: string;
	title: string;
	startedOn: string;
	endedOn: string;
}

/** A contact of whom only a name and perhaps what they do is known. */
export function bareDraft(
	known: Pick<ContactDraft, 'givenName' | 'familyName'> & Partial<ContactDraft>
): ContactDraft {
	return {
		company: '',
		position: '',
		howKnown: '',
		metWhere: '',
		metOn: '',
		closeness: null,
		register: null,
		locale: null,
		notes: '',
		details: [],
		positions: [],
		...known
	};
}
