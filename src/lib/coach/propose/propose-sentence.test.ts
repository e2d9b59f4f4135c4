import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import { type CriterionName, criterionNames, kinds, type Lang } from '#lib/coach/judgement.ts';
import { type KnownFacts, nothingKnown } from '#lib/coach/propose/known-facts.ts';
import {
	applyProposal,
	proposeSentence,
	type Written
} from '#lib/coach/propose/propose-sentence.ts';

const known: KnownFacts = {
	reader: 'Dean',
	readerCompany: 'Oxalis',
	writer: 'Kathy Arnaud',
	writerAbout: 'contrôle de gestion',
	others: [
		{ name: 'Pierre Yvon', company: 'Solaris' },
		{ name: 'Paul Zeller', company: '' }
	],
	through: 'Brune Delorme',
	bond: { fr: 'collègues chez ACME, 1999–2003', en: 'colleagues at ACME, 1999–2003' },
	lastExchange: { fr: 'mai 2019', en: 'May 2019' },
	closeness: 'distant',
	reason: 'Je quitte la finance pour l’énergie propre',
	linkKnown: true
};

const plain = `Bonjour Dean,

Je t’écris au sujet de mon projet, qui avance bien depuis le printemps.

Merci,
Kathy`;

function written(text: string, change: Partial<Written> = {}): Written {
	const lang = change.lang ?? 'fr';
	const kind = change.kind ?? 'request';
	const judgement = judge(text, { lang, kind });
	return { text, lang, kind, register: 'tu', facts: known, judgement, ...change };
}

function propose(criterion: CriterionName, text: string, change: Partial<Written> = {}) {
	const proposal = proposeSentence(criterion, written(text, change));
	return proposal && { ...proposal, letter: applyProposal(text, proposal) };
}

describe('a proposed sentence', () => {
	it('says the bond after the greeting, when it is known', () => {
		expect(propose('personal', plain)?.letter).toBe(
			plain.replace(
				'\n\nJe t’écris',
				'\n\nJe repense à ce qui nous lie\u00a0: collègues chez ACME, 1999–2003. Je t’écris'
			)
		);
	});

	it('leaves a way out before the closing', () => {
		const { letter } = propose('generous', plain) ?? {};
		expect(letter).toContain(
			'printemps. Si tu préfères t’abstenir, je le comprendrai très bien.\n\nMerci,'
		);
	});

	it('stands before a closing on the same line', () => {
		const { letter } =
			propose('generous', 'Hi Dean, I want to change jobs this year. Thanks, Kathy', {
				lang: 'en'
			}) ?? {};
		expect(letter).toBe(
			'Hi Dean, I want to change jobs this year. If you would rather not, I will understand completely. Thanks, Kathy'
		);
	});

	it('takes the place of the sentence that asks for anybody', () => {
		const text = plain.replace('\n\nMerci', ' Connais-tu des gens qui recrutent\u202f?\n\nMerci');
		const found = propose('clear', text);
		expect(text.slice(found?.start, found?.end)).toBe('Connais-tu des gens qui recrutent\u202f?');
		expect(found?.sentence).toBe(
			'Pourrais-tu demander à Pierre Yvon (Solaris) et Paul Zeller si je peux prendre contact\u202f?'
		);
	});

	it('takes the place of the sentence that presses', () => {
		const text = 'Hello Dean,\n\nI need an answer by tonight.\n\nThanks,\nKathy';
		const found = propose('generous', text, { lang: 'en' });
		expect(text.slice(found?.start, found?.end)).toBe('I need an answer by tonight.');
		expect(found?.letter).not.toContain('tonight');
	});

	it('greets by name where there was a bare greeting', () => {
		const text = plain.replace('Bonjour Dean,', 'Bonjour,');
		const facts = { ...nothingKnown, reader: 'Dean' };
		expect(propose('personal', text, { facts })?.letter).toContain('Bonjour Dean,\n\nJe t’écris');
	});

	it('is none where nothing is known that helps', () => {
		const facts = nothingKnown;
		expect(propose('personal', plain, { facts })).toBe(null);
		expect(propose('clear', plain, { facts })).toBe(null);
	});

	it('is none for a light that is met', () => {
		const text = propose('generous', plain)?.letter ?? '';
		expect(propose('generous', text)).toBe(null);
	});

	it('never says that the reader knows somebody whom they are known not to know', () => {
		const facts = { ...known, linkKnown: false };
		expect(propose('feasible', plain, { facts })?.letter ?? '').not.toMatch(/connais/);
		const unsure = propose('feasible', plain, { facts: { ...known, linkKnown: null } });
		expect(unsure?.letter).toContain('Il me semble que tu connais');
	});

	it('thanks for the door that was opened in a first message only', () => {
		const facts = { ...known, bond: { fr: '', en: '' } };
		const first = propose('personal', plain, { facts, kind: 'first-message' });
		expect(first?.letter).toContain('grâce à Brune Delorme');
		expect(propose('personal', plain, { facts })?.letter).not.toContain('Brune');
	});
});

