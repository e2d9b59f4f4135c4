import { judgedExamples, noticedPassages } from '#lib/coach/examples/judged-examples.ts';
import type { PageServerLoad } from './$types';

/** For everybody, with an account or without. The coach judges its examples anew, so that it never claims what it would not say. */
export const load: PageServerLoad = ({ locals: { locale } }) => ({
	locale,
	examples: judgedExamples(locale),
	noticed: noticedPassages(locale)
});
