import { expect, test } from 'vitest';
import { opensLetter, postBoxView } from '#lib/mail/post-box-view.ts';

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
