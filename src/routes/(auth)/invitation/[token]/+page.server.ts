import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	acceptAsAccount,
	acceptAsNew,
	type Accepted
} from '#lib/communities/accept-invitation.server.ts';
import { openInvitation } from '#lib/communities/invitations.server.ts';
import { readAccount } from '#lib/communities/profile.server.ts';
import { signInByPassword } from '#lib/communities/sign-in.server.ts';
import { communityCookie } from '#lib/communities/standing.server.ts';
import { takeAll } from '#lib/communities/visitor.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { field, readForm } from '../../../account-form.ts';
import { keptCookie, leaveDemo, tooOften, visitorOf } from '../../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

// Opening the page changes nothing; what it shows is chosen here, since a token's hash must not leave.
export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, userId, member } = locals;
	const opened = await openInvitation(app.db, app.config.secret, params.token, new Date());
	if (!opened.ok) return { state: opened.refusal };
	const { email, communityName, description, inviterName, hasAccount } = opened;
	const signedIn = member ? (member.userId ? member.name : null) : await nameOf(app.db, userId);
	const state = 'ready' as const;
	return { state, email, communityName, description, inviterName, hasAccount, signedIn };
};

export const actions: Actions = {
	join: async (event) => {
		const { app, userId } = event.locals;
		if (!userId) redirect(303, `/sign-in?then=${encodeURIComponent(event.url.pathname)}`);
		const tooMany = await openedTooOften(event);
		if (tooMany) return tooOften(event, tooMany, {});
		const accepted = await acceptAsAccount(app, event.params.token, userId, new Date());
		if (!accepted.ok) return refused(accepted);
		const { communityId } = accepted;
		// Who was removed once comes back with a book.
		await app.queue.enqueue(app.db, 'match_persons', { communityId });
		return enter(event, communityId);
	},
	create: async (event) => {
		const { app, locale } = event.locals;
		const shape = { name: field.name, password: field.newPassword };
		const form = readForm(shape, await event.request.formData());
		if (!form.ok) return fail(400, form);
		const tooMany = await openedTooOften(event);
		if (tooMany) return tooOften(event, tooMany, { values: form.values });
		const draft = { ...form.value, locale };
		const accepted = await acceptAsNew(app, event.params.token, draft, new Date());
		if (!accepted.ok) return refused(accepted);
		const { email } = accepted;
		const given = { email, password: draft.password };
		const signedIn = await signInByPassword(app, visitorOf(event), given);
		if (!signedIn.ok) return { mailed: email };
		return enter(event, accepted.communityId);
	}
};

/** An account that is in no community yet is somebody all the same. */
async function nameOf(db: App.Locals['app']['db'], userId: string | null) {
	const user = userId && (await readAccount(db, userId));
	return user ? user.email : null;
}

type Event = RequestEvent<{ token: string }>;

function openedTooOften(event: Event) {
	const { address } = visitorOf(event);
	return takeAll(event.locals.app.limits, ['link_opened', address]);
}

// The page itself says what became of a dead invitation.
function refused({ refusal }: Accepted & { ok: false }) {
	if (refusal === 'already_member') return fail(409, { problem: m.access_invitation_member() });
	if (refusal === 'email_taken') return fail(409, { problem: m.access_error_email_taken() });
	return fail(410, { expired: true });
}

function enter(event: Event, communityId: string): never {
	leaveDemo(event);
	event.cookies.set(communityCookie, communityId, keptCookie(event.url));
	redirect(303, '/');
}
