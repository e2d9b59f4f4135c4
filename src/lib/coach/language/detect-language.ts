import type { Lang } from '#lib/coach/judgement.ts';
import type { Token } from '#lib/coach/language/tokens.ts';

const french = new Set(
	'le la les un une des du de d l j je tu il elle nous vous ils et est es suis sont ai as avons avez que qui qu ce cette ces pour dans avec sur pas ne n mais ou si au aux se sa son ses mon ma mes ton ta tes votre vos notre nos leur leurs par plus comme bonjour merci cordialement chez tres bien etre avoir fait peux pourrais souhaite'.split(
		' '
	)
);
const english = new Set(
	'the a an of to and is are am was were be been have has had i you he she we they it this that these those for in with on not but or if my your his her our their by more as hello hi hey dear thanks thank regards at very would could can do does did from about what so just please'.split(
		' '
	)
);

/** The language whose little words are more frequent; French when there are none of either. */
export function detectLanguage(tokens: readonly Token[]): Lang {
	let balance = 0;
	for (const { word } of tokens) {
		if (french.has(word)) balance += 1;
		if (english.has(word)) balance -= 1;
	}
	return balance >= 0 ? 'fr' : 'en';
}
