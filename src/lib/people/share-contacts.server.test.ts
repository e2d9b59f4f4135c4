import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Member, stranger, system } from '#lib/access/actor.ts';
import type { Sharing } from '#lib/access/policy.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { countContacts } from '#lib/people/contact-list.server.ts';
import { readHistory } from '#lib/people/contact-read.server.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { shareBook } from '#lib/people/share-book.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import type { SharingChanged } from '#lib/people/sharing-door.server.ts';
import { whoIsVisible } from '#lib/people/shared-contacts.server.ts';
import { undoSharing } from '#lib/people/undo-sharing.server.ts';
import type { SharingChoice } from '#lib/people/sharing-level.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
let database: TestDatabase;
const told: Parameters<SharingChanged>[1][] = [];
const changed: SharingChanged = async (_trx, change) => void told.push(change);

beforeAll(async () => {
	database = await testDatabase();
});

async function community() {
	const dean = await newMember(database.db);
	return { dean, kathy: await newMember(database.db, dean.communityId) };
}

async function add(owner: Member, givenName: string, choice?: SharingChoice): Promise<string> {
	const draft = bareDraft({ givenName, familyName: '', company: 'Acme' });
	const saved = await createContact(database.db, owner, draft, now, choice);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.id;
}

async function names(viewer: Member): Promise<string[]> {
	const { people } = await whoIsVisible(database.db, viewer, {});
	return people.map(({ name }) => name);
}

async function levels(owner: Member): Promise<Record<string, string>> {
	const rows = await database.db
		.selectFrom('contacts')
		.select(['fullName', 'sharing', 'sharingBy'])
		.where('communityId', '=', owner.communityId)
		.where('ownerId', '=', owner.memberId)
		.execute();
	return Object.fromEntries(
		rows.map(({ fullName, sharing, sharingBy }) => [fullName, `${sharing} by ${sharingBy}`])
	);
}

const failing: SharingChanged = () => Promise.reject(new Error('no'));

describe('the book', () => {
	it('is private until its member chooses, and so is what is added to it', async () => {
		const { dean, kathy } = await community();
		await add(dean, 'Pierre');
		expect(await names(kathy)).toEqual([]);
		expect(await readBookSharing(database.db, dean)).toEqual({
			sharing: 'private',
			contacts: { private: 1, blind: 0, visible: 0 },
			apart: 0
		});
	});

	it('changes at once for all that follow it, and for nobody chosen for apart', async () => {
		const { dean, kathy } = await community();
		await add(dean, 'Pierre');
		await add(dean, 'Paul');
		await add(dean, 'Nadia', 'private');
		const shared = await shareBook(database.db, dean, 'visible', changed);
		expect(shared).toEqual({ ok: true, contacts: 2 });
		expect(await names(kathy)).toEqual(['Paul', 'Pierre']);
		await add(dean, 'Zoe');
		expect(await names(kathy)).toEqual(['Paul', 'Pierre', 'Zoe']);
		await shareBook(database.db, dean, 'private', changed);
		expect(await names(kathy)).toEqual([]);
		expect(await levels(dean)).toEqual({
			Pierre: 'private by book',
			Paul: 'private by book',
			Zoe: 'private by book',
			Nadia: 'private by contact'
		});
	});

	it('never leaves a contact shared that is added while it becomes private', async () => {
		const { dean, kathy } = await community();
		for (let round = 0; round < 8; round += 1) {
			await shareBook(database.db, dean, 'visible', changed);
			await Promise.all([
				add(dean, `A${round}`),
				shareBook(database.db, dean, 'private', changed),
				add(dean, `B${round}`)
			]);
			expect(await names(kathy)).toEqual([]);
		}
	});
});

