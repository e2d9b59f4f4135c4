import { expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import { revivalLetter, type RevivalFacts } from '#lib/introductions/letters/revival-letter.ts';

const french = { locale: 'fr', register: 'tu' } as const;
const facts: RevivalFacts = {
	voice: french,
	writer: { name: 'Kathy Arnaud', about: 'directrice de la communication' },
	contact: { name: 'Sylvie Marchand', about: 'Groupe Bora' },
	known: 'collègues chez ACME, 1999–2003',
	lastExchange: '2014-05',
	silent: true,
	small: false
};

it('says what ties the two, when they last spoke, and asks for nothing', () => {
	const { text } = revivalLetter(facts);
	expect(text).toContain('collègues chez ACME, 1999–2003');
	expect(text).toContain('remonte à 2014');
	expect(text).toContain('Je n’ai rien à te demander');
	expect(text).not.toContain('dix minutes');
});

it('asks for ten minutes only if the writer wants it to, and leaves a way out', () => {
	const { text } = revivalLetter({ ...facts, small: true });
	expect(text).toContain('dix minutes');
	expect(text).toContain('Si ce n’est pas le moment');
	expect(text).not.toContain('rien à te demander');
});

it.each([
	[{ locale: 'fr', register: 'vous' } as const, /Êtes-vous toujours/, /\b(tu|te|toi|ton)\b/],
	[french, /Es-tu toujours/, /\b(vous|votre|vos)\b/],
	[{ locale: 'en', register: 'vous' } as const, /Are you still/, /\b(vous|tu)\b/]
])('speaks %o throughout', (voice, has, hasNot) => {
	for (const small of [false, true]) {
		const { subject, text } = revivalLetter({ ...facts, voice, small });
		expect(text).toMatch(has);
		expect(`${subject} ${text}`).not.toMatch(hasNot);
	}
});

it('says nothing that is not known', () => {
	const { text } = revivalLetter({
		...facts,
		writer: { name: 'Kathy Arnaud', about: '' },
		contact: { name: 'Sylvie Marchand', about: '' },
		known: '',
		lastExchange: '',
		silent: false
	});
	expect(text).not.toMatch(/longtemps|toujours chez|De mon côté|\(\)/);
});

it('passes before the coach with what it is made from', () => {
	const { criteria, notices } = judge(revivalLetter(facts).text, { kind: 'revival' });
	expect(criteria.personal.met).toBe(true);
	expect(criteria.generous.met).toBe(true);
	expect(notices.map(({ kind }) => kind)).not.toContain('mixed-tu-vous');
});
