import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/importers/decode.ts';
import type { ImportRow } from '#lib/importers/record.ts';
import { vcard } from '#lib/importers/vcard.ts';

async function rowsOf(...lines: string[]): Promise<ImportRow[]> {
	return Array.fromAsync(vcard.rows([lines.join('\r\n') + '\r\n']));
}

/** What a card of these lines tells; it must tell something. */
async function contactOf(...lines: string[]) {
	const rows = await rowsOf('BEGIN:VCARD', ...lines, 'END:VCARD');
	expect(rows).toHaveLength(1);
	const [row] = rows;
	if (row?.kind !== 'record') throw new Error(`refused: ${JSON.stringify(row)}`);
	return row.record;
}

function refused(line: number, reason: string, excerpt: string) {
	return { kind: 'refused', line, reason, excerpt };
}

test('a card of Gmail: every address and number, company, post, escaped web address', async () => {
	const record = await contactOf(
		'VERSION:3.0',
		'FN:Dr. Zoé DURAND, MBA',
		'N:DURAND;Zoé;;Dr.;MBA',
		'EMAIL;TYPE=INTERNET;TYPE=WORK:Zoe@Example.com',
		'EMAIL;TYPE=INTERNET:zoe.durand@example.org',
		'TEL;TYPE=CELL:06 39 98 12 34',
		'TEL;TYPE=WORK;TYPE=FAX:06 39 98 00 00',
		'ORG:Acme\\, Inc.;Research',
		'TITLE:Engineer',
		'item3.URL:http\\://www.example.org/zoe',
		'item3.X-ABLabel:_$!<HomePage>!$_',
		'item4.URL:https\\://www.linkedin.com/in/Zoe-Durand/',
		'item4.X-ABLabel:PROFILE',
		'NOTE:private'
	);
	expect(record).toEqual({
		kind: 'contact',
		line: 1,
		givenName: 'Zoé',
		familyName: 'Durand',
		fullName: 'Zoé Durand',
		nameAsWritten: 'Dr. Zoé DURAND, MBA',
		credentials: 'Dr., MBA',
		emails: ['zoe@example.com', 'zoe.durand@example.org'],
		phones: ['06 39 98 12 34'],
		profile: 'https://www.linkedin.com/in/zoe-durand',
		links: ['http://www.example.org/zoe'],
		company: 'Acme, Inc.',
		position: 'Engineer',
		unread: []
	});
});

describe('version 2.1', () => {
	test('Outlook: bare types, and a label whose soft break hides what looks like a property', async () => {
		const record = await contactOf(
			'VERSION:2.1',
			'N;LANGUAGE=fr:Durand;Zoé',
			'TEL;WORK;VOICE:+33 6 39 98 12 34',
			'EMAIL;PREF;INTERNET:zoe@example.com',
			'LABEL;WORK;ENCODING=QUOTED-PRINTABLE:1 rue X=0D=0A=',
			'TEL:not hers',
			'ROLE:Engineer'
		);
		expect(record).toMatchObject({
			fullName: 'Zoé Durand',
			phones: ['+33 6 39 98 12 34'],
			emails: ['zoe@example.com'],
			position: 'Engineer'
		});
	});

	test('Android: a soft break within a character', async () => {
		const record = await contactOf(
			'VERSION:2.1',
			'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=44=75=72=61=6E=64;Zo=C3=',
			'=A9;;;',
			'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89cole=3B x=',
			''
		);
		expect(record).toMatchObject({ fullName: 'Zoé Durand', company: 'École; x' });
	});

	test('a character set is the one that is named, or else the one that it must be', async () => {
		const latin = 'CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE';
		expect(await contactOf(`FN;${latin}:Zo=E9 Durand`)).toMatchObject({ fullName: 'Zoé Durand' });
		const wrong = 'CHARSET=nothing;ENCODING=QUOTED-PRINTABLE';
		expect(await contactOf(`FN;${wrong}:Zo=C3=A9 Durand`)).toMatchObject({ givenName: 'Zoé' });
		expect(await contactOf(`FN;${wrong}:Zo=E9 Durand`)).toMatchObject({ givenName: 'Zoé' });
	});

	test('a card within a card is somebody too', async () => {
		const rows = await rowsOf(
			'BEGIN:VCARD',
			'FN:Zoé Durand',
			'AGENT:',
			'BEGIN:VCARD',
			'FN:Paul Martin',
			'END:VCARD',
			'TEL:+33 6 39 98 12 34',
			'END:VCARD'
		);
		expect(rows).toMatchObject([
			{ record: { line: 4, fullName: 'Paul Martin', phones: [] } },
			{ record: { line: 1, fullName: 'Zoé Durand', phones: ['+33 6 39 98 12 34'] } }
		]);
	});
});

