import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/importers/decode.ts';
import { outlookContacts } from '#lib/importers/outlook-contacts.ts';
import { ansi, encodings } from '../../../tests/support/connections-file.ts';

/** The columns that matter, each as its own language writes it, and some that do not. */
const headers = {
	'on a computer':
		"Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Fax,Business Phone,Mobile Phone,Company Main Phone,Assistant's Phone,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Referred By,Web Page",
	'in French':
		'Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Télécopie (bureau),Téléphone (bureau),Tél. mobile,Téléphone société,Téléphone de l’assistant(e),Adresse de messagerie,Type de messagerie,Nom complet de l’adresse de messagerie,Adresse de messagerie 2,Recommandé par,Page Web',
	'in German':
		'Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,Fax geschäftlich,Telefon geschäftlich,Mobiltelefon,Telefon Firma,Telefon Assistent,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,Empfohlen von,Webseite',
	'in Spanish':
		'Tratamiento,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto,Calle del trabajo,Fax del trabajo,Teléfono del trabajo,Teléfono móvil,Número de compañía,Teléfono del asistente,Dirección de correo electrónico,Tipo de correo electrónico,Nombre para mostrar del correo electrónico,Correo electrónico 2,Recomendado por,Página Web'
};
const row =
	'Dr,Zoé,Anne,DURAND,MBA,Acme,Research,Engineer,"1 rue X\nLyon",06 39 98 00 00,06 39 98 12 34,+33 6 39 98 12 35,,06 39 98 99 99,Zoe@Example.com,SMTP,Zoé Durand,zd@example.org,Paul,www.example.org';

const record = {
	kind: 'contact',
	line: 2,
	givenName: 'Zoé Anne',
	familyName: 'Durand',
	fullName: 'Zoé Anne Durand',
	nameAsWritten: 'Dr Zoé Anne DURAND MBA',
	credentials: 'Dr, MBA',
	emails: ['zoe@example.com', 'zd@example.org'],
	phones: ['06 39 98 12 34', '+33 6 39 98 12 35'],
	profile: undefined,
	links: ['www.example.org'],
	company: 'Acme',
	position: 'Engineer',
	unread: []
};

describe.each(Object.entries(headers))('exported %s', (_, header) => {
	test.each([...Object.values(encodings), ansi])('in any encoding', async (encode) => {
		const text = decodeText([encode(`${header}\r\n${row}\r\n`)]);
		const whole = (await Array.fromAsync(text)).join('');
		expect(outlookContacts.recognise(whole)).toBe(true);
		expect(await Array.fromAsync(outlookContacts.rows([whole]))).toEqual([
			{ kind: 'record', record }
		]);
	});
});

test('Outlook.com: the title comes after the name; a number alone names somebody', async () => {
	const text = [
		'First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Mobile Phone,Pager,Company Main Phone,Job Title,Company,Home Street,Business Street,Web Page,Birthday,Notes',
		'Paul,,Martin,Mr,,,,,paul@example.com,,,,,,06 39 98 12 34,,,Adviser,Bull,,,,,',
		',,,,,,,,,,,,,,,,06 39 98 12 37,,,,,,,',
		',,,,,,,,/o=Bull/cn=paul,,,,,,,,,,Acme,,,,,'
	].join('\n');
	expect(outlookContacts.recognise(text)).toBe(true);
	expect(await Array.fromAsync(outlookContacts.rows([text]))).toMatchObject([
		{
			record: { fullName: 'Paul Martin', credentials: 'Mr', position: 'Adviser', company: 'Bull' }
		},
		{ record: { fullName: '06 39 98 12 37', phones: ['06 39 98 12 37'] } },
		{ record: { fullName: 'Acme', unread: [{ field: 'email', value: '/o=Bull/cn=paul' }] } }
	]);
});

test('a row that ends early is refused', async () => {
	const text = `${headers['on a computer']}\nDr,Zoé,Anne`;
	expect(await Array.fromAsync(outlookContacts.rows([text]))).toEqual([
		{ kind: 'refused', line: 2, reason: 'wrong_columns', excerpt: 'Dr,Zoé,Anne' }
	]);
});
