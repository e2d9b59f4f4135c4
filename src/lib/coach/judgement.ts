/** The languages the coach reads. */
export type Lang = 'fr' | 'en';

/** Which letter of the story it is: to the connector, to the target for the connector's part, to the target after the handover, to a dormant tie. */
export type Kind = 'request' | 'ask' | 'first-message' | 'revival';

export const kinds: readonly Kind[] = ['request', 'ask', 'first-message', 'revival'];

/** The five, in the order in which they are shown. */
export const criterionNames = ['personal', 'adapted', 'generous', 'clear', 'feasible'] as const;

export type CriterionName = (typeof criterionNames)[number];

/** From and to (exclusive), in UTF-16 units of the text as it was given. */
export type Span = [start: number, end: number];

/** One light: true is met, false is not, null cannot be told from this letter. */
export interface Criterion {
	met: boolean | null;
	/** 0..1 */
	score: number;
	spans: Span[];
	/** One kind line for the writer. */
	advice: string;
}

const noticeKinds = [
	'several-asks',
	'mass-mailing',
	'placeholders',
	'no-contact-details',
	'no-signature',
	'third-person-details',
	'over-long',
	'all-capitals',
	'no-thanks',
	'mixed-tu-vous',
	'pressure',
	'flattery'
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** Something seen apart from the five. */
export interface Notice {
	kind: NoticeKind;
	spans: Span[];
	advice: string;
}

export interface Judgement {
	lang: Lang;
	kind: Kind;
	/** 0..100 */
	score: number;
	criteria: Record<CriterionName, Criterion>;
	notices: Notice[];
}

/** What the application knows beside the text, for its own letters. */
export interface Facts {
	/** The target is among the connector's contacts. */
	targetInNetwork?: boolean;
	/** Strength of the connector's tie to the target, 0..1. */
	tieStrength?: number;
	/** Requests that lie with this connector already. */
	openRequests?: number;
	/** The writer's e-mail or phone stands beside the letter, so it need not stand in it. */
	writerReachable?: boolean;
}

export interface JudgeOptions {
	lang?: 'auto' | Lang;
	kind?: Kind;
	/** The language of the advice; the letter's own if absent. */
	adviceIn?: Lang;
	facts?: Facts;
}
