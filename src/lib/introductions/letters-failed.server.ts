import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import type { IntroductionLine } from '#lib/introductions/introduction-list.server.ts';
import type { MailFailure } from '#lib/mail/mail-failure.ts';
import { mailFailures } from '#lib/mail/mail-failures.server.ts';

/** Mail of a request that did not reach its connector, as the requester may know it. */
export interface FailedLetter {
	what: 'request' | 'thanks' | 'notice';
	failure: MailFailure;
}

/**
 * What could not be delivered to the connector of a request, given all its introductions; newest
 * first, each kind once. What went wrong between connector and target is between those two, and that
 * the connector was to be told of an answer would tell that there was one.
 */
export async function lettersFailed(
	db: Kysely<Database>,
	communityId: string,
	introductionIds: readonly string[]
): Promise<FailedLetter[]> {
	const failed = await mailFailures(db, communityId, introductionIds);
	const found = new Map<FailedLetter['what'], FailedLetter>();
	for (const { cause, failure } of failed) {
		const what = told.find(([pattern]) => pattern.test(cause))?.[1];
		const silent = failure === 'withdrawn' || failure === 'switched_off';
		if (what && !silent && !found.has(what)) found.set(what, { what, failure });
	}
	return [...found.values()];
}

/** Among a requester's lines, the requests whose letter did not reach the connector it waits for. */
export async function undeliveredRequests(
	db: Kysely<Database>,
	communityId: string,
	lines: readonly IntroductionLine[]
): Promise<Set<string>> {
	const waiting = lines.filter(({ as, state }) => as === 'requester' && state === 'requested');
	const ids = waiting.map((line) => line.id);
	const failed = await mailFailures(db, communityId, ids);
	const lost = failed.filter(
		({ cause, failure }) => cause.startsWith('request:') && failure !== 'uncertain'
	);
	return new Set(lost.map(({ cause }) => cause.slice('request:'.length)));
}

/** How deliveries.ts names the cause of each mail to a connector. */
const told: readonly (readonly [RegExp, FailedLetter['what']])[] = [
	[/^request:/, 'request'],
	[/^thanks:/, 'thanks'],
	[/^remind:[0-9a-f-]{36}:\d+(:connector)?$/, 'notice']
];
