import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { readForAdviser, requestOfReading } from '#lib/readings/adviser-view.server.ts';
import { advisersFor } from '#lib/readings/advisers.server.ts';
import { askReading } from '#lib/readings/ask-reading.server.ts';
import { exportReadings } from '#lib/readings/export-readings.server.ts';
import { answerReading } from '#lib/readings/answer-reading.server.ts';
import { addRemark, strikeRemark } from '#lib/readings/note-remark.server.ts';
import { readingsOfRequest } from '#lib/readings/readings-of-request.server.ts';
import { readingsToday } from '#lib/readings/readings-today.server.ts';
import { putAwayReading, settleRemark } from '#lib/readings/settle-remark.server.ts';
import { takeBackReading } from '#lib/readings/take-back-reading.server.ts';
import { takeWording } from '#lib/readings/take-wording.server.ts';
import { atOnce } from '../../../tests/support/at-once.ts';
import { advising, draftLetter, outsiders, withRole } from '../../../tests/support/advising.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db, pool } = await testDatabase();
const now = new Date('2026-03-20T09:00:00Z');
const doors = {
	db,
	enqueue: async () => {},
	publicUrl: 'https://entremise.example.org',
	mailDomain: 'example.org'
};
const sentence = 'We had lunch in May.';
const better = {
	passage: sentence,
	remark: 'Say more.',
	wording: 'Our lunch in May stays with me.'
};

/** A draft of Kathy's that Anne was asked to read. */
async function asked(word = '') {
	const cast = await advising(db);
	const requestId = await cast.draft();
	const wanted = { requestId, adviserId: cast.anne.memberId, word };
	expect(await askReading(doors, cast.kathy, wanted, now)).toEqual({ ok: true });
	const [reading] = await readingsToday(db, cast.anne);
	if (!reading) throw new Error('nothing to read');
	return { ...cast, requestId, id: reading.id, wanted };
}

/** The same, given back with one remark that proposes another wording. */
async function given() {
	const cast = await asked();
	await addRemark(db, cast.anne, cast.id, better, now);
	await answerReading(doors, cast.anne, cast.id, { state: 'given', word: 'Well begun.' }, now);
	const remarks = (await panel(cast))[0]?.remarks ?? [];
	return { ...cast, remarkId: remarks[0]?.id ?? '' };
}

const panel = async ({ kathy, requestId }: { kathy: Actor; requestId: string }) =>
	(await readingsOfRequest(db, kathy, { id: requestId, connectorMemberId: null })).readings;

const mailsTo = (memberId: string) =>
	db
		.selectFrom('mails')
		.selectAll()
		.where('toMemberId', '=', memberId)
		.orderBy('createdAt')
		.execute();

const letterOf = async (id: string) =>
	(await db.selectFrom('requests').select('letter').where('id', '=', id).executeTakeFirstOrThrow())
		.letter;

const markSent = (id: string) =>
	db.updateTable('requests').set({ sentAt: now }).where('id', '=', id).execute();

const waits = (id: string) =>
	db.updateTable('requests').set({ sendOn: '2026-04-01' }).where('id', '=', id).execute();

