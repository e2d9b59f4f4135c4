import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Actor, Member } from '#lib/access/actor.ts';
import { stranger } from '#lib/access/actor.ts';
import { openRateLimits } from '#lib/access/rate-limits.server.ts';
import {
	invite,
	type InvitedRole,
	openInvitation,
	pendingInvitations
} from '#lib/communities/invitations.server.ts';
import { testAccounts } from '../../../../tests/support/accounts.ts';
import { withRole } from '../../../../tests/support/advising.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { newMember } from '../../../../tests/support/new-member.ts';
import { actions, load } from './+page.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const now = new Date();
let email = 0;

async function community() {
	const owner = await withRole(db, await newMember(db), 'owner');
	const join = async (role: Member['role']) =>
		withRole(db, await newMember(db, owner.communityId), role);
	return { owner, join };
}

/** What the page of members answers this actor; `press` names the button of its form. */
async function meet(actor: Actor, wish: { q?: string; press?: string; invitation?: string } = {}) {
	const { app, mails } = testAccounts(database, {
		smtpUrl: 'smtp://localhost:25',
		publicUrl: 'http://localhost:4780'
	});
	const url = new URL(`http://localhost:4780/members?${new URLSearchParams({ q: wish.q ?? '' })}`);
	const body = new URLSearchParams({ invitation: wish.invitation ?? '' });
	const request = new Request(url, { method: 'POST', body });
	const communityId = actor.kind === 'member' ? actor.communityId : crypto.randomUUID();
	const memberId = actor.kind === 'member' ? actor.memberId : crypto.randomUUID();
	const shown = { name: 'Alumni', kind: 'group' };
	const member = { communityId, memberId, name: 'Kathy Martin', community: shown, locale: 'fr' };
	const locals = { app, actor, member, locale: 'fr' };
	const event = { url, request, locals, setHeaders: () => {} } as never;
	const action = wish.press ? actions[wish.press] : load;
	return { mails, answer: await answerOf(() => action?.(event)) };
}

async function answerOf(act: () => unknown): Promise<Answer> {
	try {
		const answer = await act();
		if (!isActionFailure(answer)) return answer as Answer;
		const data: unknown = answer.data;
		return { status: answer.status, ...(data as Answer) };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, location: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status };
		throw thrown;
	}
}

interface Answer {
	status?: number;
	location?: string;
	problem?: string;
	resent?: string;
	count?: number;
	searchable?: boolean;
	members?: { name: string; email: string | null }[];
}

async function invited(by: Member, role: InvitedRole = 'member') {
	email += 1;
	const wish = { communityId: by.communityId, email: `new-${email}@example.com`, role };
	const answer = await invite(db, by, wish, now);
	if (!answer.ok) throw new Error(answer.refusal);
	return { ...wish, ...answer };
}

describe('sending an invitation again', () => {
	it('mails a new link, for another two weeks; the old one opens nothing any more', async () => {
		const { owner } = await community();
		const first = await invited(owner, 'adviser');
		const { mails, answer } = await meet(owner, {
			press: 'resend',
			invitation: first.invitationId
		});
		expect(answer).toEqual({ resent: first.email });
		expect(mails).toMatchObject([{ kind: 'invitation', to: { email: first.email } }]);
		const { secret } = testAccounts(database).app.config;
		const open = (token: string) => openInvitation(db, secret, token, new Date());
		expect(await open(first.token)).toEqual({ ok: false, refusal: 'unknown' });
		const mailed = mails[0]?.token ?? '';
		expect(await open(mailed)).toMatchObject({ ok: true, email: first.email, role: 'adviser' });
		expect(await pendingInvitations(db, owner.communityId, now)).toHaveLength(1);
	});

	it('is for those who may invite into that role; to others the invitation is not there', async () => {
		const { owner, join } = await community();
		const { invitationId: invitation } = await invited(owner);
		const elsewhere = (await community()).owner;
		const others = [await join('member'), await join('adviser'), elsewhere, stranger];
		for (const actor of others) {
			const { mails, answer } = await meet(actor, { press: 'resend', invitation });
			expect(answer).toEqual({ status: 303, location: '/members' });
			expect(mails).toEqual([]);
		}
		const administrator = await join('administrator');
		const high = (await invited(owner, 'administrator')).invitationId;
		const refused = await meet(administrator, { press: 'resend', invitation: high });
		expect(refused.answer).toMatchObject({ status: 400 });
		expect(refused.mails).toEqual([]);
		const own = await meet(administrator, { press: 'resend', invitation });
		expect(own.answer).toHaveProperty('resent');
	});

	it('counts as an invitation: past the limit of a day it is refused in a sentence, and the link of before still opens', async () => {
		const { owner } = await community();
		const { invitationId: invitation, token } = await invited(owner);
		const { secret } = testAccounts(database).app.config;
		const limits = openRateLimits(pool, secret);
		for (let left = 50; left > 0; left -= 1)
			expect(await limits.take('invite', owner.memberId)).toEqual({ ok: true });
		const { mails, answer } = await meet(owner, { press: 'resend', invitation });
		expect(answer).toMatchObject({ status: 429, problem: expect.stringMatching(/minutes/) });
		expect(mails).toEqual([]);
		expect(await openInvitation(db, secret, token, now)).toMatchObject({ ok: true });
	});
});

describe('looking for a member', () => {
	it('finds by the beginnings of words, whatever their accents and order, among those present', async () => {
		const { owner, join } = await community();
		const named = async (name: string, headline: string, removedAt: Date | null = null) => {
			const { memberId } = await join('member');
			const change = { name, headline, removedAt };
			await db.updateTable('members').set(change).where('id', '=', memberId).execute();
		};
		await named('Hélène Lefèvre', 'Directrice financière');
		await named('Dean Groves', 'Finance director');
		await named('Helene Gone', 'Finance', now);
		const found = async (q: string) =>
			(await names(owner, q)).filter((one) => one !== 'Kathy Martin');
		expect(await found('helene')).toEqual(['Hélène Lefèvre']);
		expect(await found('LEFÈVRE fin')).toEqual(['Hélène Lefèvre']);
		expect(await found('finance')).toEqual(['Dean Groves']);
		expect(await found('inance')).toEqual([]);
		expect(await found('  ')).toHaveLength(2);
	});

	it('finds by e-mail only for those who may read it', async () => {
		const { owner, join } = await community();
		const dean = await join('member');
		const change = { name: 'Dean Groves', email: 'someone-quiet@example.com' };
		await db.updateTable('members').set(change).where('id', '=', dean.memberId).execute();
		expect(await names(owner, 'someone-quiet')).toEqual(['Dean Groves']);
		expect(await names(await join('member'), 'someone-quiet')).toEqual([]);
		expect(await names((await community()).owner, 'someone-quiet')).toEqual([]);
	});

	it('is offered from more than twenty members on', async () => {
		const { owner, join } = await community();
		for (let count = 2; count <= 20; count += 1) await join('member');
		expect((await meet(owner)).answer).toMatchObject({ count: 20, searchable: false });
		await join('member');
		expect((await meet(owner)).answer).toMatchObject({ count: 21, searchable: true });
		expect((await meet(owner, { q: 'nobody' })).answer).toMatchObject({ count: 21, members: [] });
	});
});

async function names(actor: Member, q: string): Promise<string[]> {
	const { answer } = await meet(actor, { q });
	return (answer.members ?? []).map(({ name }) => name);
}
