import type { ReadLetter, ReadToken } from '#lib/coach/language/read-letter.ts';

// Sentences of these words alone are politeness: good to read, and about nothing.
const polite = new Set(
	(
		'i you your yours we our my me am are is be being been have has having had do does a an the this that these of to for in on at with and so very much many really all again ahead advance hope hoping wish wishing want look looking forward hearing hear seeing from back soon reply response answer thank thanks thankful grateful gratitude appreciate kindness kind kindly attention time consideration help support well good great lovely wonderful nice fantastic beautiful pleasant happy sunny rest best regards warm warmly wishes cheers sincerely truly faithfully take care day days week weekend evening morning afternoon month year holiday holidays summer season it will would need any please ps p s message email letter finds find everything going doing enjoy yourself ' +
		'je j vous tu te t toi votre vos ton ta tes nous on que qu de d du des le la les l un une et au aux en pour par tres bien bon bonne belle beau bel excellent excellente meilleur meilleure meilleurs agreable douce doux joli jolie merci mercis remercie remercier infiniment beaucoup mille encore avance avez avec espere souhaite passe passez passer va vas allez aller suis soit soin prenez prends journee soiree semaine week end matin mois annee fin fetes tout toute tous plaisir lire relire retour reponse attente gentillesse attention aide temps lecture cordialement amities sincerement salutations distinguees agreer veuillez expression sentiments chaleureusement respectueusement bientot mon ma mes ce cette courriel mail dans suite'
	).split(' ')
);

/** The words of a letter without its greetings, wishes and thanks. */
export function substanceOf({ tokens, sentences }: ReadLetter): ReadToken[] {
	return sentences.flatMap(({ first, last }) => {
		const words = tokens.slice(first, last + 1);
		return words.every(({ word }) => polite.has(word)) ? [] : words;
	});
}