describe('contacts', () => {
	it('are shared one by one, as a list finds them, or by the book again', async () => {
		const { dean, kathy } = await community();
		const pierre = await add(dean, 'Pierre');
		await add(dean, 'Paul');
		await add(dean, 'Paula');
		await shareContacts(database.db, dean, { ids: [pierre] }, 'visible', changed);
		expect(await names(kathy)).toEqual(['Pierre']);
		const found = await shareContacts(database.db, dean, { query: 'paul' }, 'visible', changed);
		expect(found).toMatchObject({ ok: true, contacts: 2 });
		expect(await countContacts(database.db, dean, { sharing: 'visible' })).toBe(3);
		await shareContacts(database.db, dean, { query: '', sharing: 'visible' }, 'book', changed);
		expect(await names(kathy)).toEqual([]);
		expect(await readBookSharing(database.db, dean)).toMatchObject({ apart: 0 });
	});

	it('get back what they had when a change is undone, where nothing was chosen since', async () => {
		const { dean } = await community();
		const pierre = await add(dean, 'Pierre');
		await add(dean, 'Paul', 'blind');
		const nadia = await add(dean, 'Nadia', 'visible');
		const before = await levels(dean);
		const { change } = await shareContacts(database.db, dean, { query: '' }, 'visible', changed);
		expect(await undoSharing(database.db, dean, change ?? '', changed)).toMatchObject({
			contacts: 2
		});
		expect(await levels(dean)).toEqual(before);
		const again = await shareContacts(database.db, dean, { query: '' }, 'blind', changed);
		await shareContacts(database.db, dean, { ids: [nadia] }, 'private', changed);
		await shareBook(database.db, dean, 'visible', changed);
		await undoSharing(database.db, dean, again.change ?? '', changed);
		expect(await levels(dean)).toEqual({
			Pierre: 'visible by book',
			Paul: 'blind by contact',
			Nadia: 'private by contact'
		});
		expect(pierre).not.toBe(nadia);
	});

	it('tell of each change in its transaction, and of none where nothing changed', async () => {
		const { dean } = await community();
		const book = { communityId: dean.communityId, ownerId: dean.memberId };
		const pierre = await add(dean, 'Pierre');
		told.length = 0;
		await shareContacts(database.db, dean, { ids: [pierre] }, 'blind', changed);
		await shareContacts(database.db, dean, { ids: [pierre] }, 'blind', changed);
		await shareBook(database.db, dean, 'private', changed);
		expect(told).toEqual([{ ...book, contactIds: [pierre] }]);
		await expect(
			shareContacts(database.db, dean, { ids: [pierre] }, 'visible', failing)
		).rejects.toThrow('no');
		expect(await levels(dean)).toEqual({ Pierre: 'blind by contact' });
	});

	it('are shared by their owner alone', async () => {
		const { dean, kathy } = await community();
		const pierre = await add(dean, 'Pierre', 'blind');
		const { change } = await shareContacts(
			database.db,
			dean,
			{ ids: [pierre] },
			'private',
			changed
		);
		const before = await levels(dean);
		const others: Actor[] = [
			stranger,
			system,
			kathy,
			await newMember(database.db),
			{ ...dean, communityId: (await newMember(database.db)).communityId },
			{ kind: 'connector_link', communityId: dean.communityId, requestId: dean.memberId }
		];
		for (const actor of others) {
			for (const sharing of ['visible', 'blind'] as Sharing[]) {
				await shareContacts(database.db, actor, { ids: [pierre] }, sharing, changed).catch(
					() => undefined
				);
				await shareContacts(database.db, actor, { query: '' }, sharing, changed).catch(
					() => undefined
				);
			}
			await undoSharing(database.db, actor, change ?? '', changed).catch(() => undefined);
			expect(await levels(dean)).toEqual(before);
		}
	});

	it('that are no ids change nothing', async () => {
		const { dean } = await community();
		const some = { ids: ['x', "'", crypto.randomUUID()] };
		const shared = await shareContacts(database.db, dean, some, 'visible', changed);
		expect(shared).toEqual({ ok: true, contacts: 0, change: null });
		expect(await undoSharing(database.db, dean, 'x', changed)).toEqual({ ok: true, contacts: 0 });
	});
});

async function said(owner: Member, id: string) {
	const history = await readHistory(database.db, owner, id);
	return history.flatMap(({ event }) =>
		event.kind === 'shared'
			? `${event.sharing} by ${event.by}${event.undone ? ', undone' : ''}`
			: []
	);
}

describe('the history of a contact', () => {
	it('has a line for each change of what others may know, however it came, and of none where it stays', async () => {
		const { dean, kathy } = await community();
		const pierre = await add(dean, 'Pierre');
		const paul = await add(dean, 'Paul', 'visible');
		expect(await said(dean, pierre)).toEqual([]);
		await shareBook(database.db, dean, 'visible', changed);
		const { change } = await shareContacts(database.db, dean, { query: '' }, 'blind', changed);
		await undoSharing(database.db, dean, change ?? '', changed);
		await shareContacts(database.db, dean, { ids: [pierre] }, 'visible', changed);
		await shareContacts(database.db, dean, { ids: [pierre] }, 'private', changed);
		expect(await said(dean, pierre)).toEqual([
			'private by contact',
			'visible by book, undone',
			'blind by contact',
			'visible by book'
		]);
		expect(await said(dean, paul)).toEqual(['visible by contact, undone', 'blind by contact']);
		expect(await said(kathy, pierre)).toEqual([]);
	});

	it('says it once of those who were merged into one', async () => {
		const { dean } = await community();
		const pierre = await add(dean, 'Pierre');
		const hidden = await add(dean, 'Pierrot');
		const gone = await add(dean, 'Gone');
		const set = (id: string, values: { mergedInto: string } | { deletedAt: Date }) =>
			database.db.updateTable('contacts').set(values).where('id', '=', id).execute();
		await set(hidden, { mergedInto: pierre });
		await set(gone, { deletedAt: now });
		expect(await shareBook(database.db, dean, 'blind', changed)).toMatchObject({ ok: true });
		const rows = await database.db
			.selectFrom('contactEvents')
			.select('contactId')
			.where('communityId', '=', dean.communityId)
			.where('kind', '=', 'shared')
			.execute();
		expect(rows).toEqual([{ contactId: pierre }]);
	});
});
