import type { Kysely } from 'kysely';
import { asLocale, type Locale } from '#lib/i18n/locale.ts';
import type { Database } from '#lib/db/schema.ts';
import { knockAsConnector, knockAsTarget } from '#lib/introductions/knock.server.ts';

/** A request for a page, as far as its language is concerned. */
interface Asked {
	route: { id: string | null };
	params: Partial<Record<string, string>>;
	url: URL;
}

/**
 * The language of a private link's page: the one asked for (`?lang=`), else that of the letter the
 * link came in. Undefined for every other page, and for a link that opens nothing.
 */
export async function linkLocale(
	db: Kysely<Database>,
	{ route, params, url }: Asked
): Promise<Locale | undefined> {
	const door = /^\/([ra])\/\[token\]/.exec(route.id ?? '')?.[1];
	if (!door) return undefined;
	const token = params['token'] ?? '';
	return (
		asLocale(url.searchParams.get('lang')) ??
		(door === 'r' ? requestLocale(db, token) : askLocale(db, token))
	);
}

async function requestLocale(db: Kysely<Database>, token: string) {
	const opened = await knockAsConnector(db, token);
	if (!opened.ok) return undefined;
	const row = await db
		.selectFrom('requests')
		.select('locale')
		.where('communityId', '=', opened.actor.communityId)
		.where('id', '=', opened.actor.requestId)
		.executeTakeFirst();
	return row?.locale;
}

async function askLocale(db: Kysely<Database>, token: string) {
	const opened = await knockAsTarget(db, token);
	if (!opened.ok) return undefined;
	const row = await db
		.selectFrom('introductions')
		.innerJoin('requests', (join) =>
			join
				.onRef('requests.communityId', '=', 'introductions.communityId')
				.onRef('requests.id', '=', 'introductions.requestId')
		)
		.select(['introductions.askLocale', 'requests.locale'])
		.where('introductions.communityId', '=', opened.actor.communityId)
		.where('introductions.id', '=', opened.actor.introductionId)
		.executeTakeFirst();
	return row?.askLocale ?? row?.locale;
}
