import { describe, expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import { criterionNames, type Kind } from '#lib/coach/judgement.ts';
import { askLetter } from '#lib/introductions/letters/ask-letter.ts';
import { firstMessage } from '#lib/introductions/letters/first-message.ts';
import { requestLetter } from '#lib/introductions/letters/request-letter.ts';
import type { Voice } from '#lib/introductions/letters/voice.ts';

const voices: Voice[] = [
	{ locale: 'fr', register: 'tu' },
	{ locale: 'fr', register: 'vous' },
	{ locale: 'en', register: 'vous' }
];
const reasons = {
	fr: 'Je prépare mon passage de la finance à l’énergie et son regard sur ce changement m’aiderait à choisir',
	en: 'I am moving from finance to clean energy and his view of that change would help me choose'
};
const known = { fr: 'collègues chez ACME, 1999–2003', en: 'colleagues at ACME, 1999–2003' };
const dean = { name: 'Dean Martin', about: '' };
const kathy = { name: 'Kathy Moreau', about: 'communication' };
const pierre = { name: 'Pierre Yvon', about: 'VP communication, ABC' };
const paul = { name: 'Paul Zola', about: 'XYZ' };

// Its notices would be shown beside a letter that the application itself has proposed.
function expectGood(text: string, kind: Kind, least: number): void {
	const { score, criteria, notices } = judge(text, { kind, facts: { writerReachable: true } });
	expect(notices.map((notice) => notice.kind)).toEqual([]);
	expect(score, text).toBeGreaterThanOrEqual(least);
	const out = criterionNames.filter((name) => criteria[name].met === false);
	expect(out.filter((name) => name !== 'adapted')).toEqual([]);
	expect(judge(text).kind).toBe(kind);
}

describe.each(voices)(
	'the coach finds the letters that are proposed good: $locale, $register',
	(voice) => {
		const reason = reasons[voice.locale];

		it.each([
			{ told: known[voice.locale], lastExchange: '', dormant: false },
			{ told: known[voice.locale], lastExchange: '2011-05', dormant: true },
			{ told: '', lastExchange: '', dormant: false }
		])('a request, $told $lastExchange', ({ told, lastExchange, dormant }) => {
			for (const targets of [[pierre], [pierre, paul]]) {
				const { text } = requestLetter({
					voice,
					requester: kathy,
					connector: dean,
					known: told,
					lastExchange,
					dormant,
					targets: targets.map((target) => ({ ...target, reason: '' })),
					reason
				});
				expectGood(text, 'request', told ? 80 : 65);
			}
		});

		it.each([
			{ told: known[voice.locale], faint: true },
			{ told: '', faint: true },
			{ told: '', faint: false }
		])('an ask, faint $faint, $told', ({ told, faint }) => {
			const { text } = askLetter({
				voice,
				connector: dean,
				target: pierre,
				requester: kathy,
				reason,
				known: told,
				faint
			});
			expectGood(text, 'ask', faint ? 80 : 75);
		});

		it('a first message', () => {
			const facts = { voice, requester: kathy, connector: dean, target: pierre, reason };
			expectGood(firstMessage(facts).text, 'first-message', 70);
		});
	}
);
