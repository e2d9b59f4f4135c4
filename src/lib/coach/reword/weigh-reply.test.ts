import { describe, expect, it } from 'vitest';
import type { CriterionName, Lang } from '#lib/coach/judgement.ts';
import { rewordPrompt } from '#lib/coach/reword/reword-prompt.ts';
import { weighReply } from '#lib/coach/reword/weigh-reply.ts';

const letter = `Hello Dean,

I saw that you know Pierre Yvon, with whom you worked at Solaris. I am moving to clean energy. Could you ask him whether he would talk to me? I need an answer by tonight.

Thanks,
Kathy
kathy@example.com`;

const free = letter.replace(
	'I need an answer by tonight.',
	'If it is awkward, just say no: I will understand.'
);

function weigh(
	reply: string,
	text = letter,
	criterion: CriterionName = 'generous',
	lang: Lang = 'en'
) {
	return weighReply({ criterion, text, lang, kind: 'request' }, reply);
}

const fault = (name: string) => ({ ok: false, fault: name });

describe('a rewording', () => {
	it('that keeps the letter and raises the light is better', () => {
		const weighed = weigh(free);
		if (!weighed.ok) throw new Error(weighed.fault);
		expect(weighed.better).toBe(true);
		expect(weighed.after.score).toBeGreaterThan(weighed.before.score);
	});

	it('that the coach likes less is said to be no better, not hidden', () => {
		const weighed = weigh(letter, free);
		expect(weighed).toMatchObject({ ok: true, better: false });
	});

	it('in another language is none', () => {
		const french =
			'Bonjour Dean,\n\nJe vois que vous connaissez Pierre Yvon, avec qui vous avez travaillé chez Solaris. Pourriez-vous lui demander ?\n\nMerci,\nKathy\nkathy@example.com';
		expect(weigh(french)).toEqual(fault('other_language'));
	});

	it('with a blank to fill in is none', () => {
		expect(weigh(free.replace('clean energy', '[your field]'))).toEqual(fault('placeholders'));
	});

	it('that is twice as long is none', () => {
		expect(weigh(`${free} ${'And so on and so on. '.repeat(20)}`)).toEqual(fault('too_long'));
	});

	it.each([
		['a phone that was not there', 'Thanks,', 'Call +33 6 39 98 12 34. Thanks,'],
		['an e-mail that was not there', 'Thanks,', 'Write to dean@example.org. Thanks,'],
		['a page that was not there', 'Thanks,', 'See https://example.org/kathy. Thanks,'],
		['no e-mail where there was one', '\nkathy@example.com', ''],
		['another e-mail', 'kathy@example.com', 'kathy@example.org']
	])('with %s is none', (_, said, instead) => {
		expect(weigh(free.replace(said, instead))).toEqual(fault('details'));
	});

	it('that writes a phone in another way keeps it', () => {
		const [spaced, dotted] = ['06 39 98 12 34', '06.39.98.12.34'].map(
			(phone) => `${free}\n${phone}`
		);
		expect(weigh(dotted ?? '', spaced)).toMatchObject({ ok: true });
	});

	it('that brings somebody in is none', () => {
		expect(weigh(free.replace('Pierre Yvon', 'Pierre Yvon and Paul Zeller'))).toEqual(
			fault('new_name')
		);
	});

	it('that drops somebody is none', () => {
		expect(weigh(free.replace('Pierre Yvon', 'somebody'))).toEqual(fault('lost_name'));
		expect(weigh(free.replace('\nKathy\n', '\n'))).toEqual(fault('lost_name'));
	});
});

it('what is sent is the wish, the advice and the letter, in the language of the letter', () => {
	expect(rewordPrompt(letter, 'Leave a way out.', 'en')).toMatch(
		/^Reword the letter below.+\n\nLeave a way out\.\n\n---\n\nHello Dean,/
	);
	expect(rewordPrompt('Bonjour', 'Un conseil.', 'fr')).toMatch(/^Reformulez.+\n\nUn conseil\./);
});
