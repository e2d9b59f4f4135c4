import type { Locale } from '#lib/i18n/locale.ts';
import { sayStrength, type TieWord } from '#lib/i18n/strength-sentence.ts';
import type { TieStrength } from '#lib/network/tie-strength.ts';

/** The strength of a tie as a screen shows it to its owner. */
export interface ToldStrength {
	sentence: string;
	word: TieWord;
	/** Of ten messages, how many would be answered; no number is more exact than that. */
	tenths: number;
	/** The owner's own word; empty where there is none. */
	said: TieWord | '';
}

/** The strength in words, and in tenths for whoever asks. */
export function toldStrength(strength: TieStrength, locale: Locale): ToldStrength {
	const { word, value, said } = strength;
	return {
		sentence: sayStrength(strength, locale),
		word,
		tenths: Math.max(1, Math.round(value * 10)),
		said: said ? word : ''
	};
}
