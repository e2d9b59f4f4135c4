import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { keyedHash } from '#lib/access/signed-value.server.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What is limited: so many times within so many seconds, for one key. */
const rules = {
	/** Passwords tried for one e-mail from one address of the network. */
	sign_in: { points: 8, duration: 15 * minute },
	/** Passwords tried from one address, whatever the e-mail. */
	sign_in_from: { points: 60, duration: 15 * minute },
	/** Passwords tried for one e-mail, wherever from; the e-mailed link remains. */
	sign_in_to: { points: 100, duration: day },
	/** Links and resets mailed to one e-mail. */
	link_to: { points: 5, duration: hour },
	/** Links and resets asked for from one address. */
	link_from: { points: 30, duration: hour },
	/** Links from our mails (sign-in, reset, check, invitation) tried from one address. */
	link_opened: { points: 60, duration: hour },
	sign_up: { points: 10, duration: hour },
	/** Invitations sent by one member. */
	invite: { points: 50, duration: day },
	/** Communities founded by one account. */
	found: { points: 10, duration: day },
	/** The password asked again in settings, for one account. */
	confirm: { points: 10, duration: 15 * minute },
	/** What the holder of an answer link does. */
	answer: { points: 60, duration: 10 * minute },
	/** What the holder of a connector's link does. */
	connector: { points: 120, duration: 10 * minute },
	/** The demo opened, begun anew or moved in time from one address. */
	demo: { points: 60, duration: 10 * minute },
	/** Names typed by one member, of which it is asked who it may be. */
	known: { points: 240, duration: 10 * minute },
	/** Letters sent by one member, or by the holder of one link. */
	send: { points: 100, duration: day },
	/** Searches of people and paths by one member, who types: a search is a pause between letters. */
	find: { points: 600, duration: 10 * minute },
	/** Letters given to advisers to read, by one member. */
	reading: { points: 20, duration: day }
} as const;

type LimitName = keyof typeof rules;

/** Either one may go on, or one must wait that long (whole seconds, at least 1). */
type Taken = { ok: true } | { ok: false; retryAfterSeconds: number };

export interface RateLimits {
	/** Counts one use; refuses when there were too many. Keys (an e-mail, an IP, an id) are stored hashed only. */
	take(name: LimitName, ...key: string[]): Promise<Taken>;
	/** Forgets the uses counted so far, as after the right password. */
	forgive(name: LimitName, ...key: string[]): Promise<void>;
	/** Erases the counts that no longer matter. */
	clear(): Promise<void>;
}

/** Limits counted in the database, so that several processes share them and a restart forgets nothing. */
export function openRateLimits(pool: Pool, secret: string): RateLimits {
	const limiters = new Map<LimitName, RateLimiterPostgres>();
	for (const name of limitNames()) limiters.set(name, limiterFor(pool, name));
	const hashed = (name: LimitName, key: string[]) =>
		keyedHash(secret, `limit ${name}`, JSON.stringify(key)).toString('base64url');
	return {
		take: (name, ...key) => consume(limiters.get(name), hashed(name, key)),
		forgive: async (name, ...key) => {
			await limiters.get(name)?.delete(hashed(name, key));
		},
		clear: async () => {
			await pool.query('delete from rate_limits where expire < $1', [Date.now()]);
		}
	};
}

function limitNames(): LimitName[] {
	return Object.keys(rules).filter((name): name is LimitName => name in rules);
}

function limiterFor(pool: Pool, name: LimitName): RateLimiterPostgres {
	return new RateLimiterPostgres({
		...rules[name],
		keyPrefix: name,
		storeClient: pool,
		storeType: 'pool',
		tableName: 'rate_limits',
		tableCreated: true,
		clearExpiredByTimeout: false
	});
}

async function consume(limiter: RateLimiterPostgres | undefined, key: string): Promise<Taken> {
	if (!limiter) throw new Error('There is no such limit.');
	try {
		await limiter.consume(key);
		return { ok: true };
	} catch (refusal) {
		if (!(refusal instanceof RateLimiterRes)) throw refusal;
		return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
	}
}
