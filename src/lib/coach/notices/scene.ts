import type { Facts, Kind, Span } from '#lib/coach/judgement.ts';
import type { ReadLetter } from '#lib/coach/language/read-letter.ts';
import type { Evidence } from '#lib/coach/signals/evidence.ts';

/** What a notice looks at. */
export interface Scene {
	letter: ReadLetter;
	evidence: Evidence;
	kind: Kind;
	facts: Facts;
}

/** Where a notice is due: spans, an empty list when something is missing, undefined when all is well. */
export type Look = (scene: Scene) => readonly Span[] | undefined;
