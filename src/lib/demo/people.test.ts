import { describe, expect, it } from 'vitest';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { factsOf } from '#lib/network/memory.ts';
import { normaliseEmail } from '#lib/people/email.ts';
import { normalisePhone } from '#lib/people/phone.ts';
import { normaliseProfile } from '#lib/people/profile-address.ts';
import { inventedCount, inventPeople } from '#lib/demo/invented-people.ts';
import { demoBooks, demoSeed } from '#lib/demo/people.ts';
import { type Entry, members, type Role, roles } from '#lib/demo/person.ts';

const now = new Date('2026-05-25T09:00:00Z');
const books = demoBooks(demoSeed, now);
const entries = roles.flatMap((role) => books[role]);
const details = entries.flatMap((entry) => entry.draft.details);

function factsIn(entry: Entry) {
	return factsOf({ ...entry.draft, connectedOn: entry.connectedOn }, entry.facts);
}

function inBookOf(role: Role, familyName: string): Entry {
	const found = books[role].find((entry) => entry.draft.familyName === familyName);
	if (!found) throw new Error(`${familyName} is missing`);
	return found;
}

describe('the books of the demo', () => {
	it('are the same for the same seed and day, and others for another', () => {
		expect(demoBooks(demoSeed, new Date(now))).toEqual(books);
		expect(demoBooks(demoSeed + 1, now)).not.toEqual(books);
	});

	it('hold about two hundred invented people, several of them known by more than one', () => {
		const known = inventPeople(demoSeed);
		expect(known).toHaveLength(inventedCount);
		expect(known.filter(({ bonds }) => bonds.length > 1).length).toBeGreaterThan(40);
		expect(books.kathy.length).toBeGreaterThan(70);
		expect(books.dean.length).toBeGreaterThan(70);
		expect(books.anne.length).toBeGreaterThan(30);
		for (const role of roles) expect(books[role].length).toBeGreaterThan(3);
	});

	it('reach nobody: every address is kept for examples or fiction', () => {
		const emails = details.filter(({ kind }) => kind === 'email').map(({ value }) => value);
		const phones = details.filter(({ kind }) => kind === 'phone');
		expect(emails.length).toBeGreaterThan(50);
		expect(phones.length).toBeGreaterThan(20);
		for (const email of [...emails, ...members.map((member) => member.email)]) {
			expect(email).toMatch(/@example\.(com|org|net)$/);
			expect(normaliseEmail(email)).toEqual({ ok: true, email });
		}
		for (const { value, normalised } of phones) {
			expect(normalised).toMatch(/^\+3363998\d{4}$/);
			expect(normalisePhone(value)).toEqual({ ok: true, e164: normalised, display: value });
		}
		for (const { kind, value } of details.filter(
			({ kind }) => kind === 'profile' || kind === 'link'
		)) {
			expect(kind).toBe('profile');
			expect(value).toContain('/in/entremise-demo-');
			expect(normaliseProfile(value)).toEqual({ ok: true, profile: value });
		}
	});

	it('give no address to two different people', () => {
		const people = inventPeople(demoSeed).map(({ person }) => person);
		for (const kind of ['email', 'phone', 'profile'] as const)
			expect(new Set(people.map((person) => person[kind])).size).toBe(people.length);
	});

	it('show every kind of fact, and many contacts without any', () => {
		const kinds = new Set(entries.flatMap(factsIn).map((fact) => fact.kind));
		expect([...kinds].toSorted()).toEqual([
			'connected',
			'declared',
			'email',
			'invitation',
			'meeting',
			'messages',
			'none',
			'recommendation',
			'shared_employer',
			'shared_school'
		]);
		expect(entries.filter((entry) => entry.facts.length === 0).length).toBeGreaterThan(40);
	});

	it('date nothing later than today, nor a message before the two were connected', () => {
		const today = now.toISOString().slice(0, 10);
		for (const { facts, connectedOn } of entries) {
			expect(connectedOn === null || connectedOn <= today).toBe(true);
			for (const fact of facts) {
				if (fact.kind !== 'messages') continue;
				expect((fact.first ?? '') <= (fact.last ?? '')).toBe(true);
				expect((fact.last ?? '') <= today).toBe(true);
				if (connectedOn) expect(connectedOn <= (fact.first ?? '')).toBe(true);
			}
		}
	});

	it('let nobody write or vouch before the two had met', () => {
		for (const { draft, facts } of entries) {
			const met = draft.metOn;
			if (met === '') continue;
			for (const fact of facts) {
				const first = 'first' in fact ? fact.first : 'on' in fact ? fact.on : undefined;
				if (first) expect(met <= first.slice(0, met.length)).toBe(true);
			}
		}
	});

	it('have homonyms in one book, dormant ties, both languages and both registers', () => {
		const names = books.kathy.map(({ draft }) => `${draft.givenName} ${draft.familyName}`);
		expect(names.filter((name) => name === 'Sophie Lambertin')).toHaveLength(2);
		const dormant = books.kathy.filter(({ facts }) =>
			facts.some((fact) => fact.kind === 'messages' && (fact.last ?? '') < '2023-05')
		);
		expect(dormant.length).toBeGreaterThan(5);
		expect(new Set(entries.map(({ draft }) => draft.locale))).toEqual(new Set(['fr', 'en', null]));
		expect(new Set(entries.map(({ draft }) => draft.register))).toEqual(
			new Set(['tu', 'vous', null])
		);
	});
});

describe('the story', () => {
	it('lets Dean remember Pierre, and says honestly that of Paul there is no trace', () => {
		const pierre = factsIn(inBookOf('dean', 'Yvon'));
		const paul = factsIn(inBookOf('dean', 'Zeller'));
		expect(sayTie(pierre, 'en')).toBe('colleagues at ACME, 1999–2003; last message in 2011');
		expect(sayTie(paul, 'en')).toMatch(/^no trace of an exchange/);
		expect(sayTie(paul, 'en')).toContain('2015');
		expect(sayTie(paul, 'en').split('; ')).toHaveLength(2);
	});

	it('has Kathy close to Dean, to whom she owes a lunch, and out of touch with Sylvie', () => {
		const dean = inBookOf('kathy', 'Groves').draft;
		expect(dean).toMatchObject({ closeness: 'close', register: 'tu', locale: 'fr' });
		expect(dean.notes).toContain('déjeuner');
		expect(sayTie(factsIn(inBookOf('kathy', 'Marchand')), 'fr')).toContain('2014');
	});

	it('gives Kathy no way to reach Pierre or Paul by herself', () => {
		for (const name of ['Yvon', 'Zeller'])
			expect(inBookOf('kathy', name).draft.details.map(({ kind }) => kind)).toEqual(['profile']);
	});
});
