import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import type { Deed } from '#lib/introductions/act.server.ts';
import { lineOf, placeOf, readAround } from '#lib/introductions/introduction-page.server.ts';
import { keepReleased } from '#lib/introductions/keep-released.server.ts';
import { listIntroductions } from '#lib/introductions/introduction-list.server.ts';
import { lettersFailed, undeliveredRequests } from '#lib/introductions/letters-failed.server.ts';
import { agreeing, asking, introducing } from '../../../tests/support/introducing.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { saveAcquaintance } from '#lib/network/acquaintances.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';

const { db } = await testDatabase();
const { kathy, dean, request, does } = await introducing(db);
const now = new Date('2026-03-02T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function pageOf(id: string, at = later(20)) {
	const place = await placeOf(db, kathy, id);
	if (place?.as !== 'requester') throw new Error('not the requester');
	const { view, introduction } = place;
	const ids = view.introductions.map((one) => one.id);
	return {
		place,
		line: lineOf(view, introduction),
		introduction,
		around: await readAround(db, kathy, place, at),
		failed: await lettersFailed(db, kathy.communityId, ids)
	};
}

async function contactOf(name: string): Promise<string> {
	const saved = await createContact(db, kathy, bareDraft({ givenName: name, familyName: '' }), now);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

describe('the door to an introduction', () => {
	it('opens to its requester, leads its connector to the request, and is no door for anyone else', async () => {
		const { requestId, ids } = await request(['Pierre Yvon'], now);
		const [id = ''] = ids;
		const { communityId } = kathy;
		expect((await placeOf(db, kathy, id))?.as).toBe('requester');
		expect(await placeOf(db, dean, id)).toEqual({ as: 'connector', requestId });
		const others: Actor[] = [
			await newMember(db, communityId),
			await newMember(db),
			{ ...kathy, communityId: (await newMember(db)).communityId },
			{ kind: 'stranger' },
			{ kind: 'connector_link', communityId, requestId },
			{ kind: 'target_link', communityId, introductionId: id }
		];
		for (const other of others) expect(await placeOf(db, other, id)).toBeNull();
		expect(await placeOf(db, kathy, 'no id at all')).toBeNull();
		expect(await placeOf(db, kathy, crypto.randomUUID())).toBeNull();
	});

	it('is closed to a connector for someone who could not be asked for', async () => {
		const { ids } = await request(['Pierre Yvon'], now);
		const [id = ''] = ids;
		await db.updateTable('introductions').set({ state: 'draft' }).where('id', '=', id).execute();
		expect(await placeOf(db, dean, id)).toBeNull();
		expect((await pageOf(id)).line.barred).toBe(true);
	});
});

const failed = {
	kind: 'letter',
	state: 'failed',
	toEmail: 'x@example.org',
	subject: 's',
	body: 'b',
	createdAt: now
} as const;

/** All of a page but ids and moments. */
const bare = async (id: string) => {
	const { place: _place, ...page } = await pageOf(id);
	return JSON.stringify(page).replaceAll(
		/"[0-9a-f-]{36}"|"Place \d+"|"\d{4}-\d\d-\d\dT[^"]*"/g,
		'"…"'
	);
};

