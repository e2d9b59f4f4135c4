import type { Kysely } from 'kysely';
import { communityNow } from '#lib/db/clock.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import type { JobData } from '#lib/jobs/job.ts';
import type { Enqueue } from '#lib/jobs/queue.server.ts';
import { type Effect, effects } from '#lib/introductions/effect.ts';
import { makeLink } from '#lib/introductions/links.server.ts';
import { loadIntroduction } from '#lib/introductions/load-introduction.server.ts';
import { readWriter } from '#lib/introductions/load-request.server.ts';
import { deliver, type Mailing } from '#lib/introductions/deliveries.ts';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { z } from 'zod';

/** What carrying out an effect needs of the application. */
export interface EffectContext {
	db: Kysely<Database>;
	enqueue: Enqueue;
	secret: string;
	publicUrl: string;
	mailDomain: string;
}

/**
 * Carries out what a change called for: writes the mails it needs into the outbox. Doing it twice
 * writes them once, because every mail names its cause. `at`: the community's time unless told.
 */
export async function carryOut(
	context: EffectContext,
	job: JobData<'effect'>,
	at?: Date
): Promise<void> {
	const { db, secret } = context;
	const { communityId, introductionId } = job;
	const effect: Effect = z.enum(effects).parse(job.effect);
	const found = await loadIntroduction(db, { communityId, introductionId });
	if (!found) return;
	const now = at ?? (await communityNow(db, communityId));
	const { request, introduction } = found;
	const mailing: Mailing = {
		effect,
		version: job.version,
		by: await actorOf(db, job),
		request,
		introduction,
		...(await targetNames(db, communityId, request.id)),
		requester: await readWriter(db, communityId, request.requesterId),
		connectorLink: await makeLink(
			db,
			secret,
			communityId,
			{ purpose: 'connector', requestId: request.id },
			now
		),
		targetLink: await makeLink(db, secret, communityId, { purpose: 'target', introductionId }, now),
		publicUrl: context.publicUrl,
		since: dayOf(introduction.since)
	};
	for (const mail of deliver(mailing)) {
		const { mailDomain } = context;
		const about = { communityId, requestId: request.id, introductionId };
		await queueMail(db, context.enqueue, { ...mail, ...about, mailDomain, createdAt: now });
	}
}

/** Who made the change that called for an effect. */
async function actorOf(
	db: Kysely<Database>,
	{ communityId, introductionId, version }: JobData<'effect'>
) {
	const row = await db
		.selectFrom('history')
		.select('actor')
		.where('communityId', '=', communityId)
		.where('introductionId', '=', introductionId)
		.where('version', '=', version)
		.executeTakeFirstOrThrow();
	return row.actor;
}

/** The names in a request that went out, and among them those the connector has not decided on. */
async function targetNames(db: Kysely<Database>, communityId: string, requestId: string) {
	const rows = await db
		.selectFrom('introductions')
		.select(['targetName', 'state'])
		.where('communityId', '=', communityId)
		.where('requestId', '=', requestId)
		.where('state', '!=', 'draft')
		.orderBy('ordinal')
		.execute();
	const waiting = rows.filter((row) => row.state === 'requested');
	return {
		named: rows.map((row) => row.targetName),
		waiting: waiting.map((row) => row.targetName)
	};
}
