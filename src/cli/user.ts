import type { Kysely } from 'kysely';
import { z } from 'zod';
import { system } from '#lib/access/actor.ts';
import { accountLink } from '#lib/account-letter.server.ts';
import { openAuth } from '#lib/communities/auth.server.ts';
import { invite } from '#lib/communities/invitations.server.ts';
import { type Config, readConfig } from '#lib/config.server.ts';
import { openConfigured } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import { type Asked, type Command, type Outcome, WrongUsage } from './command.ts';

const roles = z.enum(['member', 'adviser', 'administrator']);

export const user: Command = {
	summary: 'invite somebody, or make a link that signs somebody in',
	usage: 'invite EMAIL [--role ROLE] [--community NAME] | link EMAIL',
	help: `invite  makes a link by which EMAIL can join a community; it works once, for two weeks.
        --role member (as a rule), adviser or administrator
        --community the name or id of the community, where there are several
link    makes a link that signs the account of EMAIL in, once, for 15 minutes: for somebody who
        has forgotten their password where no mail can be sent. They choose a new one afterwards.

The link is printed; pass it on yourself, and only to that person.

Example: entremise user invite dean@example.org --role adviser`,
	options: { role: { type: 'string' }, community: { type: 'string' } },
	words: { min: 2, max: 2 },
	run: async (asked) => {
		const [deed = '', typed = ''] = asked.words;
		const act = { invite: inviteUser, link: linkUser }[deed];
		if (!act) throw new WrongUsage(`A user cannot be ${deed}: invite or link.`);
		const email = normaliseEmail(typed);
		if (!email.ok) throw new WrongUsage('That is not an e-mail address.');
		const config = readConfig(process.env);
		const opened = await openConfigured({ ...config, log: asked.say, as: 'command' });
		try {
			return await act(opened.db, config, email.email, asked.options);
		} finally {
			await opened.close();
		}
	}
};

async function inviteUser(
	db: Kysely<Database>,
	{ publicUrl }: Config,
	email: string,
	options: Asked['options']
): Promise<Outcome> {
	const role = roles.safeParse(options['role'] ?? 'member');
	if (!role.success) throw new WrongUsage('The role is member, adviser or administrator.');
	const found = await findCommunity(db, options['community']);
	if (!found.ok) return { ok: false, text: found.text };
	const { id: communityId, name } = found;
	const answer = await invite(db, system, { communityId, email, role: role.data }, new Date());
	if (!answer.ok) return { ok: false, text: refusals[answer.refusal] };
	const link = accountLink(publicUrl, 'invitation', answer.token);
	const expires = answer.expiresAt.toISOString();
	const text = `${link}\nPass it on to ${email}: it opens ${name}, once, until ${expires.slice(0, 10)}.`;
	return { ok: true, text, data: { link, email, role: role.data, community: name, expires } };
}

const refusals = {
	already_member: 'This e-mail is a member of that community already.',
	demo: 'Nobody can be invited into the demo.',
	not_allowed: 'Nobody can be invited there.'
};

type Found = { ok: true; id: string; name: string } | { ok: false; text: string };

async function findCommunity(
	db: Kysely<Database>,
	wanted: Asked['options'][string]
): Promise<Found> {
	const all = await db
		.selectFrom('communities')
		.select(['id', 'name'])
		.where('kind', 'in', ['personal', 'group'])
		.orderBy('createdAt')
		.execute();
	if (all.length === 0) {
		return { ok: false, text: 'There is no community yet: create the first account in a browser.' };
	}
	const named = all.filter(
		({ id, name }) => wanted === undefined || [id, name].includes(`${wanted}`)
	);
	const [one] = named;
	if (one && named.length === 1) return { ok: true, ...one };
	const list = all.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
	return { ok: false, text: `Say which community with --community NAME or ID:\n${list}` };
}

async function linkUser(db: Kysely<Database>, config: Config, email: string): Promise<Outcome> {
	const tokens: string[] = [];
	const sendAccountMail = async ({ token }: { token: string }) => void tokens.push(token);
	const auth = openAuth({ ...config, db, sendAccountMail, log: () => {} });
	await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
	const [token] = tokens;
	if (!token) return { ok: false, text: 'There is no account with this e-mail.' };
	const link = accountLink(config.publicUrl, 'sign_in_link', token);
	const text = `${link}\nPass it on to ${email}: it signs them in once, within 15 minutes.`;
	return { ok: true, text, data: { link, email } };
}
