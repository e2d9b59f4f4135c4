import { error } from '@sveltejs/kit';
import { may } from '#lib/access/policy.ts';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { postBoxCommunities } from '#lib/mail/post-box.server.ts';
import { postBoxView } from '#lib/mail/post-box-view.ts';

/** What the door looks at. */
interface Visit extends Pick<App.Locals, 'actor' | 'member'> {
	app: Pick<App.Locals['app'], 'db' | 'mailer'>;
}

/** What this member sees of the post box; to everyone else there is no such page. */
export async function openPostBox(locals: Visit) {
	const member = signedIn(locals);
	const { communityId, community, email } = member;
	const demo = community.kind === 'demo';
	const view = postBoxView({
		demo,
		administrator: may(locals.actor, { to: 'read_post_box', communityId }),
		mailsLeave: locals.app.mailer !== null
	});
	if (view === 'none') error(404);
	return { view, demo, email, communityIds: await postBoxCommunities(locals.app.db, member) };
}
