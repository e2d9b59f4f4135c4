import { linkPieces } from '#lib/mail/text-links.ts';

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/**
 * The same letter as simple HTML: paragraphs, line ends and links, nothing fetched from anywhere and
 * nothing that tells when it was read. For readers whose programme shows plain text badly.
 */
export function htmlTwin(text: string, locale: 'fr' | 'en'): string {
	const body = mailParagraphs(text).map(paragraph).join('\n');
	return (
		`<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n` +
		'<meta name="viewport" content="width=device-width">\n</head>\n' +
		'<body style="font:17px/1.55 Georgia,serif;max-width:38em">\n' +
		`${body}\n</body>\n</html>\n`
	);
}

/** Split at empty lines, whatever the line ends; none of them is empty. */
export function mailParagraphs(text: string): string[] {
	const lines = text.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '');
	return lines
		.split(/\n{2,}/)
		.map((block) => block.replace(/^\n+|\n+$/g, ''))
		.filter((block) => block.trim() !== '');
}

function paragraph(text: string): string {
	const inner = linkPieces(text).map((piece) => {
		const shown = escapeHtml(piece.text).replaceAll('\n', '<br>\n');
		return piece.href ? `<a href="${escapeHtml(piece.href)}">${shown}</a>` : shown;
	});
	return `<p>${inner.join('')}</p>`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
