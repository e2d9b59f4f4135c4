import { beforeAll, expect, it } from 'vitest';
import { type Member, stranger } from '#lib/access/actor.ts';
import { linesOnMap, mapOf } from '#lib/network/map.server.ts';
import { retellContact } from '#lib/network/retell.server.ts';
import { sayStrengthOf } from '#lib/network/tie-strengths.server.ts';
import { deleteContact } from '#lib/people/contact-delete.server.ts';
import { bareDraft, type ContactDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const asked = { now, locale: 'fr' } as const;
let database: TestDatabase;
let kathy: Member;
const ids: Record<string, string> = {};

beforeAll(async () => {
	database = await testDatabase();
	kathy = await newMember(database.db);
	for (const [name, company, more] of [
		['Dean', 'ACME SAS', { closeness: 'close' as const }],
		['Anne', 'Acme', {}],
		['Pierre', 'Mutua', {}],
		['Paul', '', {}]
	] as const)
		ids[name] = await add(kathy, { givenName: name, company, position: 'CFO', ...more });
	await sayStrengthOf(database.db, kathy, ids['Pierre'] ?? '', 'likely', now);
});

async function add(
	member: Member,
	draft: Partial<ContactDraft> & { givenName: string }
): Promise<string> {
	const whole = bareDraft({ familyName: 'Test', ...draft });
	const saved = await createContact(database.db, member, whole, now);
	if (!saved.ok) throw new Error(saved.refusal);
	await retellContact(database.db, member, saved.id);
	return saved.id;
}

it('has each company once and each contact by its strength, the owner’s word first', async () => {
	const map = await mapOf(database.db, kathy);
	expect(map.companies).toEqual(['Acme', 'Mutua', '']);
	expect(map.sizes).toEqual([2, 1, 1]);
	expect(map.names).toEqual(['Dean Test', 'Anne Test', 'Pierre Test', 'Paul Test']);
	expect(map.strengths.slice(1)).toEqual([15, 65, 15]);
	expect(map.strengths[0]).toBeGreaterThan(75);
});

it('tells of each contact what they do and how likely an answer is', async () => {
	const order = [ids['Pierre'] ?? '', 'no id', ids['Dean'] ?? ''];
	const lines = await linesOnMap(database.db, kathy, order, asked);
	expect(lines.map(({ name, work }) => `${name}: ${work}`)).toEqual([
		'Pierre Test: CFO, Mutua',
		'Dean Test: CFO, ACME SAS'
	]);
	expect(lines[0]?.strength.sentence).toContain('c’est vous qui le dites');
	expect(lines[1]?.strength.word).toBe('sure');
});

it('is its owner’s alone: others see theirs, and learn nothing of it', async () => {
	const beside = await newMember(database.db, kathy.communityId);
	const elsewhere = await newMember(database.db);
	const own = await add(beside, { givenName: 'Ines', company: 'Acme' });
	for (const actor of [beside, elsewhere, stranger]) {
		const map = await mapOf(database.db, actor);
		expect(map.ids).toEqual(actor === beside ? [own] : []);
		const all = [...Object.values(ids), own];
		const lines = await linesOnMap(database.db, actor, all, asked);
		expect(lines.map(({ id }) => id)).toEqual(map.ids);
	}
	expect((await mapOf(database.db, kathy)).ids).not.toContain(own);
});

it('is left by whom its owner deletes', async () => {
	const gone = await add(kathy, { givenName: 'Zoé', company: 'Mutua' });
	expect((await mapOf(database.db, kathy)).ids).toContain(gone);
	await deleteContact(database.db, kathy, gone, now);
	expect((await mapOf(database.db, kathy)).ids).not.toContain(gone);
	expect(await linesOnMap(database.db, kathy, [gone], asked)).toEqual([]);
});
