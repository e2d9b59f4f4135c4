import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlTwin } from '#lib/mail/html-twin.ts';

const bodyOf = (html: string) => /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(html)?.[1] ?? 'no body';

const squeeze = (text: string) => text.replaceAll(/\s+/g, '');

const unescape = (html: string) =>
	html
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');

test('paragraphs, line ends and links become what they are in HTML', () => {
	const html = htmlTwin(
		'Bonjour,\r\n\r\nRéponds ici :\r\nhttps://e.example.org/a?b=1&c=2\n\n\nDean',
		'fr'
	);
	expect(html).toContain('<html lang="fr">');
	expect(bodyOf(html)).toBe(
		'<p>Bonjour,</p>\n' +
			'<p>Réponds ici :<br>\n' +
			'<a href="https://e.example.org/a?b=1&amp;c=2">https://e.example.org/a?b=1&amp;c=2</a></p>\n' +
			'<p>Dean</p>'
	);
});

test('what someone wrote stays text, whatever it looks like', () => {
	const html = htmlTwin(
		`<img src="https://t.example.net/p.gif"> https://e.example.org/"onclick='x' & </p><script>`,
		'en'
	);
	expect(bodyOf(html)).toBe(
		'<p>&lt;img src=&quot;<a href="https://t.example.net/p.gif">https://t.example.net/p.gif</a>&quot;&gt; ' +
			'<a href="https://e.example.org/">https://e.example.org/</a>&quot;onclick=&#39;x&#39; &amp; &lt;/p&gt;&lt;script&gt;</p>'
	);
});

test('any text keeps its words, and brings no other tag nor anything to fetch', () => {
	const spicy = fc.constantFrom(
		'<',
		'>',
		'"',
		"'",
		'&',
		'\n',
		'\n\n',
		'\r\n',
		'src=',
		'<b>',
		'&lt;'
	);
	const word = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.webUrl({ withQueryParameters: true }),
		spicy
	);
	fc.assert(
		fc.property(fc.array(word), (words) => {
			const text = words.join('');
			const body = bodyOf(htmlTwin(text, 'en'));
			const tags = body.match(/<[^>]*>/g) ?? [];
			for (const tag of tags)
				expect(tag).toMatch(/^<(\/?p|br|\/a|a href="https?:\/\/[^"<>\s]*")>$/);
			const shown = unescape(body.replaceAll(/<[^>]*>/g, ''));
			if (text.trim()) expect(squeeze(shown)).toBe(squeeze(text));
		})
	);
});
