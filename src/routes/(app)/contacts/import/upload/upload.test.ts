import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import { mostPieceBytes } from '#lib/importers/upload.server.ts';
import { testDatabase } from '../../../../../../tests/support/database.ts';
import { newMember } from '../../../../../../tests/support/new-member.ts';
import { load as loadImport, actions as importActions } from '../../imports/[id]/+page.server.ts';
import {
	load as loadColumns,
	actions as columnActions
} from '../../imports/[id]/columns/+page.server.ts';
import { GET as refusedCsv } from '../../imports/[id]/refused.csv/+server.ts';
import { actions as sendActions } from '../+page.server.ts';
import { POST as begin } from './+server.ts';
import { DELETE as discard, POST as end, PUT as keep } from './[id]/+server.ts';

const { db } = await testDatabase();
const origin = 'http://localhost:4780';
const enqueued: unknown[] = [];
const app = { db, queue: { enqueue: async (_db: unknown, name: unknown) => enqueued.push(name) } };
const table =
	'Interlocuteur;Où;Chez\nPaul Zeller;paul@example.org;Bull\nLea Brun;lea@example.org;Bull\n';

interface Asked {
	id?: string;
	query?: string;
	body?: BodyInit;
	from?: string | null;
}

function event(actor: Actor, { id = '', query = '', body, from = origin }: Asked) {
	const url = new URL(`${origin}/contacts/import/upload/${id}${query}`);
	const headers: Record<string, string> = from === null ? {} : { origin: from };
	if (typeof body === 'string' || body instanceof Blob)
		headers['content-length'] = String(new Blob([body]).size);
	const request = new Request(url, { method: 'POST', headers, ...(body ? { body } : {}) });
	// The guard lets only members come here; to whatever else comes, the doors are closed as well.
	const communityId = 'communityId' in actor ? actor.communityId : crypto.randomUUID();
	const member = { communityId, memberId: crypto.randomUUID(), name: 'Somebody' };
	const locals = { app, actor, member, locale: 'fr' };
	return { params: { id }, request, url, locals, depends: () => {} } as never;
}

/** The status one is answered with, or where one is led; 200 for what is shown. */
async function answerOf(act: () => unknown): Promise<number | string> {
	try {
		const answer = await act();
		if (answer && typeof answer === 'object' && 'status' in answer) return Number(answer.status);
		return 200;
	} catch (thrown) {
		const { status, location } = thrown as { status?: number; location?: string };
		if (status === undefined) throw thrown;
		return location ?? status;
	}
}

const file = (bytes: number, name = 'people.csv') => JSON.stringify({ name, bytes, stamp: '1' });

async function begun(actor: Actor, bytes: number): Promise<{ importId: string; arrived: number }> {
	const response = await begin(event(actor, { body: file(bytes) }));
	return response.json();
}

let kathy: Member;
beforeEach(async () => {
	kathy = await newMember(db);
	enqueued.length = 0;
});

async function others(): Promise<Actor[]> {
	return [
		stranger,
		system,
		await newMember(db, kathy.communityId),
		await newMember(db),
		{ ...kathy, communityId: (await newMember(db)).communityId },
		{ kind: 'target_link', communityId: kathy.communityId, introductionId: crypto.randomUUID() }
	];
}

