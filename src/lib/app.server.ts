import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { openRateLimits, type RateLimits } from '#lib/access/rate-limits.server.ts';
import { accountLetter } from '#lib/account-letter.server.ts';
import type { AccountMail, SendAccountMail } from '#lib/communities/account-mail.ts';
import { type Auth, openAuth } from '#lib/communities/auth.server.ts';
import { eraseExpired } from '#lib/communities/erase-expired.server.ts';
import { eraseLongRemoved } from '#lib/communities/removed-memberships.server.ts';
import type { Config } from '#lib/config.server.ts';
import { openConfigured } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { eraseStopped, eraseUnfinished } from '#lib/importers/unfinished-uploads.server.ts';
import {
	matchInThread,
	personsInThread,
	runInThread,
	stopThreads
} from '#lib/importers/run-in-thread.server.ts';
import { resumeInterrupted } from '#lib/importers/steer-import.server.ts';
import { carryOut } from '#lib/introductions/effects.server.ts';
import { tick } from '#lib/introductions/tick.server.ts';
import { fillLinks } from '#lib/introductions/links.server.ts';
import { mayStillSend } from '#lib/introductions/may-still-send.server.ts';
import { resendLeftBehind } from '#lib/mail/left-behind.server.ts';
import { sendDigests } from '#lib/mail/send-digests.server.ts';
import { type SendMailContext, sendMail } from '#lib/mail/send-mail.server.ts';
import { type Mailer, openMailer } from '#lib/mail/transport.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { type Handlers, openQueue, type Queue } from '#lib/jobs/queue.server.ts';
import { queueMail } from '#lib/mail/outbox.server.ts';
import { matchPersons } from '#lib/matching/match-persons.server.ts';
import { dueCommunities } from '#lib/matching/sharing-changed.server.ts';
import { forgetChanges } from '#lib/network/network-news.server.ts';
import { openPathFinder } from '#lib/network/open-path-finder.server.ts';
import type { PathFinder } from '#lib/network/path-finder.ts';
import { purgeDeleted } from '#lib/people/contact-delete.server.ts';

/** Everything that runs as long as the process does; the only place that ties the rooms together. */
export interface App {
	config: Config;
	db: Kysely<Database>;
	/** The same, for what is asked at every turn: see OpenDatabase. */
	prepared: Kysely<Database>;
	pool: Pool;
	/** For threads that open connections of their own. It may hold a password: never print it. */
	databaseUrl: string;
	queue: Queue;
	/** Who can introduce whom; begins when it is asked first. */
	paths: PathFinder;
	/** null where no mail server is configured: mails stay in the post box. */
	mailer: Mailer | null;
	auth: Auth;
	limits: RateLimits;
	sendAccountMail: SendAccountMail;
	/** Says one line to whoever runs the server; never a person's data. */
	log: (line: string) => void;
	/** Ends running jobs, then lets the database go. */
	close: () => Promise<void>;
}

/**
 * Opens the database and the queue and, unless `work` is false, works its jobs in this process.
 * Refuses (StartRefused) with a sentence for the person who starts it.
 */
export async function startApp(
	config: Config,
	options: { log?: (line: string) => void; work?: boolean; as?: 'application' | 'command' } = {}
): Promise<App> {
	const log = options.log ?? ((line: string) => console.error(line));
	const as = options.as ?? 'application';
	const opened = await openConfigured({ ...config, log, as });
	const { db, prepared, pool, url: databaseUrl, close } = opened;
	const queue = await openQueue(pool, log).catch(closing(close));
	const mailer = openMailer({ smtpUrl: config.smtpUrl, from: config.mailAddress });
	const { dataFolder } = config;
	const paths = openPathFinder({ url: databaseUrl, dataFolder, log });
	const stop = async () => {
		await paths.stop();
		await stopThreads();
		await queue.stop();
		mailer?.close();
		await close();
	};
	const app = assemble({
		config,
		db,
		prepared,
		pool,
		databaseUrl,
		queue,
		paths,
		mailer,
		log,
		close: once(stop)
	});
	if (options.work !== false) await work(app).catch(closing(stop));
	return app;
}

async function work(app: App): Promise<void> {
	await app.queue.work(handlersOf(app));
	await resumeInterrupted(app.db, app.queue.enqueue);
}

function assemble(base: Omit<App, 'auth' | 'limits' | 'sendAccountMail'>): App {
	const { config, db, pool, queue, log } = base;
	const limits = openRateLimits(pool, config.secret);
	const sendAccountMail = async (mail: AccountMail) => {
		// Without a mail server nothing could leave, and a link that lies about opens doors.
		if (!config.smtpUrl) return;
		await queueMail(db, queue.enqueue, accountLetter(mail, config, new Date()));
	};
	const auth = openAuth({ ...config, db, log, sendAccountMail });
	return { ...base, limits, auth, sendAccountMail };
}

/** What each kind of job does: one line a room. */
function handlersOf(app: App): Handlers {
	const { config, db, queue, limits } = app;
	const doors = { ...config, db, enqueue: queue.enqueue };
	const sending = sendingOf(app);
	return {
		effect: (job) => carryOut(doors, job),
		send_mail: async (job) => sendMail(sending, job, await communityNow(db, job.communityId)),
		run_import: async (job) => {
			await runInThread(app.databaseUrl, job, await communityNow(db, job.communityId));
			await queue.enqueue(db, 'match_persons', job);
		},
		match_book: async ({ communityId, memberId, contactId }) => {
			const book = { communityId, ownerId: memberId };
			const now = await communityNow(db, communityId);
			await matchInThread(app.databaseUrl, book, contactId, now);
			await queue.enqueue(db, 'match_persons', { communityId, memberId, contactId });
		},
		match_persons: async ({ contactId, ...scope }) => {
			const now = await communityNow(db, scope.communityId);
			if (contactId) await matchPersons(db, { ...scope, contactIds: [contactId] }, now);
			else await personsInThread(app.databaseUrl, scope, now);
		},
		tick: async () => {
			await tick(doors);
			await resendLeftBehind(db, queue.enqueue, new Date());
			for (const communityId of await dueCommunities(db))
				await queue.enqueue(db, 'match_persons', { communityId });
		},
		night: async () => {
			await limits.clear();
			await eraseExpired(db, new Date());
			await eraseLongRemoved(db, new Date());
			await eraseUnfinished(db, new Date());
			await eraseStopped(db, new Date());
			await sendDigests(db, queue.enqueue, new Date(), config.mailDomain);
			await purgeDeleted(db, new Date());
			await forgetChanges(db, new Date());
		}
	};
}

function sendingOf({ config, db, mailer, log }: App): SendMailContext {
	return {
		db,
		mailer,
		log,
		fillLinks: (communityId, text) => fillLinks(config, communityId, text),
		mayStillSend: (mail) => mayStillSend(db, config.secret, mail)
	};
}

/** Lets go of what was opened when a later step of the start fails. */
function closing(close: () => Promise<void>) {
	return async (error: unknown): Promise<never> => {
		await close();
		throw error;
	};
}

function once(end: () => Promise<void>): () => Promise<void> {
	let ended: Promise<void> | undefined;
	return () => (ended ??= end());
}