const frenchText = [
	'Bonjour,',
	'Bonjour Dean,',
	'Chers tous,',
	'\n\n',
	'Je cherche un poste.',
	'Connais-tu des gens qui recrutent\u202f?',
	'Réponds-moi vite, c’est urgent.',
	'Nous avons dîné ensemble en 2019\u202f;',
	'Transmets mon CV à tous tes contacts.',
	'Merci,\nKathy',
	'[Prénom]'
];
const englishText = [
	'Hello,',
	'Hi Dean,',
	'Dear all,',
	'\n\n',
	'I need a job.',
	'Do you know anyone who can help?',
	'I need an answer by tonight.',
	'We worked together in 2019;',
	'Please forward my CV to everyone.',
	'Thanks,\nKathy',
	'[Name]'
];
const letterIn = (pieces: string[]) =>
	fc
		.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string()), {
			maxLength: 14
		})
		.map((parts) => parts.join(' '));
const situation = fc.constantFrom<Lang>('fr', 'en').chain((lang) =>
	fc.record({
		lang: fc.constant(lang),
		text: letterIn(lang === 'fr' ? frenchText : englishText),
		kind: fc.constantFrom(...kinds),
		register: fc.constantFrom<'tu' | 'vous'>('tu', 'vous'),
		facts: fc.subarray(Object.keys(known)).map((kept) => ({
			...nothingKnown,
			...Object.fromEntries(Object.entries(known).filter(([key]) => kept.includes(key)))
		}))
	})
);

/** Words that begin with a capital inside a sentence, and numbers: what could be an invented fact. */
function namesAndNumbers(sentence: string): string[] {
	return sentence.match(/(?<![.?!:…]\s*|^\s*)(?<=[\s\u00a0\u202f(«“])\p{Lu}[\p{L}]+|\d+/gu) ?? [];
}

describe('whatever was written', () => {
	it('a proposal lies inside the text, raises the light, and puts out no other', () => {
		fc.assert(
			fc.property(situation, fc.constantFrom(...criterionNames), (given, criterion) => {
				const proposal = proposeSentence(criterion, written(given.text, given));
				if (!proposal) return;
				const { start, end } = proposal;
				expect([start >= 0, end >= start, end <= given.text.length]).toEqual([true, true, true]);
				const { lang, kind } = given;
				const before = judge(given.text, { lang, kind });
				const after = judge(applyProposal(given.text, proposal), { lang, kind });
				expect(after.criteria[criterion].score).toBeGreaterThan(before.criteria[criterion].score);
				expect(after.score).toBeGreaterThanOrEqual(before.score);
				for (const name of criterionNames)
					if (before.criteria[name].met) expect(after.criteria[name].met).toBe(true);
			}),
			{ numRuns: 400 }
		);
	});

	it('a proposal names and counts nothing but what is known', () => {
		const knownWords = JSON.stringify(known);
		fc.assert(
			fc.property(situation, fc.constantFrom(...criterionNames), (given, criterion) => {
				const proposal = proposeSentence(criterion, written(given.text, given));
				for (const word of namesAndNumbers(proposal?.sentence ?? ''))
					expect(knownWords).toContain(word);
			}),
			{ numRuns: 400 }
		);
	});

	it('a proposal keeps to tu or to vous', () => {
		fc.assert(
			fc.property(situation, fc.constantFrom(...criterionNames), (given, criterion) => {
				const said = proposeSentence(criterion, written(given.text, given))?.sentence ?? '';
				const other =
					given.register === 'tu'
						? /(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/iu
						: /(?<!\p{L})(?:tu|te|toi|ton|ta|tes|t’\p{L})(?!\p{L})/iu;
				if (given.lang === 'fr') expect(said).not.toMatch(other);
			}),
			{ numRuns: 400 }
		);
	});
});
