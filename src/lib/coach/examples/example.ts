import type { CriterionName, Kind, NoticeKind } from '#lib/coach/judgement.ts';

/** A letter that shows what one of the five means; the same situation once well and once badly written. */
export interface Example {
	criterion: CriterionName;
	verdict: 'good' | 'bad';
	kind: Kind;
	text: string;
	/** What makes it so, in one sentence for people. */
	why: string;
}

/** A passage for each notice, but for the one that only a long letter can show. */
export type NoticedPassages = Record<Exclude<NoticeKind, 'over-long'>, string>;
