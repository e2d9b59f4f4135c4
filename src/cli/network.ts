import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { readConfig } from '#lib/config.server.ts';
import { openConfigured } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { forgetKept } from '#lib/network/kept-books.server.ts';
import { catchUp, unreadNetwork } from '#lib/network/live-network.server.ts';
import { networkFolder } from '#lib/network/network-folder.ts';
import { beginEpoch } from '#lib/network/network-news.server.ts';
import { isId } from '#lib/people/book.ts';
import { type Asked, type Command, type Outcome, WrongUsage } from './command.ts';

export const network: Command = {
	summary: 'read who knows whom anew, where paths look wrong',
	usage: 'rebuild [COMMUNITY]',
	help: `Paths are found in a copy of who knows whom, which follows every change by itself. This throws the
copy away: every running Entremise reads that of COMMUNITY (its id), or of all communities, from the
database again when it is asked next. Nothing is lost, and nobody has to stop. It reads them once
itself and says how many there are.

Example: entremise network rebuild`,
	words: { min: 1, max: 2 },
	run: rebuild
};

/** Counts of one community, and in how many milliseconds it was read. */
interface Rebuilt {
	community: string;
	members: number;
	contacts: number;
	ties: number;
	ms: number;
}

async function rebuild({ words: [verb, community], say }: Asked): Promise<Outcome> {
	if (verb !== 'rebuild') throw new WrongUsage('Only rebuild is known.');
	const config = readConfig(process.env);
	const { db, close } = await openConfigured({ ...config, log: say, as: 'command' });
	try {
		const ids = await communitiesOf(db, community);
		if (ids.length === 0) return { ok: false, text: 'There is no such community.' };
		const rebuilt: Rebuilt[] = [];
		for (const id of ids) {
			await forgetKept(join(config.dataFolder, networkFolder), id);
			await sql`select pg_notify('network_rebuild', ${id})`.execute(db);
			rebuilt.push(await readAnew(db, id));
		}
		return { ok: true, text: rebuilt.map(lineOf).join('\n'), data: { rebuilt } };
	} finally {
		await close();
	}
}

async function communitiesOf(db: Kysely<Database>, community?: string): Promise<string[]> {
	if (community !== undefined && !isId(community)) return [];
	let query = db.selectFrom('communities').select('id').where('kind', '<>', 'server');
	if (community !== undefined) query = query.where('id', '=', community);
	return (await query.orderBy('id').execute()).map(({ id }) => id);
}

async function readAnew(db: Kysely<Database>, community: string): Promise<Rebuilt> {
	const began = performance.now();
	const live = unreadNetwork(community);
	if (await beginEpoch(db, community)) await catchUp(db, live);
	const books = [...live.held.books.values()];
	return {
		community,
		members: books.length,
		contacts: books.reduce((sum, { known }) => sum + known.length, 0),
		ties: live.peopled.community.graph.ties,
		ms: Math.round(performance.now() - began)
	};
}

function lineOf({ community, members, contacts, ties, ms }: Rebuilt): string {
	return `${community}: ${members} members, ${contacts} contacts, ${ties} ties, read in ${ms} ms.`;
}
