import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import { keepFile } from '#lib/importers/import-file.server.ts';
import type { Counts } from '#lib/importers/plan-batch.ts';
import { runImport } from '#lib/importers/run-import.server.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { deleteContact } from '#lib/people/contact-delete.server.ts';
import { countContacts, listContacts } from '#lib/people/contact-list.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';
import { createContact, updateContact } from '#lib/people/contact-save.server.ts';
import { newMember } from '../../../tests/support/new-member.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

const now = new Date('2026-05-25T10:00:00Z');
const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const linkedin = 'https://www.linkedin.com/in/';

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});

async function keep(member: Member, content: string | Uint8Array): Promise<string> {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	const kept = await keepFile(
		database.db,
		member,
		{ name: 'Connections.csv', content: bytes },
		now
	);
	if (!kept.ok) throw new Error(kept.refusal);
	return kept.importId;
}

async function run(
	{ communityId }: Member,
	importId: string,
	onProgress?: () => void | Promise<unknown>
) {
	await runImport(database, { communityId, importId }, now, onProgress);
}

async function outcome({ communityId }: Member, id: string) {
	return database.db
		.selectFrom('imports')
		.select([
			'state',
			'failure',
			'bytes',
			'bytesRead',
			'created',
			'updated',
			'unchanged',
			'refused'
		])
		.where('communityId', '=', communityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}

async function importFile(member: Member, content: string | Uint8Array): Promise<Counts> {
	const id = await keep(member, content);
	await run(member, id);
	const { created, updated, unchanged, refused } = await outcome(member, id);
	return { created, updated, unchanged, refused };
}

/** All that a member's book says, without ids and times. */
async function book(member: Member) {
	const { contacts } = await listContacts(database.db, member, { limit: 200 });
	const sheets = await Promise.all(
		contacts.map((contact) => readContact(database.db, member, contact.id))
	);
	return sheets.map((sheet) => ({
		name: sheet?.fullName,
		company: sheet?.company,
		position: sheet?.position,
		connectedOn: sheet?.connectedOn,
		details: sheet?.details.map((detail) => detail.normalised).toSorted()
	}));
}

const member = () => newMember(database.db);
const only = (counts: Partial<Counts>): Counts => ({
	created: 0,
	updated: 0,
	unchanged: 0,
	refused: 0,
	...counts
});

describe('an import', () => {
	it('keeps each person privately, with the day of the connection as evidence', async () => {
		const kathy = await member();
		const row = `Pierre,Dupont,${linkedin}pierre-dupont,pierre@example.com,ACME,CFO,04 Mar 2015\n`;
		expect(await importFile(kathy, header + row)).toEqual(only({ created: 1 }));
		expect(await book(kathy)).toEqual([
			{
				name: 'Pierre Dupont',
				company: 'ACME',
				position: 'CFO',
				connectedOn: '2015-03-04',
				details: [`${linkedin}pierre-dupont`, 'pierre@example.com']
			}
		]);
		const facts = await database.db
			.selectFrom('evidence')
			.innerJoin('contacts', 'contacts.id', 'evidence.contactId')
			.select(['fact', 'sharing'])
			.where('contacts.ownerId', '=', kathy.memberId)
			.execute();
		expect(facts).toEqual([{ fact: { kind: 'connected', on: '2015-03-04' }, sharing: 'private' }]);
		expect((await listContacts(database.db, kathy, { query: 'acme dup' })).contacts).toHaveLength(
			1
		);
	});

	it('reads every vintage and every spreadsheet’s idea of it', async () => {
		const pierre = { name: 'Zoé Dupont', connectedOn: '2018-06-24' };
		const old = 'First Name,Last Name,Email Address,Company,Position,Connected On';
		const files: (string | Uint8Array)[] = [
			`${old}\nZoé,Dupont,,ACME,CFO,"6/24/18, 5:02 PM"\n`,
			`Notes:\n"When exporting…"\n\n${header}Zoé,Dupont,${linkedin}zoe,,ACME,CFO,24 Jun 2018\n`,
			`\ufeff${header}Zoé,Dupont,${linkedin}zoe,,ACME,CFO,24 Jun 2018\r\n`,
			Buffer.from(`${old.replaceAll(',', ';')}\r\nZoé;Dupont;;ACME;CFO;24-Jun-18\r\n`, 'latin1'),
			Buffer.from(
				`\ufeff${old.replaceAll(',', '\t')}\nZoé\tDupont\t\tACME\tCFO\t24-juin-18\n`,
				'utf16le'
			)
		];
		for (const file of files) {
			const kathy = await member();
			expect(await importFile(kathy, file)).toEqual(only({ created: 1 }));
			expect(await book(kathy)).toMatchObject([pierre]);
		}
	});

	it('refuses nameless rows with their line and reason, and the sums add up', async () => {
		const kathy = await member();
		const id = await keep(kathy, `${header},,,,,,\nPierre,Dupont,,,,,\n,,${linkedin}x,,ACME,,\n`);
		await run(kathy, id);
		expect(await outcome(kathy, id)).toMatchObject({ created: 1, refused: 2, state: 'done' });
		const refusals = await database.db
			.selectFrom('importRefusals')
			.select(['line', 'reason'])
			.where('importId', '=', id)
			.orderBy('line')
			.execute();
		expect(refusals).toEqual([
			{ line: 2, reason: 'nameless' },
			{ line: 4, reason: 'nameless' }
		]);
	});

	it('lets the file go once it is read', async () => {
		const kathy = await member();
		const id = await keep(kathy, `${header}Pierre,Dupont,,,,,\n`);
		await run(kathy, id);
		const files = database.db.selectFrom('importPieces').selectAll().where('importId', '=', id);
		expect(await files.execute()).toEqual([]);
		const { bytes, bytesRead } = await outcome(kathy, id);
		expect(bytesRead).toBe(bytes);
	});

	it('is refused at the door when nothing in it is understood, and nothing is kept', async () => {
		const kathy = await member();
		const files = {
			unknown_format: 'a,b\n1,2\n',
			empty_file: ' \n',
			office_document: zipSync({ '[Content_Types].xml': new Uint8Array() })
		};
		for (const [refusal, content] of Object.entries(files)) {
			const file = { name: 'x', content: Buffer.from(content) };
			expect(await keepFile(database.db, kathy, file, now)).toEqual({ ok: false, refusal });
		}
		const kept = database.db.selectFrom('imports').where('memberId', '=', kathy.memberId);
		expect(await kept.selectAll().execute()).toEqual([]);
	});
});

describe('a second import', () => {
	const pierre = `Pierre,Dupont,${linkedin}pierre,,ACME,CFO,04 Mar 2015\n`;

	it('of the same file changes nothing', async () => {
		const kathy = await member();
		const file = `${header}${pierre}Anne,Roy,,anne@example.com,Beta,,01 Jan 2020\nJean,Nu,,,,,\n`;
		await importFile(kathy, file);
		const before = await book(kathy);
		expect(await importFile(kathy, file)).toEqual(only({ unchanged: 3 }));
		expect(await book(kathy)).toEqual(before);
	});

	it('brings what is new, and says what it was before', async () => {
		const kathy = await member();
		await importFile(kathy, header + pierre);
		const moved = pierre.replace('ACME,CFO', 'Beta,CEO').replace(',,', ',p@example.com,');
		expect(await importFile(kathy, header + moved)).toEqual(only({ updated: 1 }));
		expect(await book(kathy)).toMatchObject([
			{ company: 'Beta', position: 'CEO', details: [`${linkedin}pierre`, 'p@example.com'] }
		]);
		expect((await listContacts(database.db, kathy, { query: 'beta' })).contacts).toHaveLength(1);
	});

	it('recognises by profile, else by e-mail, else by name and company or day', async () => {
		const kathy = await member();
		await importFile(
			kathy,
			`${header}A,One,${linkedin}a-one,,ACME,,\nB,Two,,two@example.com,ACME,,\nC,Three,,,ACME,,\nD,Four,,,ACME,,05 May 2012\n`
		);
		const counts = await importFile(
			kathy,
			`${header}A,Renamed,${linkedin}a-one,,Beta,,\nB,Two,,two@example.com,Beta,,\nC,Three,${linkedin}three,,ACME,,\nD,Four,,,Beta,,05 May 2012\n`
		);
		expect(counts).toEqual(only({ updated: 4 }));
		const names = (await book(kathy)).map((contact) => `${contact.name} ${contact.company}`);
		expect(names).toEqual(['A Renamed Beta', 'B Two Beta', 'C Three ACME', 'D Four Beta']);
	});

	it('keeps homonyms apart: by profile, by day, and where only the name is the same', async () => {
		const kathy = await member();
		const file = `${header}Jean,Martin,${linkedin}jm1,,SNCF,,\nJean,Martin,${linkedin}jm2,,SNCF,,
Jean,Martin,,,SNCF,,01 Jan 2010\nJean,Martin,,,SNCF,,07 Jul 2014\nJean,Martin,,,EDF,,\nJean,Martin,,,,,03 Mar 2011\n`;
		const counts = await importFile(kathy, file);
		expect(counts).toEqual(only({ created: 6 }));
		expect(await importFile(kathy, file)).toEqual(only({ unchanged: 6 }));
	});

	it('never replaces, fills or brings back what the member decided by hand', async () => {
		const kathy = await member();
		const row = `Pierre,Dupont,${linkedin}pierre,p@example.com,ACME,CFO,04 Mar 2015\n`;
		await importFile(kathy, header + row);
		const [line] = (await listContacts(database.db, kathy)).contacts;
		const sheet = await readContact(database.db, kathy, line?.id ?? '');
		if (!sheet) throw new Error('lost');
		const details = sheet.details.filter((detail) => detail.kind !== 'email');
		const edited = { ...sheet, details, familyName: 'Du Pont', company: 'ACME SA', position: '' };
		await updateContact(database.db, kathy, sheet.id, edited, now);
		const newer = row.replace('ACME,CFO', 'Beta,CEO').replace('Pierre', 'Peter');
		expect(await importFile(kathy, header + row)).toEqual(only({ unchanged: 1 }));
		expect(await importFile(kathy, header + newer)).toEqual(only({ unchanged: 1 }));
		expect(await book(kathy)).toMatchObject([
			{ name: 'Pierre Du Pont', company: 'ACME SA', position: '', details: [`${linkedin}pierre`] }
		]);
	});

	it('finds a contact that was renamed by hand, even without profile and address', async () => {
		const kathy = await member();
		const file = `${header}Jean,Martin,,,SNCF,Chef,\n`;
		await importFile(kathy, file);
		const [line] = (await listContacts(database.db, kathy)).contacts;
		const draft = bareDraft({ givenName: 'Jean-Luc', familyName: 'Martin-Roy', company: 'RATP' });
		await updateContact(database.db, kathy, line?.id ?? '', draft, now);
		expect(await importFile(kathy, file)).toEqual(only({ unchanged: 1 }));
	});

	it('fills what a contact made by hand leaves open', async () => {
		const kathy = await member();
		const profile = { kind: 'profile' as const, value: '', normalised: `${linkedin}pierre` };
		const known = { givenName: 'Pierrot', familyName: 'D.', company: 'Chez lui' };
		await createContact(database.db, kathy, bareDraft({ ...known, details: [profile] }), now);
		expect(await importFile(kathy, header + pierre)).toEqual(only({ updated: 1 }));
		expect(await book(kathy)).toMatchObject([
			{ name: 'Pierrot D.', company: 'Chez lui', position: 'CFO', connectedOn: '2015-03-04' }
		]);
	});

	it('by another member does not meet the first one’s contacts', async () => {
		const kathy = await member();
		const dean = await newMember(database.db, kathy.communityId);
		await importFile(kathy, header + pierre);
		expect(await importFile(dean, header + pierre)).toEqual(only({ created: 1 }));
		expect(await countContacts(database.db, kathy)).toBe(1);
	});

	it('brings back a contact that was deleted, as a new one', async () => {
		const kathy = await member();
		await importFile(kathy, header + pierre);
		const [line] = (await listContacts(database.db, kathy)).contacts;
		await deleteContact(database.db, kathy, line?.id ?? '', now);
		expect(await importFile(kathy, header + pierre)).toEqual(only({ created: 1 }));
	});
});

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => {
		// Some are told of twice, differently, more than one transaction apart.
		const again = index % 7 === 3 && index > 1200 ? index - 1200 : index;
		return index % 50 === 0
			? ',,,,,,\n'
			: `P,N${again},${linkedin}p${again},,C${index % 3},T${index},\n`;
	}).join('');

