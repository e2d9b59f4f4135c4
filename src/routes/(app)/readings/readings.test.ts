import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { readForAdviser } from '#lib/readings/adviser-view.server.ts';
import { readingsToday } from '#lib/readings/readings-today.server.ts';
import { advising, draftLetter, outsiders } from '../../../../tests/support/advising.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { actions, load } from './[id]/+page.server.ts';
import { actions as newActions } from './new/+page.server.ts';

const { db } = await testDatabase();
let busy = false;
const app = {
	db,
	config: { publicUrl: 'http://localhost:4780', mailDomain: 'localhost' },
	limits: { take: async () => (busy ? { ok: false } : { ok: true }) },
	queue: { enqueue: async () => {} }
};

function event(actor: Actor, id: string, fields: Record<string, string> = {}) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const request = new Request('http://localhost:4780/', { method: 'POST', body });
	// The guard lets only members come here; to whatever else comes, the doors are closed as well.
	const communityId = 'communityId' in actor ? actor.communityId : crypto.randomUUID();
	const member = { communityId, memberId: crypto.randomUUID(), name: 'Somebody' };
	return { params: { id }, request, locals: { app, actor, member } } as never;
}

/** Where one is led, which status one is refused with, or what comes back. */
async function answerOf(act: () => unknown) {
	try {
		const answer = await act();
		return answer ?? 'done';
	} catch (thrown) {
		const { status, location } = thrown as { status?: number; location?: string };
		if (status === undefined) throw thrown;
		return location ?? status;
	}
}
const open = (actor: Actor, id: string) => answerOf(() => load(event(actor, id)));
const press = (actor: Actor, name: keyof typeof actions, id: string, fields = {}) =>
	answerOf(() => actions[name]?.(event(actor, id, fields)));
const ask = (actor: Actor, fields: Record<string, string>) =>
	answerOf(() => newActions['default']?.(event(actor, '', fields)));

async function asked() {
	const cast = await advising(db);
	const request = await cast.draft();
	const told = await ask(cast.kathy, { request, adviser: cast.anne.memberId, word: 'Be frank.' });
	expect(told).toBe(`/requests/${request}/write?reading=asked#reading`);
	const [reading] = await readingsToday(db, cast.anne);
	return { ...cast, request, draftPage: `/requests/${request}/write`, id: reading?.id ?? '' };
}

/** Every button there is, with what it would need. */
const buttons = Object.keys(actions).map((name) => [
	name,
	{
		remark: 'A remark',
		remark_id: crypto.randomUUID(),
		struck: crypto.randomUUID(),
		settled: 'done',
		letter: 'Another letter'
	}
]) as [keyof typeof actions, Record<string, string>][];