describe('a file comes in pieces', () => {
	it('and goes on where it was, whoever lost the answer', async () => {
		const { importId } = await begun(kathy, table.length + 1);
		const send = async (at: number, body: string) => {
			const response = await keep(event(kathy, { id: importId, query: `?at=${at}`, body }));
			return response.json();
		};
		expect(await send(0, table.slice(0, 10))).toEqual({ ok: true, arrived: 10 });
		expect(await send(0, table.slice(0, 10))).toEqual({ ok: true, arrived: 10 });
		expect(await send(40, 'later')).toEqual({ ok: true, arrived: 10 });
		expect(await begun(kathy, table.length + 1)).toMatchObject({ importId, arrived: 10 });
		expect(await answerOf(() => end(event(kathy, { id: importId })))).toBe(422);
		expect(await send(10, table.slice(10))).toMatchObject({ arrived: table.length + 1 });
		expect(await answerOf(() => end(event(kathy, { id: importId })))).toBe(200);
		// Its columns are asked about before anything reads it.
		expect(enqueued).toEqual([]);
		const page = await answerOf(() => loadImport(event(kathy, { id: importId })));
		expect(page).toBe(`/contacts/imports/${importId}/columns`);
		expect(
			await answerOf(() => keep(event(kathy, { id: importId, query: '?at=0', body: 'x' })))
		).toBe(404);
	});

	it('none of which is too large, beyond its end, or from another page', async () => {
		const { importId } = await begun(kathy, 10);
		const status = (asked: Asked) => answerOf(() => keep(event(kathy, { id: importId, ...asked })));
		expect(await status({ query: '?at=0', body: 'x'.repeat(11) })).toBe(422);
		expect(await status({ query: '?at=0', body: 'x'.repeat(mostPieceBytes + 1) })).toBe(413);
		expect(await status({ query: '?at=-1', body: 'x' })).toBe(400);
		expect(await status({ query: '', body: 'x' })).toBe(400);
		for (const from of ['https://elsewhere.example', null]) {
			expect(await status({ query: '?at=0', body: 'x', from })).toBe(403);
			expect(await answerOf(() => begin(event(kathy, { body: file(10), from })))).toBe(403);
			for (const door of [end, discard])
				expect(await answerOf(() => door(event(kathy, { id: importId, from })))).toBe(403);
		}
		expect(await begun(kathy, 10)).toMatchObject({ importId, arrived: 0 });
	});

	it('refused are an empty file, one that is too large, one too many, and nonsense', async () => {
		for (const body of [file(0), file(11 * 1024 ** 3)])
			expect(await answerOf(() => begin(event(kathy, { body })))).toBe(422);
		for (const body of ['', '{}', file(-1), file(1.5)])
			expect(await answerOf(() => begin(event(kathy, { body })))).toBe(400);
		for (let at = 1; at <= 20; at += 1) await begun(kathy, at);
		expect(await answerOf(() => begin(event(kathy, { body: file(21) })))).toBe(422);
		expect(await answerOf(() => begin(event(kathy, { body: file(20) })))).toBe(200);
	});
});

describe('nobody but its member', () => {
	it('goes on with, ends or discards a file that comes', async () => {
		const { importId } = await begun(kathy, 10);
		for (const actor of await others()) {
			const asked = { id: importId, query: '?at=0', body: '0123456789' };
			for (const door of [keep, end, discard])
				expect(await answerOf(() => door(event(actor, asked)))).toBe(404);
			const form = new FormData();
			form.set('import', importId);
			expect(await answerOf(() => sendActions['discard']?.(event(actor, { body: form })))).toBe(
				404
			);
		}
		for (const actor of [stranger, system])
			expect(await answerOf(() => begin(event(actor, { body: file(10) })))).toBe(422);
		expect(await begun(kathy, 10)).toMatchObject({ importId, arrived: 0 });
		expect(await answerOf(() => discard(event(kathy, { id: importId })))).toBe(204);
		expect((await begun(kathy, 10)).importId).not.toBe(importId);
	});

	it('sees an import, names its columns, stops, resumes or undoes it', async () => {
		const { importId: id } = await begun(kathy, Buffer.byteLength(table));
		await keep(event(kathy, { id, query: '?at=0', body: table }));
		await end(event(kathy, { id }));
		const form = new FormData();
		for (const column of ['fullName', 'email', '']) form.append('column', column);
		form.set('header', 'on');
		for (const actor of await others()) {
			for (const load of [loadImport, loadColumns, refusedCsv])
				expect(await answerOf(() => load(event(actor, { id })))).toBe(404);
			expect(
				await answerOf(() => columnActions['default']?.(event(actor, { id, body: form })))
			).toBe(404);
			for (const action of ['stop', 'resume', 'undo'])
				expect([404, 409]).toContain(
					await answerOf(() => importActions[action]?.(event(actor, { id })))
				);
		}
		expect(enqueued).toEqual([]);
		const chosen = await answerOf(() =>
			columnActions['default']?.(event(kathy, { id, body: form }))
		);
		expect(chosen).toBe(`/contacts/imports/${id}`);
		expect(enqueued).toEqual(['run_import']);
	});
});