describe('a contact that is typed while a file is read', () => {
	it('is the one the file tells of afterwards, as if it had been there before', async () => {
		const member = await newMember(database.db);
		const others = Array.from(
			{ length: 1000 },
			(_, at) => `Anne,Y,${linkedin}anne-${at},,Acme,,\n`
		);
		const pierre = `Pierre,Y,${linkedin}pierre-y,,Acme,,\n`;
		const id = await keep(member, header + others.join('') + pierre);
		const draft = bareDraft({ givenName: 'Pierre', familyName: 'Y', company: 'Acme' });
		let typed = false;
		await run(member, id, async () => {
			if (!typed) await createContact(database.db, member, draft, now);
			typed = true;
		});
		const { contacts } = await listContacts(database.db, member, { query: 'pierre' });
		expect(contacts).toHaveLength(1);
		expect(await outcome(member, id)).toMatchObject({ created: 1000, updated: 1 });
	});
});

describe('an import that is killed', () => {
	it('goes on where it was, with the same book and counts that add up', async () => {
		const file = header + people(3500);
		const whole = await member();
		const counts = await importFile(whole, file);
		for (const deadly of [1, 2, 3]) {
			const kathy = await member();
			const id = await keep(kathy, file);
			let batches = 0;
			const die = () => {
				batches += 1;
				if (batches === deadly) throw new Error('killed');
			};
			await expect(run(kathy, id, die)).rejects.toThrow('killed');
			expect(await outcome(kathy, id)).toMatchObject({ state: 'running' });
			await run(kathy, id);
			expect(await outcome(kathy, id)).toMatchObject({ ...counts, state: 'done' });
			expect(await countContacts(database.db, kathy)).toBe(counts.created);
			expect(await importFile(kathy, file)).toEqual(
				only({ unchanged: 3500 - counts.refused, refused: counts.refused })
			);
		}
	});

	it('counts each row once when two workers run it at the same time', async () => {
		const file = header + people(3500);
		const kathy = await member();
		const id = await keep(kathy, file);
		await Promise.all([run(kathy, id), run(kathy, id), run(kathy, id)]);
		const { created, updated, unchanged, refused } = await outcome(kathy, id);
		expect(created + updated + unchanged + refused).toBe(3500);
		expect(await countContacts(database.db, kathy)).toBe(created);
	});

	it('stops when its member stops it, and keeps what was read', async () => {
		const kathy = await member();
		const id = await keep(kathy, header + people(3500));
		const stop = sql`update imports set state = 'cancelled' where id = ${id}`;
		let stopping: Promise<unknown> = Promise.resolve();
		await run(kathy, id, () => (stopping = stop.execute(database.db)));
		await stopping;
		const { state, refused, ...rest } = await outcome(kathy, id);
		expect(state).toBe('cancelled');
		expect(rest.created + rest.updated + rest.unchanged + refused).toBeLessThan(3500);
	});
});