describe('the door to a reading', () => {
	it('is none for everybody but its two, nor is any of its buttons', async () => {
		const cast = await asked();
		const before = await readForAdviser(db, cast.anne, cast.id);
		for (const [who, actor] of await outsiders(db, cast)) {
			expect(await open(actor, cast.id), who).toBe(404);
			for (const [name, fields] of buttons)
				expect(await press(actor, name, cast.id, fields), `${who}: ${name}`).toBe(404);
			const fields = { request: cast.request, adviser: cast.anne.memberId, letter: 'Mine' };
			expect(await ask(actor, fields), who).toBe(404);
		}
		expect(await readForAdviser(db, cast.anne, cast.id)).toEqual(before);
		const { letter } = await db
			.selectFrom('requests')
			.select('letter')
			.where('id', '=', cast.request)
			.executeTakeFirstOrThrow();
		expect(letter).toBe(draftLetter);
	});

	it('is none for what is no reading at all', async () => {
		const { kathy, anne } = await asked();
		for (const id of ['nothing', crypto.randomUUID()])
			for (const actor of [kathy, anne]) {
				expect(await open(actor, id)).toBe(404);
				for (const [name, fields] of buttons)
					expect(await press(actor, name, id, fields), name).toBe(404);
			}
		expect(await ask(kathy, { request: 'nothing', adviser: anne.memberId })).toBe(404);
	});

	it('opens to the adviser, and leads who asked to the draft; looking changes nothing', async () => {
		const { kathy, anne, id, draftPage } = await asked();
		expect(await open(anne, id)).toMatchObject({ view: { standing: 'open' } });
		expect(await open(kathy, id)).toBe(`${draftPage}#reading`);
		const rows = await db.selectFrom('readings').selectAll().where('id', '=', id).execute();
		expect(rows).toMatchObject([{ state: 'asked', answeredAt: null, settledAt: null }]);
	});

	it('has each of the two press their own buttons alone', async () => {
		const { kathy, anne, id } = await asked();
		for (const name of ['remark', 'strike', 'give', 'decline'] as const)
			expect(await press(kathy, name, id, { remark: 'Mine' }), name).toBe(404);
		for (const name of ['take', 'done', 'set_aside', 'reopen', 'settle', 'back', 'away'] as const)
			expect(await press(anne, name, id, { settled: 'done' }), name).toBe(404);
	});

	it('keeps what was typed where a remark is refused', async () => {
		const { anne, id } = await asked();
		const typed = { passage: '', remark: '', wording: 'Dear Dean', word: 'There.' };
		expect(await press(anne, 'remark', id, typed)).toMatchObject({
			status: 422,
			data: { typed: { ...typed, fault: 'wording_of_nothing' } }
		});
		expect(await press(anne, 'give', id, typed)).toMatchObject({ status: 422 });
		expect(await open(anne, id)).toMatchObject({ view: { standing: 'open', remarks: [] } });
	});

	it('takes a remark along that was written but not noted', async () => {
		const { anne, id } = await asked();
		expect(await press(anne, 'give', id, { remark: 'Good.', word: 'There.' })).toBe(
			`/readings/${id}`
		);
		expect(await open(anne, id)).toMatchObject({
			view: { standing: 'given', answerWord: 'There.', remarks: [{ remark: 'Good.' }] }
		});
	});

	it('keeps what was typed into the draft, then takes the wording', async () => {
		const { kathy, anne, id, draftPage, request } = await asked();
		const passage = 'We had lunch in May.';
		await press(anne, 'give', id, { passage, wording: 'Our lunch stays with me.' });
		const view = await readForAdviser(db, anne, id);
		const fields = { remark_id: view?.remarks[0]?.id ?? '', letter: `${passage}\r\n\r\nYours` };
		expect(await press(kathy, 'take', id, fields)).toBe(`${draftPage}?reading=taken#reading`);
		const kept = db.selectFrom('requests').select('letter').where('id', '=', request);
		expect(await kept.execute()).toEqual([{ letter: 'Our lunch stays with me.\n\nYours' }]);
		const gone = { ...fields, letter: 'Something else' };
		expect(await press(kathy, 'take', id, gone)).toBe(`${draftPage}?reading=passage_gone#reading`);
	});

	it('says that it is too late for a draft that waits for its day meanwhile', async () => {
		const { kathy, anne, id, draftPage, request } = await asked();
		await press(anne, 'give', id, { remark: 'Good.' });
		const view = await readForAdviser(db, anne, id);
		const change = { sendOn: '2026-04-01' };
		await db.updateTable('requests').set(change).where('id', '=', request).execute();
		const fields = { remark_id: view?.remarks[0]?.id ?? '', letter: 'Other words' };
		const late = `${draftPage}?reading=too_late#reading`;
		expect(await press(kathy, 'done', id, fields)).toBe(late);
		const wanted = { request, adviser: anne.memberId, letter: 'Other words' };
		expect(await ask(kathy, wanted)).toBe(late);
	});

	it('asks who asks too often to wait', async () => {
		const { kathy, anne, draft } = await advising(db);
		const request = await draft();
		busy = true;
		const told = await ask(kathy, { request, adviser: anne.memberId });
		busy = false;
		expect(told).toBe(`/requests/${request}/write?reading=busy#reading`);
		expect(await readingsToday(db, anne)).toEqual([]);
	});
});
