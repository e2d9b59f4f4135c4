import type { Actor } from '#lib/access/actor.ts';
import { type LinkMaker, wholeAsk } from '#lib/introductions/whole-ask.server.ts';
import { type ConnectorView, readRequestToMe } from '#lib/introductions/connector-view.server.ts';
import { type FailedMail, mailFailures } from '#lib/mail/mail-failures.server.ts';
import type { MailFailure } from '#lib/mail/mail-failure.ts';

/** What the connector's page shows, with an account or without. */
export interface ConnectorPage {
	view: ConnectorView;
	/** The whole text of each ask that waits for its answer, by introduction: to be sent again by hand. */
	asks: Record<string, string>;
	/** His letters to targets that could not be delivered, by introduction. */
	failures: Record<string, MailFailure>;
	now: Date;
}

/** A request as its connector's page needs it; null for everybody else. Changes nothing. */
export async function readConnectorPage(
	maker: LinkMaker,
	actor: Actor,
	communityId: string,
	requestId: string,
	now: Date
): Promise<ConnectorPage | null> {
	const view = await readRequestToMe(maker.db, actor, communityId, requestId);
	if (!view) return null;
	const ids = view.introductions.map((one) => one.id);
	const failed = await mailFailures(maker.db, communityId, ids);
	const failures = Object.fromEntries(failed.filter(isHisLetter).toReversed().map(told));
	return {
		view,
		asks: await wholeAsks(maker, view, failures),
		failures,
		now
	};
}

const told = (mail: FailedMail) => [mail.introductionId, mail.failure] as const;

/** Notices to the requester are none of his business. */
function isHisLetter({ cause }: FailedMail): boolean {
	return cause.startsWith('deliver_ask:');
}

/** What was mailed is shown without its link, which is its addressee's alone, unless it never arrived. */
async function wholeAsks(maker: LinkMaker, view: ConnectorView, failures: object) {
	const asks: Record<string, string> = {};
	for (const { id, state, ask } of view.introductions)
		if (state === 'asked' && ask.channel === 'mail' && !Object.hasOwn(failures, id))
			asks[id] = ask.letter;
		else if (state === 'asked')
			asks[id] = await wholeAsk(maker, view.communityId, id, ask.letter, ask.locale ?? view.locale);
	return asks;
}
