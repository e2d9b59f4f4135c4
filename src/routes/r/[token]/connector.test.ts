import { describe, expect, it } from 'vitest';
import { actAsConnector } from '#lib/introductions/connector-actions.server.ts';
import { readConnectorPage } from '#lib/introductions/connector-page.server.ts';
import { rememberNeverAgain } from '#lib/introductions/never-again.server.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { atOnce } from '../../../../tests/support/at-once.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { agreeing, introducing } from '../../../../tests/support/introducing.ts';
import { dumpOf, linkPages, tokenOf } from '../../../../tests/support/link-page.ts';
import { newMember } from '../../../../tests/support/new-member.ts';
import { actions, load } from './+page.server.ts';

const { db, pool } = await testDatabase();
const { doors, kathy, dean, request, does } = await introducing(db);
const { communityId } = kathy;
const now = new Date();
const jobs: string[] = [];
const pages = linkPages({
	...doors,
	enqueue: async (_db, name, job) => void jobs.push(`${name} ${JSON.stringify(job)}`)
});
const act = actions['connector'];

/** A request for these people, with its connector's link. */
async function asked(names = ['Pierre Yvon', 'Paul Zeller']) {
	const { requestId, ids } = await request(names, now);
	const token = await tokenOf(doors, communityId, { purpose: 'connector', requestId });
	const [pierre = '', paul = ''] = ids;
	return { requestId, token, pierre, paul };
}

const rowOf = (id: string) =>
	db.selectFrom('introductions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const letter = {
	do: 'ask',
	locale: 'fr',
	register: 'tu',
	subject: 'Une amie',
	letter: 'Bonjour Pierre,\r\n\r\nUne amie aimerait t’écrire.\r\n\r\nDean',
	channel: 'mail',
	email: ' Pierre.Yvon@Example.com '
};
const names = /Pierre|Paul|Kathy|Dean|Hello/;

describe('the connector’s page', () => {
	it('shows its holder the letter and its targets, and changes nothing', async () => {
		const { token } = await asked();
		const before = await dumpOf(pool);
		const met = await pages.meet(load, token);
		expect(met.status).toBe(200);
		expect(met.text).toContain('Hello Dean');
		expect(met.text).toContain('Paul Zeller');
		expect(await dumpOf(pool)).toBe(before);
	});

	it('never shows what a target released', async () => {
		const { token, pierre } = await asked();
		await pages.meet(act, token, { ...letter, introductionId: pierre });
		await does('target', pierre, agreeing('only-for-kathy@example.com'), now);
		expect((await pages.meet(load, token)).text).not.toContain('only-for-kathy');
	});

	it.each(['nonsense', 'A'.repeat(43)])('tells nothing to who holds %s', async (held) => {
		const { pierre } = await asked();
		const before = await dumpOf(pool);
		for (const met of [
			await pages.meet(load, held),
			await pages.meet(act, held, { ...letter, introductionId: pierre })
		]) {
			expect(met.status).toBe(404);
			expect(met.text).not.toMatch(names);
		}
		expect(await dumpOf(pool)).toBe(before);
	});

	it('does not act on a target of another request', async () => {
		const [mine, theirs] = [await asked(), await asked()];
		const met = await pages.meet(act, mine.token, { ...letter, introductionId: theirs.pierre });
		expect(met.status).toBe(404);
		expect((await rowOf(theirs.pierre)).state).toBe('requested');
	});

	it('does not exist before the request is sent', async () => {
		const { requestId, token } = await asked();
		await db.updateTable('requests').set({ sentAt: null }).where('id', '=', requestId).execute();
		expect((await pages.meet(load, token)).status).toBe(404);
	});

	it.each([
		['expired', { expiresAt: new Date(now.getTime() - 1000) }],
		['withdrawn', { revokedAt: now }]
	])('says of an %s link that it is so, and nothing more', async (what, change) => {
		const { requestId, token, pierre } = await asked();
		await db.updateTable('tokens').set(change).where('requestId', '=', requestId).execute();
		for (const met of [
			await pages.meet(load, token),
			await pages.meet(act, token, { ...letter, introductionId: pierre })
		]) {
			expect(met.status).toBe(410);
			expect(met.text).toContain(what);
			expect(met.text).not.toMatch(names);
		}
	});

	it('is closed to another member, to the requester’s part and to another community', async () => {
		const { requestId, pierre } = await asked();
		const others = [await newMember(db, communityId), await newMember(db), kathy];
		const app = { ...doors, limits: await anyLimits(), publicUrl: 'http://localhost:4780' };
		const data = new FormData();
		for (const [name, value] of Object.entries({ ...letter, introductionId: pierre }))
			data.set(name, value);
		for (const actor of others) {
			const place = { actor, communityId, requestId, now, locale: 'en' as const };
			expect(await actAsConnector(app, place, data)).toEqual({ kind: 'closed' });
			expect(await readConnectorPage(app, actor, communityId, requestId, now)).toBeNull();
		}
		expect((await rowOf(pierre)).state).toBe('requested');
		const place = { actor: dean, communityId, requestId, now, locale: 'en' as const };
		expect(await actAsConnector(app, place, data)).toMatchObject({ kind: 'done' });
	});
});

