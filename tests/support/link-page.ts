import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import type { Pool } from 'pg';
import type { Doors } from '#lib/introductions/act.server.ts';
import { fillLinks, placeholderOf, type Subject } from '#lib/introductions/links.server.ts';
import { testConfig } from './config.ts';

/** What the holder of a link meets: a page, a form that came back, another page, or none. */
export interface Met {
	status: number;
	location?: string;
	/** What the page or the form shows, as text: to look for what must not be there. */
	text: string;
	data?: unknown;
}

export interface LinkPages {
	/** Opens or (with fields) posts to a page; `params` beside the token. */
	meet: (handle: unknown, token: string, fields?: Record<string, string>) => Promise<Met>;
	/** Refuses everything from now on, as after too many tries. */
	tire: (tired: boolean) => void;
}

/** The pages of private links, met as a stranger without a session meets them. */
export function linkPages(doors: Doors, extra: Record<string, string> = {}): LinkPages {
	let tired = false;
	const app = {
		db: doors.db,
		config: testConfig({ secret: doors.secret }),
		queue: { enqueue: doors.enqueue },
		limits: { take: async () => (tired ? { ok: false, retryAfterSeconds: 60 } : { ok: true }) }
	};
	async function meet(handle: unknown, token: string, fields?: Record<string, string>) {
		const url = new URL(`http://localhost:4780/x/${token}`);
		const request = fields
			? new Request(url, { method: 'POST', body: new URLSearchParams(fields) })
			: new Request(url);
		const params = { token, ...extra };
		const locals = { app, locale: 'fr', actor: { kind: 'stranger' }, member: null };
		return asMet(() => (handle as Handle)({ url, params, locals, request }));
	}
	return { meet, tire: (now) => (tired = now) };
}

type Handle = (event: unknown) => Promise<unknown>;

async function asMet(handle: () => Promise<unknown>): Promise<Met> {
	try {
		const data = await handle();
		if (isActionFailure(data)) return { status: data.status, ...shown(data.data) };
		return { status: 200, ...shown(data) };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, location: thrown.location, text: '' };
		if (isHttpError(thrown)) return { status: thrown.status, text: JSON.stringify(thrown) };
		throw thrown;
	}
}

const shown = (data: unknown) => ({ data, text: JSON.stringify(data) });

/** The secret part of a link that was made. */
export async function tokenOf(doors: Doors, communityId: string, subject: Subject) {
	const held = (await placeholderOf(doors.db, communityId, subject)) ?? '';
	const server = { secret: doors.secret, publicUrl: 'http://localhost:4780' };
	return fillLinks(server, communityId, held).split('/').at(-1) ?? '';
}

/** Every row of every table, as one text. */
export async function dumpOf(pool: Pool): Promise<string> {
	const { rows } = await pool.query<{ name: string }>(
		`select table_name as name from information_schema.tables
		 where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
	);
	const dumps: string[] = [];
	for (const { name } of rows) {
		const table = await pool.query(
			`select json_agg(row order by row::text) as rows from (select t.* from "${name}" t) row`
		);
		dumps.push(`${name} ${JSON.stringify(table.rows)}`);
	}
	return dumps.join('\n');
}
