import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { fillLinks } from '#lib/introductions/links.server.ts';
import { sayMailState } from '#lib/mail/mail-state.ts';
import { opensLetter } from '#lib/mail/post-box-view.ts';
import { senderName } from '#lib/mail/message.ts';
import { listAddressees, readPostBoxMail } from '#lib/mail/post-box.server.ts';
import type { PageServerLoad } from './$types';
import { openPostBox } from '../door.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const box = await openPostBox(locals);
	const { communityIds } = box;
	const { db, config } = locals.app;
	const known = z.uuid().safeParse(params.mailId).success;
	const mail = known ? await readPostBoxMail(db, communityIds, params.mailId) : undefined;
	if (!mail || !opensLetter(box, mail.state)) error(404);
	const addressees = await listAddressees(db, communityIds);
	return {
		to: mail.toName || mail.toEmail,
		email: mail.toEmail,
		key: addressees.find((one) => one.email === mail.toEmail)?.key ?? null,
		from: senderName(mail.fromName),
		replyTo: mail.replyTo,
		subject: mail.subject,
		text: fillLinks(config, mail.communityId, mail.body),
		lang: mail.locale,
		createdAt: mail.createdAt,
		...sayMailState(mail, locals.locale)
	};
};
