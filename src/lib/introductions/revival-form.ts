import { z } from 'zod';
import { revivalLetter } from '#lib/introductions/letters/revival-letter.ts';
import type { LetterText } from '#lib/introductions/letters/voice.ts';
import type { Revival } from '#lib/introductions/revival.server.ts';

/** How a letter of revival is to speak. */
export interface RevivalChoices {
	locale: 'fr' | 'en';
	register: 'tu' | 'vous';
	/** Ask for something small as well. */
	small: boolean;
}

/** A letter of revival as it stands on the screen. */
export interface RevivalTyped extends RevivalChoices {
	subject: string;
	letter: string;
	/** The letter as last proposed: tells whether it was changed since. */
	proposed: string;
}

const longest = { subject: 200, letter: 20_000 };
const lines = (most: number) =>
	z
		.string()
		.catch('')
		.transform((text) => text.replaceAll('\r\n', '\n').slice(0, most));

/** Reads the form; what makes no sense becomes the blank of its field. */
export const revivalTyped: z.ZodType<RevivalTyped> = z.object({
	locale: z.enum(['fr', 'en']).catch('fr'),
	register: z.enum(['tu', 'vous']).catch('vous'),
	small: z
		.string()
		.nullish()
		.transform((value) => value === 'yes'),
	subject: lines(longest.subject),
	letter: lines(longest.letter),
	proposed: lines(longest.letter)
});

/** The letter proposed for these choices. */
export function proposeRevival(
	{ facts }: Pick<Revival, 'facts'>,
	{ locale, register, small }: RevivalChoices
): LetterText {
	const known = facts.known[locale];
	return revivalLetter({ ...facts, known, voice: { locale, register }, small });
}

/** The form as it stands before anything was typed. */
export function blankRevival(revival: Pick<Revival, 'facts' | 'voice'>): RevivalTyped {
	const choices = { ...revival.voice, small: false };
	const { subject, text } = proposeRevival(revival, choices);
	return { ...choices, subject, letter: text, proposed: text };
}