describe('version 4.0', () => {
	test('telephone addresses, parameters in quotation marks', async () => {
		const record = await contactOf(
			'VERSION:4.0',
			'FN:Zoé Durand',
			'TEL;VALUE=uri;TYPE="work,voice";LABEL="a:b":tel:+33-6-39-98-12-34;ext=102',
			'TEL;VALUE=uri;TYPE="home,fax":tel:+33-6-39-98-00-00',
			'IMPP:xmpp:zoe@example.com'
		);
		expect(record).toMatchObject({ phones: ['+33-6-39-98-12-34 ext. 102'], links: [] });
	});

	test.each(['KIND:group', 'KIND:location', 'X-ADDRESSBOOKSERVER-KIND:group'])(
		'%s is nobody',
		async (kind) => {
			const rows = await rowsOf('BEGIN:VCARD', kind, 'FN:Friends', 'END:VCARD');
			expect(rows).toEqual([refused(1, 'nobody_named', 'Friends')]);
		}
	);
});

describe('who has no name', () => {
	test.each([
		[['ORG:Acme;Sales', 'TEL:+33 6 39 98 12 34'], 'Acme'],
		[['NICKNAME:Zouzou', 'ORG:Acme'], 'Zouzou'],
		[['EMAIL:zoe@example.com', 'TEL:+33 6 39 98 12 34'], 'zoe@example.com'],
		[['TEL:+33 6 39 98 12 34'], '+33 6 39 98 12 34'],
		[['TEL;TYPE=FAX:+33 6 39 98 00 00'], '+33 6 39 98 00 00'],
		[['URL:https://www.linkedin.com/in/zoe'], 'https://www.linkedin.com/in/zoe'],
		[['FN:', 'N:;;;;', 'EMAIL:zoe@example.com'], 'zoe@example.com']
	])('%s is kept as %s', async (lines, fullName) => {
		expect(await contactOf(...lines)).toMatchObject({ fullName });
	});

	test('and a card that tells nothing of anybody is refused', async () => {
		expect(await rowsOf('BEGIN:VCARD', 'NOTE:x', 'END:VCARD')).toEqual([
			refused(1, 'nameless', '')
		]);
	});
});

test('profiles on LinkedIn, however they are written', async () => {
	for (const line of [
		'X-SOCIALPROFILE;type=linkedin;x-user=zoe:http://www.linkedin.com/in/zoe',
		'X-SOCIALPROFILE;type=linkedin:x-apple:zoe',
		'X-LINKEDIN:zoe',
		'IMPP;X-SERVICE-TYPE=LinkedIn:linkedin:zoe',
		'URL:linkedin.com/in/Zoe/fr'
	]) {
		const record = await contactOf('FN:Zoé Durand', line);
		expect(record).toMatchObject({ profile: 'https://www.linkedin.com/in/zoe', links: [] });
	}
});

test('the number of an assistant is not taken for one’s own', async () => {
	const record = await contactOf(
		'FN:Zoé Durand',
		'item1.TEL:+33 6 39 98 00 00',
		'item1.X-ABLabel:_$!<AssistantPhone>!$_',
		'item2.TEL:+33 6 39 98 12 34',
		'item2.X-ABLabel:Boat'
	);
	expect(record).toMatchObject({ phones: ['+33 6 39 98 12 34'] });
});