describe('asking for a reading', () => {
	it('gives the adviser the letter as it is now, the connector’s name and the word, and nothing else', async () => {
		const { anne, id, requestId } = await asked('Be frank.');
		await db
			.updateTable('requests')
			.set({ letter: 'Changed' })
			.where('id', '=', requestId)
			.execute();
		const view = await readForAdviser(db, anne, id);
		expect(view?.letter).toMatchObject({
			text: draftLetter,
			subject: 'Pierre',
			connector: 'Dean Groves',
			word: 'Be frank.'
		});
		expect(Object.keys(view ?? {}).toSorted()).toEqual(
			['id', 'standing', 'requester', 'askedAt', 'letter', 'remarks', 'answerWord'].toSorted()
		);
	});

	it('tells the adviser once, by a notice that says nothing of the letter', async () => {
		const { anne, id } = await asked('Be frank.');
		const mails = await mailsTo(anne.memberId);
		expect(mails).toHaveLength(1);
		expect(mails[0]).toMatchObject({ kind: 'notice', locale: 'en', state: 'queued' });
		expect(mails[0]?.body).toContain(`https://entremise.example.org/readings/${id}`);
		expect(mails[0]?.body).not.toMatch(/lunch|frank/);
	});

	it('waits for the digest of those who want one', async () => {
		const cast = await advising(db);
		await db
			.updateTable('members')
			.set({ notices: 'digest' })
			.where('id', '=', cast.anne.memberId)
			.execute();
		const wanted = { requestId: await cast.draft(), adviserId: cast.anne.memberId, word: '' };
		await askReading(doors, cast.kathy, wanted, now);
		expect(await mailsTo(cast.anne.memberId)).toMatchObject([{ state: 'digest' }]);
	});

	it('is of those alone who have the role, are somebody else, and are not written to', async () => {
		const { kathy, anne, another } = await advising(db);
		const emma = await another('adviser');
		for (const role of ['owner', 'administrator', 'member'] as const) await another(role);
		const ids = async (actor: Actor, connector: string | null) =>
			(await advisersFor(db, actor, connector)).map(({ id }) => id).toSorted();
		expect(await ids(kathy, null)).toEqual([anne.memberId, emma.memberId].toSorted());
		expect(await ids(kathy, emma.memberId)).toEqual([anne.memberId]);
		expect(await ids(anne, null)).toEqual([emma.memberId]);
	});

	it('is refused for others’ drafts, for other members, without a letter, twice, and once it was sent', async () => {
		const { kathy, anne, another, requestId, wanted } = await asked();
		const paul = await another('member');
		const ask = (actor: Actor, change = {}) =>
			askReading(doors, actor, { ...wanted, ...change }, now);
		expect(await ask(kathy)).toEqual({ ok: false, refusal: 'already_asked' });
		expect(await ask(paul)).toEqual({ ok: false, refusal: 'not_found' });
		expect(await ask(anne)).toEqual({ ok: false, refusal: 'not_found' });
		const elsewhere = await advising(db);
		const theirs = { adviserId: elsewhere.anne.memberId };
		expect(await ask(kathy, theirs)).toEqual({ ok: false, refusal: 'no_adviser' });
		expect(await ask(kathy, { adviserId: paul.memberId })).toMatchObject({ refusal: 'no_adviser' });
		await db.updateTable('requests').set({ letter: '' }).where('id', '=', requestId).execute();
		expect(await ask(kathy)).toEqual({ ok: false, refusal: 'incomplete' });
		await markSent(requestId);
		expect(await ask(kathy)).toEqual({ ok: false, refusal: 'too_late' });
	});

	it('is too late while the letter waits for its day', async () => {
		const { kathy, anne, draft } = await advising(db);
		const requestId = await draft();
		await waits(requestId);
		const wanted = { requestId, adviserId: anne.memberId, word: '' };
		expect(await askReading(doors, kathy, wanted, now)).toEqual({ ok: false, refusal: 'too_late' });
		expect(await readingsToday(db, anne)).toEqual([]);
	});

	it('makes one reading of two clicks at once', async () => {
		const { kathy, anne, draft } = await advising(db);
		const wanted = { requestId: await draft(), adviserId: anne.memberId, word: '' };
		const clicks = [1, 2, 3].map(() => () => askReading(doors, kathy, wanted, now));
		const answers = await atOnce(pool, 'lock table readings in share mode', clicks);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await readingsToday(db, anne)).toHaveLength(1);
	});
});

