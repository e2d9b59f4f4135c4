import type { Kind } from '#lib/coach/judgement.ts';
import { findPhrase, phrases } from '#lib/coach/language/phrase.ts';
import type { ReadLetter } from '#lib/coach/language/read-letter.ts';
import type { Evidence } from '#lib/coach/signals/evidence.ts';

const introduces = phrases(`
	introduc*|intro|connect|present*|transmet*|transfer*|recommand* ... me|m|us|you|#other|him|her
	me|m|nous|us .. introduire|presenter|recommander|connecter|touch|relation
	forward this|it|my|the|below|along|note
	put|mettre|mise ... touch|relation|contact
	intro|introduction|introductions .. to|a|aupres|avec`);
const carries = phrases(`
	@modal|@you|@know ... ask|asking|demander|lui|dire|tell|glisser|write .. him|her|them|#other|mot|si|lui|one|toucher|to
	@modal|@you|@know ... ask|asking|demander|glisser|relayer|transmettre|forward ... if|whether|si|question|lines|lignes|page|mot`);
const onBehalf = phrases(`
	#other|@they|friend|ami|amie|colleague ... would|aimerait|voudrait|souhaite*|cherche|wants|hopes|hoping|looking ... you|te|vous|t|toi|your|ton|votre|talk|parler|speak
	accept*|agree|accord|open|willing|mind|ok|okay ... @they|#other .. contact*|write|writes|call|ecrive|appelle|prenne|contacte|reach*|getting|pass|transmet*
	pass|give|share|transmet*|donn* .. your|ton|ta|votre|vos|tes .. details|email|number|address|coordonnees|mail|numero|adresse|contact`);
const longAgo = phrases(`
	~ long|longtemps|ages|lurette|years|ans|annees .. time|since|que|qu|depuis|ago|without|sans|passed|passe*
	~ lost touch|contact
	~ perdu* de|contact
	reconnect*|catch|renouer|nouvelles|reprend*|reprise|retrouv*
	~ been .. while|age|ages|years|long|forever
	~ fait|fai .. bail|moment|siecle|eternite|ans|annees|longtemps
	@me .. thinking|thought|pense|repens* .. of|about|a .. you|toi|vous|we|nous|our`);

/** Which letter it most looks like: the kind that more of its phrases are about. */
export function guessKind(letter: ReadLetter, evidence: Evidence): Kind {
	if (evidence.has('introduces') && !asksForSelf(letter)) return 'ask';
	const said = (ways: typeof introduces) => ways.some((way) => findPhrase(letter, way).length > 0);
	if (said(onBehalf) && !asksForSelf(letter)) return 'ask';
	const about = ['link', 'someoneNamed', 'vagueTarget'].some((signal) => evidence.has(signal));
	if (about && (said(introduces) || said(carries))) return 'request';
	if (evidence.has('link') && evidence.has('someoneNamed') && !evidence.has('sentBy'))
		return 'request';
	if (said(longAgo) && !evidence.has('sentBy')) return 'revival';
	if (evidence.has('begs') || evidence.has('vagueTarget')) return 'request';
	return 'first-message';
}

const forSelf = phrases(`
	introduc*|intro|connect|put|present*|mettre|recommand*|forward ... me|m|us|nous
	me|m|nous .. introduire|presenter|mettre|recommander`);

function asksForSelf(letter: ReadLetter): boolean {
	return forSelf.some((way) => findPhrase(letter, way).length > 0);
}