test('several posts are told as a career', async () => {
	const record = await contactOf(
		'FN:Zoé Durand',
		'ORG:Acme',
		'ORG:Bull',
		'TITLE:Engineer',
		'TITLE:Adviser'
	);
	expect(record).toMatchObject({
		company: 'Acme',
		position: 'Engineer',
		positions: [
			{ company: 'Acme', title: 'Engineer' },
			{ company: 'Bull', title: 'Adviser' }
		]
	});
});

test('folded lines, blank lines, photos folded or not, and values that make no sense', async () => {
	const record = await contactOf(
		'FN:Zoé Du',
		' rand',
		'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
		' TEL:AAAA',
		'',
		'PHOTO;ENCODING=BASE64:',
		'TELAAAAAAA==',
		'',
		'EMAIL:zoe at example',
		'URL:nowhere'
	);
	expect(record).toMatchObject({
		fullName: 'Zoé Durand',
		phones: [],
		unread: [
			{ field: 'email', value: 'zoe at example' },
			{ field: 'link', value: 'nowhere' }
		]
	});
});

async function* withPhoto() {
	yield 'BEGIN:VCARD\nFN:Zoé Durand\nPHOTO:';
	for (let piece = 0; piece < 200; piece += 1) yield 'A'.repeat(65_536);
	yield '\nTEL:+33 6 39 98 12 34\nEND:VCARD\n';
}

test('a photo of megabytes in one line does not hold up what follows', async () => {
	const rows = await Array.fromAsync(vcard.rows(withPhoto()));
	expect(rows).toMatchObject([{ record: { line: 1, phones: ['+33 6 39 98 12 34'] } }]);
});

describe('files that are damaged', () => {
	test('a card without its end is refused, and the next one read', async () => {
		const rows = await rowsOf(
			'BEGIN:VCARD',
			'FN:Zoé Durand',
			'BEGIN:VCARD',
			'FN:Paul Martin',
			'END:VCARD',
			'BEGIN:VCARD',
			'N:Yvon;Pi'
		);
		expect(rows).toMatchObject([
			refused(1, 'incomplete', 'Zoé Durand'),
			{ record: { line: 3, fullName: 'Paul Martin' } },
			refused(6, 'incomplete', 'Yvon;Pi')
		]);
	});

	test('what stands between cards is told once', async () => {
		const rows = await rowsOf(
			'FN:lost',
			'TEL:1',
			'END:VCARD',
			'BEGIN:VCARD',
			'FN:Zoé',
			'END:VCARD'
		);
		expect(rows).toMatchObject([refused(1, 'unreadable', 'FN:lost'), { record: { line: 4 } }]);
	});

	test('files put together without a line between them', async () => {
		const rows = await rowsOf(
			'BEGIN:vCard',
			'FN:Zoé',
			'END:VCARDBEGIN:VCARD',
			'FN:Paul',
			'end:vcard'
		);
		expect(rows).toMatchObject([
			{ record: { line: 1, fullName: 'Zoé' } },
			{ record: { line: 3, fullName: 'Paul' } }
		]);
	});

	test('UTF-16 and Windows-1252', async () => {
		const card = 'BEGIN:VCARD\r\nFN:Zoé Durand\r\nEND:VCARD\r\n';
		for (const encoding of ['utf16le', 'latin1'] as const) {
			const mark = encoding === 'utf16le' ? '\ufeff' : '';
			const text = decodeText([Buffer.from(mark + card, encoding)]);
			expect(await Array.fromAsync(vcard.rows(text))).toMatchObject([
				{ record: { fullName: 'Zoé Durand' } }
			]);
		}
	});
});

test('recognised by its beginning', () => {
	expect(vcard.recognise('\r\nBEGIN:vCard\r\nVERSION:3.0')).toBe(true);
	expect(vcard.recognise('Subject: my card\n\nBEGIN:VCARD')).toBe(false);
	expect(vcard.recognise('BEGIN:VCALENDAR')).toBe(false);
});
