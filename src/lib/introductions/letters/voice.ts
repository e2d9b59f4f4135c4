import type { Locale } from '#lib/i18n/locale.ts';
import { typeset } from '#lib/i18n/typography.ts';

/** How a letter speaks: its language and, in French, tu or vous. English letters know only one. */
export interface Voice {
	locale: Locale;
	register: 'tu' | 'vous';
}

/** A letter as its writer may still change it: plain text, paragraphs parted by an empty line. */
export interface LetterText {
	subject: string;
	text: string;
}

/** A person as a letter names them. */
export interface Named {
	name: string;
	/** What they do, in a few words: "VP communication at ABC"; may be empty. */
	about: string;
}

/** The three ways to say one thing. */
export function saying(voice: Voice, words: { tu: string; vous: string; en: string }): string {
	return voice.locale === 'en' ? words.en : words[voice.register];
}

/** The name one is greeted by: the first of "Jean-Pierre Dupont", without titles. */
export function firstName(name: string): string {
	const [first = name] = name
		.replace(/^(M\.|Mme|Mr|Mrs|Ms|Dr)\s+/, '')
		.trim()
		.split(/\s+/);
	return first;
}

/** "Pierre Yvon (Entreprise X)", or the bare name. */
export function withAbout({ name, about }: Named): string {
	return about ? `${name} (${about})` : name;
}

/** A sentence as it should stand in a letter: with its full stop. */
export function sentence(text: string): string {
	const trimmed = text.trim();
	return /[.!?…]$/.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}.`;
}

/** Paragraphs to a letter; empty ones are left out. */
export function compose(voice: Voice, subject: string, paragraphs: string[]): LetterText {
	const text = paragraphs
		.map((one) => one.trim())
		.filter(Boolean)
		.join('\n\n');
	return { subject: typeset(subject, voice.locale), text: typeset(text, voice.locale) };
}
