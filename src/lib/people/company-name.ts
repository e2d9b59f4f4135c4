import { searchText } from '#lib/people/search-text.ts';

// Legal forms say nothing of who a company is. Source: the forms in use in the EU, UK, US and Switzerland.
const legalForms = new Set(
	`sa sas sasu sarl eurl snc sca scop selarl gie ei eirl asbl
	inc incorporated corp corporation co company llc llp lp ltd limited plc pllc
	gmbh ag kg ohg ug mbh se ev bv nv vof cv aps as ab asa oy oyj srl spa sl slu slp lda ltda pty pte sro zoo`.split(
		/\s+/
	)
);

/**
 * What two spellings of one company have in common: folded words without legal forms, "ACME S.A.S."
 * and "Acme" both `acme`. Empty for an empty name; a name of legal forms only stays as it is.
 */
export function companyKey(name: string): string {
	const words = searchText([joinedLetters(name)]).split(' ');
	const bare = words.filter((word, at) => at === 0 || !legalForms.has(word));
	return bare.join(' ');
}

/** S.A.S. is one word, as L.L.C. is. */
function joinedLetters(name: string): string {
	return name.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}/gu, (letters) =>
		letters.replace(/[.\s]/g, '').concat(' ')
	);
}
