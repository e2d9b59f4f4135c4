/** A piece of a text; with `href` when it is a web address. */
export interface TextPiece {
	text: string;
	href?: string;
}

const address = /\bhttps?:\/\/[^\s<>"“”«»]+/giu;

/** The text cut at its web addresses; the pieces put together give the text again. */
export function linkPieces(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let at = 0;
	for (const found of text.matchAll(address)) {
		const href = withoutPunctuation(found[0]);
		if (!URL.canParse(href)) continue;
		if (found.index > at) pieces.push({ text: text.slice(at, found.index) });
		pieces.push({ text: href, href });
		at = found.index + href.length;
	}
	if (at < text.length) pieces.push({ text: text.slice(at) });
	return pieces;
}

/** The first web address or link placeholder of a text, or undefined. */
export function firstLink(text: string): string | undefined {
	const placeholder = /\{\{link:[^{}\s]+\}\}/.exec(text);
	const link = linkPieces(text).find((piece) => piece.href);
	if (!placeholder) return link?.href;
	const linkAt = link?.href ? text.indexOf(link.href) : text.length;
	return linkAt < placeholder.index ? link?.href : placeholder[0];
}

// A sentence may end right after an address; a bracket belongs to it only when it was opened inside.
function withoutPunctuation(found: string): string {
	let href = found.replace(/[.,;:!?'’…*_]+$/u, '');
	while (/[)\]}]$/.test(href) && !isBalanced(href)) {
		href = href.slice(0, -1).replace(/[.,;:!?'’…*_]+$/u, '');
	}
	return href;
}

function isBalanced(text: string): boolean {
	const count = (characters: string) => [...text].filter((one) => characters.includes(one)).length;
	return count('([{') >= count(')]}');
}