const cell = (...values: string[]) => fc.constantFrom('', ...values);

it('whatever the file, each row is counted once and a second import changes nothing', async () => {
	const row = fc
		.tuple(
			cell('Jean', 'Anne'),
			cell('Martin'),
			cell(`${linkedin}a`, `${linkedin}b`, 'http://example.com', 'x'),
			cell('a@example.com', 'b@example.com', 'nonsense'),
			cell('ACME', 'Beta', 'acme'),
			cell('CFO', 'CEO'),
			cell('01 Jan 2010', '02 Jan 2010', '07 Jul 2014', 'soon')
		)
		.map((cells) => cells.join(','));
	const broken = fc.constantFrom('a,b', '"open', 'x"y,z', '😀,,,,,,', ',,,,,,,,,,,,');
	const file = fc.array(fc.oneof({ weight: 9, arbitrary: row }, broken), { maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(file, async (rows) => {
			const kathy = await member();
			const text = `${header}${rows.join('\n')}\n`;
			const first = await importFile(kathy, text);
			const read = first.created + first.updated + first.unchanged + first.refused;
			expect(read).toBeLessThanOrEqual(rows.length);
			expect(read).toBeGreaterThanOrEqual(rows.filter((line) => line.startsWith('Jean')).length);
			expect(await countContacts(database.db, kathy)).toBe(first.created);
			const before = await book(kathy);
			expect(await importFile(kathy, text)).toEqual(
				only({ unchanged: read - first.refused, refused: first.refused })
			);
			expect(await book(kathy)).toEqual(before);
		}),
		{ numRuns: 60 }
	);
});
