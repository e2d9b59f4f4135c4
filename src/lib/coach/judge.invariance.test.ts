import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import type { Kind, Lang } from '#lib/coach/judgement.ts';

interface Letter {
	lang: Lang;
	kind: Kind;
	text: string;
}

const letters: Letter[] = ['development', 'templates'].flatMap((name) =>
	readFileSync(new URL(`../../../evaluation/coach/${name}.jsonl`, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.map((line): Letter => JSON.parse(line))
);
const anyLetter = fc.constantFrom(...letters);

function scoreOf({ text, lang, kind }: Letter): number {
	return judge(text, { lang, kind }).score;
}

const wishes: Record<Lang, string[]> = {
	fr: [
		'PS : J’espère que vous passez une excellente journée.',
		'Je vous souhaite une très belle semaine, prenez bien soin de vous.',
		'Merci infiniment pour votre gentillesse et votre attention !',
		'Au plaisir de vous lire.'
	],
	en: [
		'PS: I hope you are having a wonderful day.',
		'Have a lovely weekend and take good care of yourself.',
		'Thank you so very much for your kindness and attention!',
		'I look forward to hearing from you.'
	]
};

it('polite wishes at the end do not raise a letter', () => {
	fc.assert(
		fc.property(anyLetter, fc.integer({ min: 1, max: 4 }), (letter, count) => {
			const text = [letter.text, ...wishes[letter.lang].slice(0, count)].join('\n\n');
			expect(scoreOf({ ...letter, text })).toBeLessThanOrEqual(scoreOf(letter));
		}),
		{ numRuns: 200 }
	);
});

it('a letter that says everything twice gains nothing', () => {
	fc.assert(
		fc.property(anyLetter, fc.integer({ min: 2, max: 4 }), (letter, times) => {
			const text = Array.from({ length: times }, () => letter.text).join('\n\n');
			expect(scoreOf({ ...letter, text })).toBeLessThanOrEqual(scoreOf(letter));
		}),
		{ numRuns: 100 }
	);
});

const kathy: Record<Lang, (reader: string, target: string, writer: string) => string> = {
	en: (reader, target, writer) =>
		`Dear ${reader},\n\nThank you again for the lunch in spring. I saw that you know ${target}, with whom you worked at Acme. I am moving from finance to clean energy, and a view of that change would help me choose. Could you ask ${target} for fifteen minutes? If it is awkward, just say no.\n\nThanks,\n${writer}`,
	fr: (reader, target, writer) =>
		`Bonjour ${reader},\n\nMerci encore pour le déjeuner de lundi. J’ai vu que tu connais ${target}, avec qui tu travaillais chez Acme. Je passe de la finance à l’énergie et un regard sur ce changement m’aiderait à choisir. Pourrais-tu demander à ${target} un quart d’heure ? Si c’est délicat, dis-moi non.\n\nMerci,\n${writer}`
};
const firstNames = ['Dean', 'Rose', 'Jean-Pierre', 'Zoé', 'Mamadou', 'Hope', 'Ngọc', 'Özge', 'Léa'];
const lastNames = [
	'Zola',
	'Petit',
	'Marchand',
	'Bell',
	'Okafor',
	'Ami',
	'Da Silva',
	'O’Neil',
	'Conseil'
];

it('who bears which name does not matter', () => {
	const name = fc.constantFrom(...firstNames);
	fc.assert(
		fc.property(
			fc.constantFrom<Lang>('fr', 'en'),
			fc.uniqueArray(name, { minLength: 3, maxLength: 3 }),
			fc.constantFrom(...lastNames),
			(lang, [reader = '', target = '', writer = ''], last) => {
				const swapped = kathy[lang](reader, `${target} ${last}`, writer);
				const plain = kathy[lang]('Dean', 'Pierre Zola', 'Kathy');
				expect(judge(swapped, { lang, kind: 'request' }).score).toBe(
					judge(plain, { lang, kind: 'request' }).score
				);
			}
		),
		{ numRuns: 200 }
	);
});

it('any Unicode is judged, halves of characters too', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 }), (units) => {
			const text = String.fromCharCode(...units);
			const { criteria, notices } = judge(text);
			for (const [start, end] of [...Object.values(criteria), ...notices].flatMap(
				({ spans }) => spans
			))
				expect(text.slice(start, end)).not.toBe('');
		}),
		{ numRuns: 300 }
	);
});
