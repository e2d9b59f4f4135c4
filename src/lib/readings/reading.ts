/** Every expected no about a reading; a stranger's and an unknown one look the same. */
export type ReadingRefusal =
	| 'not_found'
	| 'too_late'
	| 'already_asked'
	| 'no_adviser'
	| 'incomplete'
	| 'too_many'
	| 'passage_gone';

export const readingStatus = {
	not_found: 404,
	too_late: 409,
	already_asked: 409,
	no_adviser: 422,
	incomplete: 422,
	too_many: 422,
	passage_gone: 409
} satisfies Record<ReadingRefusal, number>;

export type Done<T = object> = ({ ok: true } & T) | { ok: false; refusal: ReadingRefusal };

/** An expected no, to be answered. */
export const no = (refusal: ReadingRefusal) => ({ ok: false, refusal }) as const;

/** More than anyone would want to read beside one letter. */
export const maxRemarks = 40;

/** What became of a remark in the requester's hands. */
export type Settled = 'taken' | 'done' | 'set_aside';

/** One thing the adviser says: of a passage or of the whole, with or without another wording for it. */
export interface Remark {
	id: string;
	/** Verbatim from the letter; empty: of the whole of it. */
	passage: string;
	remark: string;
	/** Empty: none is proposed. */
	wording: string;
	settled: Settled | null;
}

/** Where a reading stands for its adviser. `over`: the letter was sent or thrown away. */
export type Standing = 'open' | 'given' | 'declined' | 'taken_back' | 'over';

/** The standing of a reading in this state. `wanted`: the draft is still there and has not been sent. */
export function standingOf(
	state: 'asked' | 'given' | 'declined' | 'taken_back',
	wanted: boolean
): Standing {
	if (state === 'declined' || state === 'taken_back') return state;
	if (!wanted) return 'over';
	return state === 'asked' ? 'open' : 'given';
}
