import { describe, expect, it } from 'vitest';
import { adviceInEnglish } from '#lib/coach/advice/advice-en.ts';
import { adviceInFrench } from '#lib/coach/advice/advice-fr.ts';
import { judge } from '#lib/coach/judge.ts';
import { criterionNames, type Facts, type Judgement } from '#lib/coach/judgement.ts';

const kathy = `Dear Dean,

Thank you again for the lunch in May; your advice about the audit saved my spring. I saw that you know Pierre Zola, with whom you worked at Acme. I am moving from finance to clean energy and his view of that change would help me choose. Could you ask him whether he would give me fifteen minutes? If it is awkward, just say no: I will understand.

Thanks,
Kathy`;

function noticed(text: string, options = {}): string[] {
	return judge(text, options).notices.map(({ kind }) => kind);
}

function reach(facts: Facts): number {
	return judge(kathy, { kind: 'request', facts }).criteria.feasible.score;
}

function underlined(text: string, { criteria }: Judgement, name: keyof Judgement['criteria']) {
	return criteria[name].spans.map(([start, end]) => text.slice(start, end)).join(' § ');
}

describe('a request like Kathy’s', () => {
	const judgement = judge(kathy);

	it('has all five lights', () => {
		expect(criterionNames.filter((name) => judgement.criteria[name].met !== true)).toEqual([]);
		expect(judgement).toMatchObject({ lang: 'en', kind: 'request' });
		expect(judgement.score).toBeGreaterThan(75);
	});

	it('is underlined where it says so', () => {
		expect(underlined(kathy, judgement, 'personal')).toContain('Thank you again for');
		expect(underlined(kathy, judgement, 'generous')).toContain('fifteen minutes');
		expect(underlined(kathy, judgement, 'feasible')).toContain('you know Pierre');
	});
});

describe('evidence is about the right person and thing', () => {
	it('“I hope you are well” is politeness, not empathy', () => {
		const bare =
			'Hi Sam,\n\nCould you introduce me to Jane Doe? I want to sell her my lamps.\n\nBo';
		const polite = bare.replace('Could', 'I hope you are well. Could');
		expect(judge(polite).criteria.adapted.score).toBe(judge(bare).criteria.adapted.score);
	});

	it('a flattering phrase is no offer', () => {
		const flattering =
			'Bonjour Luc, vous êtes un génie, un homme brillant, extraordinaire et admirable. Présentez-moi Marie Dupont.';
		const { criteria, notices } = judge(flattering, { kind: 'request' });
		expect(criteria.generous.met).toBe(false);
		expect(notices.map(({ kind }) => kind)).toContain('flattery');
	});

	it('a bond that is denied is none', () => {
		const bond = judge('Hi Jo,\n\nWe worked together at Acme. Could I call you?', {
			kind: 'revival'
		});
		const none = judge('Hi Jo,\n\nWe never worked together at Acme. Could I call you?', {
			kind: 'revival'
		});
		expect(none.criteria.personal.score).toBeLessThan(bond.criteria.personal.score);
	});

	it('“n’hésite pas à dire non” leaves free, “hésite” alone does not', () => {
		const ask = 'Salut Léa,\n\nPourrais-tu me présenter Marc Delmas ? ';
		const free = judge(`${ask}N’hésite pas à me dire non.`).criteria.generous.score;
		expect(free).toBeGreaterThan(judge(`${ask}Marc hésite.`).criteria.generous.score);
	});
});

describe('length is not quality', () => {
	it('a long empty letter stands under a short good one', () => {
		const empty = `Dear Sir or Madam,\n\n${'I am a motivated professional looking for any opportunity and I attach my resume. '.repeat(12)}`;
		const short =
			'Hi Jo, great seeing you at Mina’s wedding! Could you ask Farid Bell, with whom you cooked, for ten minutes on suppliers? Fine if not. Thanks, Tash';
		expect(judge(empty).score).toBeLessThan(20);
		expect(judge(short).score).toBeGreaterThan(55);
	});

	it('a letter of a few words cannot be told', () => {
		const { criteria, notices } = judge('Bonjour');
		expect(Object.values(criteria).map(({ met }) => met)).toEqual([null, null, null, null, null]);
		expect(notices).toEqual([]);
	});
});

describe('what the application knows', () => {
	it('decides how feasible a request is', () => {
		expect(reach({ targetInNetwork: false })).toBeLessThan(reach({}));
		expect(reach({ openRequests: 9, tieStrength: 0.1 })).toBeLessThan(reach({}));
	});

	it('tells even where the letter does not', () => {
		const text = 'Hello, I am writing to you today about the matter of Jane.';
		expect(judge(text, { kind: 'request' }).criteria.feasible.met).toBe(null);
		const facts = { targetInNetwork: false };
		expect(judge(text, { kind: 'request', facts }).criteria.feasible.met).toBe(false);
	});
});

describe('notices', () => {
	it('name the blanks of a template, which stand for names and do not sink it', () => {
		const template = kathy.replace('Dean', '[Name]').replace('Pierre Zola', '[Target]');
		expect(noticed(template)).toContain('placeholders');
		expect(judge(template).score).toBeGreaterThan(judge(kathy).score - 10);
	});

	it('name somebody else’s details, but not the writer’s own', () => {
		const own = `${kathy}\nkathy@example.com`;
		expect(noticed(own)).not.toContain('third-person-details');
		expect(noticed(own)).not.toContain('no-contact-details');
		const other = kathy.replace('Could you ask', 'His phone is +33 6 39 98 12 34. Could you ask');
		expect(noticed(other)).toContain('third-person-details');
		expect(noticed(other)).toContain('no-contact-details');
		expect(noticed(other, { facts: { writerReachable: true } })).not.toContain(
			'no-contact-details'
		);
	});

	it('name a circular, capitals, pressure, several asks, a mix of tu and vous, a lack of thanks', () => {
		const shouted =
			'Chers amis, JE CHERCHE ABSOLUMENT des clients, RÉPONDEZ vite, c’est URGENT. Vous pouvez m’aider ? Tu as des contacts ? Envoie-moi tes noms et dites à vos amis de m’appeler.';
		expect(noticed(shouted, { kind: 'request' })).toEqual(
			expect.arrayContaining([
				'mass-mailing',
				'all-capitals',
				'pressure',
				'mixed-tu-vous',
				'no-thanks'
			])
		);
		const many =
			'Could you introduce me to Jo? Could you also send my deck? Can you call Ann? Would you read my plan? Thanks.';
		expect(noticed(many)).toContain('several-asks');
	});

	it('name a letter that takes long to read', () => {
		expect(noticed(`Hi Jo, ${'the river was high that year. '.repeat(60)}`)).toContain('over-long');
	});
});

describe('the language of the advice', () => {
	it('is that of the letter, or the one asked for', () => {
		expect(judge('Hello Sam, can we talk tomorrow?').criteria.clear.advice).toMatch(/^[A-Z][a-z]/);
		const advised = judge(kathy, { adviceIn: 'fr' });
		expect(Object.values(adviceInFrench)).toContain(advised.criteria.personal.advice);
	});

	it('has every advice in both, with French typography', () => {
		expect(Object.keys(adviceInFrench).toSorted()).toEqual(Object.keys(adviceInEnglish).toSorted());
		for (const text of Object.values(adviceInFrench)) {
			expect(text).not.toMatch(/(?<![\u202F\u00A0])[;:!?]|'/);
			expect(text).not.toBe('');
		}
	});
});