describe('a reading', () => {
	it('is open to its two alone', async () => {
		const cast = await asked();
		for (const [who, actor] of await outsiders(db, cast)) {
			expect(await readForAdviser(db, actor, cast.id), who).toBeNull();
			expect(await requestOfReading(db, actor, cast.id), who).toBeNull();
			expect(await readingsToday(db, actor), who).toEqual([]);
			expect(await panel({ ...cast, kathy: actor }), who).toEqual([]);
		}
		expect(await readForAdviser(db, cast.kathy, cast.id)).toBeNull();
		expect(await requestOfReading(db, cast.kathy, cast.id)).toBe(cast.requestId);
	});

	it('is changed by its two alone, each in their own part', async () => {
		const cast = await asked();
		await addRemark(db, cast.anne, cast.id, better, now);
		const [remark] = (await readForAdviser(db, cast.anne, cast.id))?.remarks ?? [];
		const remarkId = remark?.id ?? '';
		const advise = (actor: Actor) => [
			addRemark(db, actor, cast.id, better, now),
			strikeRemark(db, actor, cast.id, remarkId),
			answerReading(doors, actor, cast.id, { state: 'given', word: '' }, now)
		];
		const follow = (actor: Actor) => [
			takeBackReading(db, actor, cast.id, now),
			takeWording(db, actor, cast.id, remarkId, now),
			settleRemark(db, actor, cast.id, { id: remarkId, settled: 'done' }, now),
			putAwayReading(db, actor, cast.id, now)
		];
		const refused = { ok: false, refusal: 'not_found' };
		for (const [who, actor] of await outsiders(db, cast))
			for (const change of [...advise(actor), ...follow(actor)])
				expect(await change, who).toEqual(refused);
		for (const change of [...advise(cast.kathy), ...follow(cast.anne)])
			expect(await change).toEqual(refused);
	});

	it('is lost to an adviser who advises no longer; the requester sees that, and takes it back', async () => {
		const cast = await asked();
		const former = await withRole(db, cast.anne, 'member');
		expect(await readForAdviser(db, former, cast.id)).toBeNull();
		expect(await panel(cast)).toMatchObject([{ state: 'nobody' }]);
		expect(await takeBackReading(db, cast.kathy, cast.id, now)).toEqual({ ok: true });
		expect(await panel(cast)).toEqual([]);
	});

	it('shows its remarks to the requester only once it was given back', async () => {
		const cast = await asked();
		await addRemark(db, cast.anne, cast.id, better, now);
		expect(await panel(cast)).toMatchObject([{ state: 'asked', remarks: [] }]);
		const { readings } = await exportReadings(db, cast.kathy);
		expect(JSON.stringify(readings)).not.toContain('Say more.');
		await answerReading(doors, cast.anne, cast.id, { state: 'given', word: 'Well begun.' }, now);
		expect(await panel(cast)).toMatchObject([
			{ state: 'given', adviser: 'Anne Lefort', word: 'Well begun.', remarks: [better] }
		]);
		const mails = await mailsTo(cast.kathy.memberId);
		expect(mails).toMatchObject([{ kind: 'notice', locale: 'fr' }]);
		expect(mails[0]?.body).toContain(`/requests/${cast.requestId}/write#reading`);
		expect(mails[0]?.body).not.toContain('Say more.');
	});

	it('takes remarks on what is in the letter, as many as one can bear, and until it is given back', async () => {
		const { anne, id } = await asked();
		const remark = { passage: '', remark: 'Good.', wording: '' };
		expect(await addRemark(db, anne, id, { ...remark, passage: 'No such words' }, now)).toEqual({
			ok: false,
			refusal: 'passage_gone'
		});
		for (let count = 0; count < 40; count += 1) await addRemark(db, anne, id, remark, now);
		expect(await addRemark(db, anne, id, remark, now)).toMatchObject({ refusal: 'too_many' });
		const before = (await readForAdviser(db, anne, id))?.remarks ?? [];
		expect(await strikeRemark(db, anne, id, before[0]?.id ?? '')).toEqual({ ok: true });
		await answerReading(doors, anne, id, { state: 'given', word: '' }, now);
		expect(await addRemark(db, anne, id, remark, now)).toMatchObject({ refusal: 'too_late' });
		expect(await strikeRemark(db, anne, id, before[1]?.id ?? '')).toMatchObject({
			refusal: 'too_late'
		});
		expect((await readForAdviser(db, anne, id))?.remarks).toHaveLength(39);
	});

	it('is declined with a kind word and nothing else', async () => {
		const cast = await asked();
		await addRemark(db, cast.anne, cast.id, better, now);
		const answer = { state: 'declined', word: 'I am away.' } as const;
		await answerReading(doors, cast.anne, cast.id, answer, now);
		expect(await panel(cast)).toMatchObject([
			{ state: 'declined', word: 'I am away.', remarks: [] }
		]);
		expect((await mailsTo(cast.kathy.memberId))[0]?.body).toContain('I am away.');
		expect(await readForAdviser(db, cast.anne, cast.id)).toMatchObject({
			standing: 'declined',
			letter: null
		});
		expect(await askReading(doors, cast.kathy, cast.wanted, now)).toEqual({ ok: true });
	});

	it('taken back, sent or thrown away, tells the adviser that it is needed no longer, and keeps nothing of the letter', async () => {
		const taken = await asked();
		await takeBackReading(db, taken.kathy, taken.id, now);
		const sent = await asked();
		await markSent(sent.requestId);
		const dropped = await asked();
		await addRemark(db, dropped.anne, dropped.id, better, now);
		await db.deleteFrom('requests').where('id', '=', dropped.requestId).execute();
		for (const [{ anne, id }, standing] of [
			[taken, 'taken_back'],
			[sent, 'over'],
			[dropped, 'over']
		] as const) {
			expect(await readForAdviser(db, anne, id)).toMatchObject({ standing, letter: null });
			expect(await readingsToday(db, anne)).toEqual([]);
			const give = answerReading(doors, anne, id, { state: 'given', word: '' }, now);
			expect(await give).toMatchObject({ refusal: 'too_late' });
		}
		const left = db.selectFrom('readingRemarks').where('readingId', '=', dropped.id);
		expect(await left.selectAll().execute()).toEqual([]);
	});
});