describe('a requester’s page', () => {
	it('is the same after every no, whoever said it and however it came about', async () => {
		const [declined, turnedDown] = await Promise.all([
			request(['Pierre Yvon'], now),
			request(['Pierre Yvon'], now)
		]);
		const [first = '', second = ''] = [declined.ids[0], turnedDown.ids[0]];
		await does('connector', first, asking, later(1));
		const elsewhere = { suggestedName: 'Anne Lefort', answerWord: 'She knows.' };
		await does('target', first, { event: { kind: 'redirect' }, words: elsewhere }, later(2));
		await db.deleteFrom('introductions').where('linkedFrom', '=', first).execute();
		await does('target', first, agreeing('pierre@example.org'), later(3));
		await does('target', first, { event: { kind: 'decline', never: true } }, later(5));
		const snooze = { kind: 'snooze', until: '2026-03-20' } as const;
		await does('connector', second, { event: snooze }, later(2));
		const turnDown = { event: { kind: 'turn_down' } as const, words: { refusalReason: 'Lazy.' } };
		await does('connector', second, turnDown, later(5));
		expect(await bare(first)).toBe(await bare(second));
		expect(await bare(first)).not.toMatch(/Anne|example\.org|Lazy|knows/);
	});

	it('holds nothing of what was released before the answer is opened, and only that afterwards', async () => {
		const { ids } = await request(['Pierre Yvon', 'Paul Zeller'], now);
		const [pierre = '', paul = ''] = ids;
		for (const id of ids) await does('connector', id, asking, now);
		const word = { answerWord: 'With pleasure.' };
		await does('target', pierre, { ...agreeing('pierre@example.org'), words: word }, later(1));
		await does('target', paul, agreeing('paul@example.org'), later(1));
		const sealed = JSON.stringify(await pageOf(pierre));
		expect(sealed).not.toMatch(/(pierre|paul)@|pleasure/);
		await does('requester', pierre, { event: { kind: 'read' } }, later(2));
		const { introduction, around } = await pageOf(pierre, later(3));
		expect(introduction.released).toMatchObject([{ kind: 'email', value: 'pierre@example.org' }]);
		expect(introduction.answerWord).toBe('With pleasure.');
		expect(around).toMatchObject({ kept: false, outcomeDue: false });
		expect(around.firstMessage?.vous.text).toContain('Dean Groves');
		expect(JSON.stringify(await pageOf(pierre))).not.toContain('paul@example.org');
		expect((await pageOf(pierre, later(7))).around.outcomeDue).toBe(true);
	});

	it('keeps what was released in a contact, a new one when there is none, once', async () => {
		const { ids } = await request(['Pierre Yvon'], now);
		const [id = ''] = ids;
		await does('connector', id, asking, now);
		const phone = '+33639980005';
		const agree: Deed = { event: { kind: 'agree', channels: ['phone'] }, details: { phone } };
		await does('target', id, agree, later(1));
		expect(await keepReleased(db, kathy, (await pageOf(id)).place, later(1))).toBe(false);
		await does('requester', id, { event: { kind: 'read' } }, later(2));
		expect(await keepReleased(db, kathy, (await pageOf(id)).place, later(3))).toBe(true);
		expect(await keepReleased(db, kathy, (await pageOf(id)).place, later(3))).toBe(true);
		const { around } = await pageOf(id);
		expect(around.kept).toBe(true);
		const contact = await readContact(db, kathy, around.contacts.target ?? '');
		expect(contact).toMatchObject({
			givenName: 'Pierre',
			familyName: 'Yvon',
			details: [{ kind: 'phone', value: '+33 6 39 98 00 05', normalised: phone }]
		});
	});

	it('says who else knows the target only when this way is closed', async () => {
		const { ids } = await request(['Pierre Yvon'], now);
		const [id = ''] = ids;
		const [target, anne] = [await contactOf('Pierre'), await contactOf('Anne')];
		await db
			.updateTable('introductions')
			.set({ targetContactId: target })
			.where('id', '=', id)
			.execute();
		await saveAcquaintance(db, kathy, { connectorId: anne, targetId: target, how: 'Cousins' }, now);
		expect((await pageOf(id, later(2))).around.others).toEqual([]);
		expect((await pageOf(id, later(12))).around.others).toMatchObject([{ how: 'Cousins' }]);
		await does('connector', id, { event: { kind: 'turn_down' } }, later(13));
		expect((await pageOf(id, later(13))).around.others).toMatchObject([{ how: 'Cousins' }]);
	});

	it('leads to the request that follows from a suggestion', async () => {
		const { ids } = await request(['Pierre Yvon'], now);
		const [id = ''] = ids;
		const words = { suggestedName: 'Anne Lefort', suggestedAbout: 'HR, Tavernel' };
		await does('connector', id, { event: { kind: 'suggest' }, words }, later(1));
		const { around, introduction } = await pageOf(id);
		expect(introduction.suggested).toEqual({ name: 'Anne Lefort', about: 'HR, Tavernel' });
		expect(around.linked).toMatchObject({ sent: false });
	});

	it('tells which letters to the connector failed, and nothing of those between others', async () => {
		const { requestId, ids } = await request(['Pierre Yvon', 'Paul Zeller'], now);
		const [pierre = '', paul = ''] = ids;
		const about = { communityId: kathy.communityId, requestId, introductionId: pierre };
		const mail = (cause: string, failure: string) =>
			Object.assign({ cause, failure, messageId: `<${cause}@example.org>` }, about, failed);
		await db
			.insertInto('mails')
			.values([
				mail(`request:${requestId}`, 'address_refused'),
				mail(`deliver_ask:${pierre}:2:target`, 'address_refused'),
				mail(`tell_connector_of_answer:${pierre}:3:connector`, 'rejected'),
				mail(`remind:${requestId}:1`, 'switched_off')
			])
			.execute();
		expect((await pageOf(paul)).failed).toEqual([{ what: 'request', failure: 'address_refused' }]);
		const lines = await listIntroductions(db, kathy);
		expect(await undeliveredRequests(db, kathy.communityId, lines)).toEqual(new Set([requestId]));
		const his = await listIntroductions(db, dean);
		expect(await undeliveredRequests(db, kathy.communityId, his)).toEqual(new Set());
	});
});
