import { error } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { nowAhead } from '#lib/db/clock.server.ts';
import { sayDate } from '#lib/i18n/dates.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { type ClosedConnector, closedConnectors } from '#lib/introductions/peace.server.ts';
import { companyHelp } from '#lib/network/company-help.server.ts';
import { countFound } from '#lib/network/count-found.server.ts';
import { findAnswers } from '#lib/network/find.server.ts';
import type { Finding } from '#lib/network/finding.ts';
import { wordRuns } from '#lib/network/word-runs.ts';

/** Whoever is at work in this request looks for people; for certain ones, where they are known. */
export async function findingOf(
	{ app, actor, member, locale }: App.Locals,
	targets: readonly string[] = []
): Promise<Finding> {
	const { name: me, community, ...current } = signedIn({ member });
	if (actor.kind !== 'member') error(404);
	const db = app.prepared;
	const now = nowAhead(current);
	const closed = await closedConnectors(db, actor, now, { targets });
	return {
		db,
		finder: app.paths,
		actor,
		me,
		community: community.name,
		now,
		locale,
		closed: new Map(closed.map((one) => [`member ${one.memberId}`, whyOf(one, locale)]))
	};
}

function whyOf({ reason, from }: ClosedConnector, locale: Locale): (name: string) => string {
	if (reason === 'asked_before') return (name) => m.find_closed_before({ name });
	if (reason !== 'asked_enough' || !from) return (name) => m.find_closed_resting({ name });
	return (name) => m.find_closed_enough({ name, date: sayDate(from, locale) });
}

/** All that words find: answers, what may be counted, and what could help where nothing leads on. */
export async function findFor(locals: App.Locals, typed: string) {
	const query = typed.trim().slice(0, 200);
	const { memberId } = signedIn(locals);
	const taken = await locals.app.limits.take('find', memberId);
	if (!taken.ok) return { query, tooMany: true as const };
	// What words find may be one contact or thousands.
	const finding = { ...(await findingOf(locals)), db: locals.app.db };
	const [found, counted] = await Promise.all([
		findAnswers(finding, query),
		countFound(finding.db, finding.actor, query)
	]);
	const leadsOn = found.answers.some(({ best }) => best !== null);
	const help = leadsOn ? null : await helpWith(finding, query);
	return { query, tooMany: false as const, ...found, counted, help };
}

async function helpWith({ db, actor }: Finding, query: string) {
	for (const company of wordRuns(query)) {
		const help = await companyHelp(db, actor, company);
		if (help) return help;
	}
	return null;
}
