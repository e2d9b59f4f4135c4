import { expect, test } from 'vitest';
import { namesAddressee, opensLetter, postBoxView } from '#lib/mail/post-box-view.ts';

test.each([
	{ demo: true, administrator: false, mailsLeave: false, view: 'letters' },
	{ demo: true, administrator: false, mailsLeave: true, view: 'letters' },
	{ demo: false, administrator: true, mailsLeave: false, view: 'letters' },
	{ demo: false, administrator: true, mailsLeave: true, view: 'states' },
	{ demo: false, administrator: false, mailsLeave: false, view: 'none' },
	{ demo: false, administrator: false, mailsLeave: true, view: 'none' }
])('who is %j', ({ view, ...who }) => expect(postBoxView(who)).toBe(view));

test('outside the demo a letter that left is not opened, even when no mail server is there any more', () => {
	const box = { view: 'letters', demo: false } as const;
	expect(opensLetter(box, 'kept')).toBe(true);
	for (const state of ['sent', 'failed', 'queued']) expect(opensLetter(box, state)).toBe(false);
	expect(opensLetter({ view: 'letters', demo: true }, 'queued')).toBe(true);
	expect(opensLetter({ view: 'states', demo: false }, 'kept')).toBe(false);
});

test('where mails leave, nobody learns from the post box at which address a target was asked', () => {
	const states = { view: 'states', demo: false } as const;
	const toPierre = { state: 'sent', kind: 'letter', toMemberId: null };
	expect(namesAddressee(states, toPierre)).toBe(false);
	expect(namesAddressee(states, { ...toPierre, kind: 'reminder' })).toBe(false);
	expect(namesAddressee(states, { ...toPierre, kind: 'notice', toMemberId: 'dean' })).toBe(true);
	expect(namesAddressee(states, { ...toPierre, kind: 'account' })).toBe(true);
	const letters = { view: 'letters', demo: false } as const;
	expect(namesAddressee(letters, toPierre)).toBe(false);
	expect(namesAddressee(letters, { ...toPierre, state: 'kept' })).toBe(true);
	expect(namesAddressee({ view: 'letters', demo: true }, toPierre)).toBe(true);
});
