import { expect, test } from 'vitest';
import { postBoxView } from '#lib/mail/post-box-view.ts';

test.each([
	{ demo: true, administrator: false, mailsLeave: false, view: 'letters' },
	{ demo: true, administrator: false, mailsLeave: true, view: 'letters' },
	{ demo: false, administrator: true, mailsLeave: false, view: 'letters' },
	{ demo: false, administrator: true, mailsLeave: true, view: 'states' },
	{ demo: false, administrator: false, mailsLeave: false, view: 'none' },
	{ demo: false, administrator: false, mailsLeave: true, view: 'none' }
])('who is %j', ({ view, ...who }) => expect(postBoxView(who)).toBe(view));
