import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import { criterionNames, kinds, type Span } from '#lib/coach/judgement.ts';

const pieces = [
	'Bonjour Paul,',
	'Hi Anna,',
	'\n\n',
	'j’ai lu ton article sur Lyon',
	'could you introduce me to Jane Doe?',
	'[Prénom]',
	'dean@example.com',
	'+33 6 39 98 12 34',
	'URGENT',
	'!!!',
	'n’hésite pas à dire non',
	'[',
	'{{',
	'<<',
	'\u202F?',
	'🙂'
];
const letter = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc
		.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength: 40 })
		.map((parts) => parts.join(' '))
);
const options = fc.record(
	{ lang: fc.constantFrom('auto', 'fr', 'en'), kind: fc.constantFrom(...kinds) },
	{ requiredKeys: [] }
);

function spansOf({ criteria, notices }: ReturnType<typeof judge>): Span[] {
	return [...Object.values(criteria), ...notices].flatMap(({ spans }) => spans);
}

it('any text gets a judgement within its bounds, and the same one again', () => {
	fc.assert(
		fc.property(letter, options, (text, asked) => {
			const judgement = judge(text, asked);
			expect(judgement).toEqual(judge(text, asked));
			expect(judgement.score).toBeGreaterThanOrEqual(0);
			expect(judgement.score).toBeLessThanOrEqual(100);
			for (const name of criterionNames) {
				expect(judgement.criteria[name].score).toBeGreaterThanOrEqual(0);
				expect(judgement.criteria[name].score).toBeLessThanOrEqual(1);
			}
		}),
		{ numRuns: 200 }
	);
});

it('every span is a piece of the text, in order', () => {
	fc.assert(
		fc.property(letter, options, (text, asked) => {
			for (const [start, end] of spansOf(judge(text, asked))) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		}),
		{ numRuns: 200 }
	);
});

it('typographic apostrophes and spaces change nothing, not even where a span stands', () => {
	fc.assert(
		fc.property(letter, (text) => {
			const plain = text.replaceAll('’', "'").replaceAll('\u202F', ' ');
			const typeset = plain.replaceAll("'", '’').replaceAll(/ (?=[?!:;])/g, '\u00A0');
			expect(judge(typeset)).toEqual(judge(plain));
		}),
		{ numRuns: 200 }
	);
});

it('words that say nothing do not raise a letter', () => {
	const filler = 'The weather here stays grey and the street is wet. Rain falls on the roof.';
	fc.assert(
		fc.property(letter, fc.integer({ min: 1, max: 20 }), (text, times) => {
			// Long enough not to be blamed for its shortness.
			const given = `${text}\n\n${filler} ${filler}`;
			const padded = `${given} ${`${filler} `.repeat(times)}`;
			const before = judge(given, { lang: 'en', kind: 'request' });
			const after = judge(padded, { lang: 'en', kind: 'request' });
			expect(after.score).toBeLessThanOrEqual(before.score + 5);
		}),
		{ numRuns: 200 }
	);
});

it('an endless paste is judged by its beginning', () => {
	const endless = `${'Hi Bob, é '.repeat(5000)}${'é'.repeat(50_000)}`;
	expect(judge(endless)).toEqual(judge(endless.slice(0, 20_000)));
});
