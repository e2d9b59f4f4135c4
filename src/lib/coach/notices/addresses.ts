import type { Span } from '#lib/coach/judgement.ts';
import type { ReadLetter, ReadToken } from '#lib/coach/language/read-letter.ts';
import type { Look } from '#lib/coach/notices/scene.ts';

const ownWords = new Set('me my mine i m moi mon ma mes je j au'.split(' '));
const near = 8;

/** E-mails and phones that stand neither in the signature nor beside “me”. */
export const thirdPersonDetails: Look = ({ letter }) => {
	const found = addresses(letter).filter((at) => !isOwn(letter, at));
	return found.length > 0 ? found.map((at) => spanOf(letter.tokens[at])) : undefined;
};

/** A letter that leaves no way to answer; a private conversation, such as a revival, carries its own. */
export const noContactDetails: Look = ({ letter, kind, facts }) => {
	if (facts.writerReachable || kind === 'ask' || kind === 'revival') return undefined;
	return addresses(letter).some((at) => isOwn(letter, at)) ? undefined : [];
};

/** No name at the end. */
export const noSignature: Look = ({ letter, evidence }) =>
	evidence.has('signed') || letter.wordCount < 15 ? undefined : [];

function addresses({ tokens }: ReadLetter): number[] {
	return tokens.flatMap(({ kind }, at) => (kind === 'email' || kind === 'phone' ? [at] : []));
}

// The last lines are the writer's, unless the words just before speak of somebody else.
function isOwn({ tokens }: ReadLetter, at: number): boolean {
	const before = tokens.slice(Math.max(0, at - near), at);
	if (before.slice(-4).some(({ named }) => named === 'writer')) return true;
	if (before.some(({ families }) => families.has('they'))) return false;
	if (before.some(({ word }) => ownWords.has(word))) return true;
	const after = tokens.length - at;
	return after <= near && !before.some(({ named }) => named === 'other');
}

function spanOf(token: ReadToken | undefined): Span {
	return token ? [token.start, token.end] : [0, 0];
}