describe('what came of a reading', () => {
	it('waits for the requester until every remark is settled', async () => {
		const { kathy, id, remarkId } = await given();
		const waiting = async () => (await readingsToday(db, kathy)).map(({ why }) => why);
		expect(await waiting()).toEqual(['given']);
		await settleRemark(db, kathy, id, { id: remarkId, settled: 'set_aside' }, now);
		expect(await waiting()).toEqual([]);
		await settleRemark(db, kathy, id, { id: remarkId, settled: null }, now);
		expect(await waiting()).toEqual(['given']);
		await putAwayReading(db, kathy, id, now);
		expect(await waiting()).toEqual([]);
	});

	it('is put into the letter where the passage stands, and nowhere else', async () => {
		const { kathy, id, requestId, remarkId } = await given();
		expect(await takeWording(db, kathy, id, remarkId, now)).toEqual({ ok: true });
		expect(await letterOf(requestId)).toBe(draftLetter.replace(sentence, better.wording));
		expect(await takeWording(db, kathy, id, remarkId, now)).toEqual({
			ok: false,
			refusal: 'passage_gone'
		});
	});

	it('leaves a letter alone whose passage has changed', async () => {
		const { kathy, id, requestId, remarkId } = await given();
		const changed = draftLetter.replace('lunch', 'dinner');
		await db.updateTable('requests').set({ letter: changed }).where('id', '=', requestId).execute();
		const taken = await takeWording(db, kathy, id, remarkId, now);
		expect(taken).toEqual({ ok: false, refusal: 'passage_gone' });
		expect(await letterOf(requestId)).toBe(changed);
	});

	it('leaves a letter alone that waits for its day', async () => {
		const { kathy, id, requestId, remarkId } = await given();
		await waits(requestId);
		const taken = await takeWording(db, kathy, id, remarkId, now);
		expect(taken).toEqual({ ok: false, refusal: 'too_late' });
		expect(await letterOf(requestId)).toBe(draftLetter);
	});

	it('cannot be settled by the remark of another reading', async () => {
		const [one, other] = [await given(), await given()];
		const settled = { id: other.remarkId, settled: 'done' } as const;
		const refused = { ok: false, refusal: 'not_found' };
		expect(await settleRemark(db, one.kathy, one.id, settled, now)).toEqual(refused);
		expect(await takeWording(db, one.kathy, one.id, other.remarkId, now)).toEqual(refused);
	});

	it('is in the export of both, as far as it is theirs, and goes with either of them', async () => {
		const { kathy, anne, id } = await given();
		const [hers, annes] = [await exportReadings(db, kathy), await exportReadings(db, anne)];
		expect(hers.readings).toMatchObject([
			{ letter: draftLetter, adviser: 'Anne Lefort', remarks: [better] }
		]);
		expect(annes.readingsGiven).toMatchObject([{ answerWord: 'Well begun.' }]);
		expect(annes.readingsGiven[0]?.remarks).toMatchObject([
			{ remark: better.remark, wording: better.wording }
		]);
		expect(JSON.stringify(annes)).not.toContain('Would you introduce me');
		expect([hers.readingsGiven, annes.readings]).toEqual([[], []]);
		const other = await given();
		await db.deleteFrom('members').where('id', '=', anne.memberId).execute();
		await db.deleteFrom('members').where('id', '=', other.kathy.memberId).execute();
		for (const table of ['readingLetters', 'readingRemarks'] as const) {
			const left = db.selectFrom(table).selectAll().where('readingId', 'in', [id, other.id]);
			expect(await left.execute()).toEqual([]);
		}
	});
});