const anyLimits = async () => ({
	take: async () => ({ ok: true }) as const,
	forgive: async () => {},
	clear: async () => {}
});

describe('asking', () => {
	it('is read over first, as it will be sent, and changes nothing yet', async () => {
		const { token, pierre } = await asked();
		const before = await dumpOf(pool);
		const met = await pages.meet(act, token, { ...letter, do: 'preview', introductionId: pierre });
		expect(met.status).toBe(200);
		expect(met.data).toMatchObject({
			step: 'preview',
			preview: { from: 'Dean Groves via Entremise', to: 'Pierre Yvon <pierre.yvon@example.com>' }
		});
		const target = await tokenOf(doors, communityId, { purpose: 'target', introductionId: pierre });
		expect(met.text).toContain(`/a/${target}`);
		expect(await dumpOf(pool)).toBe(before);
	});

	it('keeps the letter as it was read over, and sends it once however often it is pressed', async () => {
		const { token, pierre } = await asked();
		const before = jobs.length;
		const fields = { ...letter, introductionId: pierre };
		const lock = `select from introductions where id = '${pierre}' for update`;
		const press = () => pages.meet(act, token, fields);
		for (const met of [...(await atOnce(pool, lock, [press, press])), await press()])
			expect(met.location).toBe(`/r/${token}#i-${pierre}`);
		expect(await rowOf(pierre)).toMatchObject({
			state: 'asked',
			askLetter: 'Bonjour Pierre,\n\nUne amie aimerait t’écrire.\n\nDean',
			askEmail: 'pierre.yvon@example.com',
			askChannel: 'mail',
			askRegister: 'tu',
			askLocale: 'fr'
		});
		expect(jobs.slice(before)).toHaveLength(1);
	});

	it('by hand needs no address', async () => {
		const { token, pierre } = await asked();
		const fields = { ...letter, channel: 'hand', email: 'not one', introductionId: pierre };
		expect((await pages.meet(act, token, fields)).status).toBe(303);
		expect(await rowOf(pierre)).toMatchObject({ askChannel: 'hand', askEmail: '' });
		expect((await pages.meet(load, token)).text).toContain('/a/');
	});

	it.each([
		[{ email: 'pierre@' }, { email: 'not_an_email' }],
		[{ email: '' }, { email: 'email_missing' }],
		[{ channel: '' }, { channel: 'channel_missing' }],
		[
			{ letter: ' ', subject: '' },
			{ letter: 'letter_missing', subject: 'subject_missing' }
		]
	])('%j comes back with all that was typed', async (change, errors) => {
		const { token, pierre } = await asked();
		const before = await dumpOf(pool);
		const fields = { ...letter, ...change, introductionId: pierre, kindWord: 'kept' };
		const met = await pages.meet(act, token, fields);
		expect(met.status).toBe(422);
		expect(met.data).toMatchObject({ errors, choice: 'ask', typed: { kindWord: 'kept' } });
		expect(await dumpOf(pool)).toBe(before);
	});

	it('proposes the letter anew for other choices, without scripts', async () => {
		const { token, pierre } = await asked();
		const fields = {
			do: 'propose',
			locale: 'en',
			faint: 'yes',
			introductionId: pierre,
			letter: 'x'
		};
		const met = await pages.meet(act, token, fields);
		expect(met.status).toBe(200);
		expect(met.text).toContain('I don’t know whether you remember me');
	});

	it('twice over two targets is two letters, and a third time is too late', async () => {
		const { token, pierre, paul } = await asked();
		await pages.meet(act, token, { ...letter, introductionId: pierre });
		await pages.meet(act, token, { ...letter, introductionId: paul, email: 'paul@example.com' });
		const again = { ...letter, letter: 'Another letter', introductionId: paul };
		const met = await pages.meet(act, token, again);
		expect(met).toMatchObject({ status: 409, data: { refused: 'too_late' } });
		expect((met.data as { typed: object }).typed).toMatchObject({ letter: 'Another letter' });
	});

	it('too often is refused, with what was typed', async () => {
		const { token, pierre } = await asked();
		pages.tire(true);
		const met = await pages.meet(act, token, { ...letter, introductionId: pierre });
		pages.tire(false);
		expect(met).toMatchObject({
			status: 429,
			data: { refused: 'busy', typed: { channel: 'mail' } }
		});
	});
});

const remember = (address: string) => rememberNeverAgain(db, doors.secret, [address], now);

