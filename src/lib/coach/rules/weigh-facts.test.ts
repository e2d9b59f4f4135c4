import { expect, it } from 'vitest';
import { judge } from '#lib/coach/judge.ts';
import type { Criterion, Facts, Lang } from '#lib/coach/judgement.ts';

const letters: Record<Lang, string> = {
	en: 'Dear Dean,\n\nThank you again for the lunch in spring. I am moving from finance to clean energy and would like to learn from Pierre Zola. Could you ask him for fifteen minutes? If it is awkward, just say no.\n\nThanks,\nKathy',
	fr: 'Bonjour Dean,\n\nMerci encore pour le déjeuner. Je passe de la finance à l’énergie et j’aimerais le regard de Pierre Zola. Pourrais-tu lui demander un quart d’heure ? Si c’est délicat, dis-moi non.\n\nMerci,\nKathy'
};

function feasible(facts: Facts, lang: Lang = 'en'): Criterion {
	return judge(letters[lang], { lang, kind: 'request', facts }).criteria.feasible;
}

it('a target whom the connector knows makes a request more feasible, and asks no more for the link', () => {
	expect(feasible({ targetInNetwork: true }).score).toBeGreaterThan(feasible({}).score);
	expect(feasible({ targetInNetwork: true }).advice).not.toMatch(/in touch/);
});

it('a target outside the connector’s network puts the light out, and says why', () => {
	const { met, advice } = feasible({ targetInNetwork: false });
	expect(met).toBe(false);
	expect(advice).toMatch(/^Dean does not seem to know this person/);
	expect(feasible({ targetInNetwork: false }, 'fr').advice).toMatch(
		/^Dean ne semble pas connaître/
	);
});

it('a faint tie counts against a request, a close one for it', () => {
	const known = { targetInNetwork: false };
	const faint = feasible({ ...known, tieStrength: 0.05 }).score;
	expect(faint).toBeLessThan(feasible(known).score);
	expect(feasible({ ...known, tieStrength: 0.8 }).score).toBeGreaterThan(feasible(known).score);
	expect(feasible({ tieStrength: 0.05 }).advice).toMatch(/^Dean knows this person only from afar/);
});

it('requests that already lie with the connector are named and counted', () => {
	expect(feasible({ openRequests: 5 }).advice).toMatch(/^Dean already holds five requests/);
	expect(feasible({ openRequests: 5 }, 'fr').advice).toMatch(/^Dean a déjà cinq demandes/);
	expect(feasible({ openRequests: 14 }).advice).toMatch(/holds 14 requests/);
	expect(feasible({ openRequests: 5 }).score).toBeLessThan(feasible({ openRequests: 3 }).score);
	expect(feasible({ openRequests: 3 }).score).toBeLessThan(feasible({ openRequests: 2 }).score);
	expect(feasible({ openRequests: 2 })).toEqual(feasible({}));
});

it('facts are about reach alone', () => {
	const facts = { targetInNetwork: false, openRequests: 9, tieStrength: 0 };
	const { feasible: _, ...told } = judge(letters.en, { kind: 'request', facts }).criteria;
	const { feasible: __, ...untold } = judge(letters.en, { kind: 'request' }).criteria;
	expect(told).toEqual(untold);
});

it('a reader without a name is spoken of as a contact', () => {
	const text = letters.en.replace('Dear Dean,\n\n', '');
	const { advice } = judge(text, { kind: 'request', facts: { openRequests: 6 } }).criteria.feasible;
	expect(advice).toMatch(/^Your contact already holds six requests/);
});