describe('one who said "never again"', () => {
	const refused = { status: 422, data: { refused: 'never_again' } };

	it('is not asked by mail, and the preview says so already', async () => {
		const { token, pierre } = await asked();
		await remember('never@example.com');
		const fields = { ...letter, email: 'Never@example.com', introductionId: pierre };
		expect(await pages.meet(act, token, { ...fields, do: 'preview' })).toMatchObject(refused);
		expect(await pages.meet(act, token, fields)).toMatchObject(refused);
		expect((await rowOf(pierre)).state).toBe('requested');
	});

	it('is not asked by hand either, known to the requester by phone', async () => {
		const { token, pierre } = await asked(['Nora Never']);
		const contactId = await contactOf(kathy.memberId, 'Nora Never', 'phone', '+33639980001');
		await db
			.updateTable('introductions')
			.set({ targetContactId: contactId })
			.where('id', '=', pierre)
			.execute();
		await remember('+33639980001');
		const fields = { ...letter, channel: 'hand', email: '', introductionId: pierre };
		expect(await pages.meet(act, token, fields)).toMatchObject(refused);
	});

	it('is not asked by hand either, known by a profile', async () => {
		const { token, pierre } = await asked();
		const targetProfile = 'https://www.linkedin.com/in/nina-never-invented';
		await db.updateTable('introductions').set({ targetProfile }).where('id', '=', pierre).execute();
		await remember(targetProfile);
		const fields = { ...letter, channel: 'hand', email: '', introductionId: pierre };
		expect(await pages.meet(act, token, fields)).toMatchObject(refused);
	});

	it('is not asked by hand either, known to the connector’s own book alone', async () => {
		const { requestId, pierre } = await asked(['Nils Never']);
		await contactOf(dean.memberId, 'Nils Never', 'email', 'nils@example.com');
		await remember('nils@example.com');
		const app = { ...doors, limits: await anyLimits(), publicUrl: 'http://localhost:4780' };
		const data = new FormData();
		const fields = { ...letter, channel: 'hand', email: '', introductionId: pierre };
		for (const [name, value] of Object.entries(fields)) data.set(name, value);
		const place = { actor: dean, communityId, requestId, now, locale: 'en' as const };
		expect(await actAsConnector(app, place, data)).toMatchObject({
			kind: 'form',
			status: 422,
			form: { refused: 'never_again' }
		});
	});
});

async function contactOf(
	ownerId: string,
	fullName: string,
	kind: 'email' | 'phone',
	value: string
) {
	const searchText = fullName.toLowerCase();
	const { id } = await db
		.insertInto('contacts')
		.values({ communityId, ownerId, fullName, searchText })
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('contactDetails')
		.values({ communityId, contactId: id, kind, value, normalised: value })
		.execute();
	return id;
}

describe('the other choices', () => {
	it('a no keeps its reason from the requester, who reads the kind word alone', async () => {
		const { requestId, token, pierre } = await asked();
		const fields = { do: 'turn_down', refusalReason: 'We fell out.', kindWord: 'Courage!' };
		expect((await pages.meet(act, token, { ...fields, introductionId: pierre })).status).toBe(303);
		const hers = JSON.stringify(await readOwnRequest(db, kathy, requestId));
		expect(hers).toContain('Courage!');
		expect(hers).not.toContain('fell out');
		// A link may be in more hands than his.
		expect((await pages.meet(load, token)).text).not.toContain('fell out');
	});

	it('someone else is named once, and becomes a draft for the requester', async () => {
		const { token, pierre } = await asked();
		const fields = { do: 'suggest', name: 'Anne Roy', about: 'X', introductionId: pierre };
		await pages.meet(act, token, fields);
		await pages.meet(act, token, fields);
		const drafts = db.selectFrom('introductions').select('id').where('linkedFrom', '=', pierre);
		expect(await drafts.execute()).toHaveLength(1);
		expect((await rowOf(pierre)).state).toBe('redirected');
	});

	it('his word for the target is passed on as his, and only when he is sure', async () => {
		const { token, pierre } = await asked();
		const fields = { do: 'vouch', locale: 'fr', phone: '06 39 98 12 34', introductionId: pierre };
		const unsure = await pages.meet(act, token, fields);
		expect(unsure).toMatchObject({ status: 422, data: { errors: { sure: 'not_sure' } } });
		expect((await pages.meet(act, token, { ...fields, sure: 'yes' })).status).toBe(303);
		const released = db.selectFrom('releases').select(['value', 'releasedBy']);
		expect(await released.where('introductionId', '=', pierre).execute()).toEqual([
			{ value: '+33639981234', releasedBy: 'connector' }
		]);
	});

	it('reminders are put off, or stopped, for every target that waits', async () => {
		const { token, pierre, paul } = await asked();
		await pages.meet(act, token, { do: 'turn_down', introductionId: paul });
		expect((await pages.meet(act, token, { do: 'snooze', days: '7' })).status).toBe(303);
		const days = ((await rowOf(pierre)).snoozedUntil?.getTime() ?? 0) - now.getTime();
		expect(days / 86_400_000).toBeGreaterThan(5.9);
		expect((await pages.meet(act, token, { do: 'mute' })).status).toBe(303);
		expect((await rowOf(pierre)).muted).toBe(true);
		expect((await rowOf(paul)).muted).toBe(false);
	});

	it.each(['', 'anything'])('no other button is known: %j', async (button) => {
		const { token, pierre } = await asked();
		const met = await pages.meet(act, token, { do: button, introductionId: pierre });
		expect(met.status).toBe(404);
	});
});
