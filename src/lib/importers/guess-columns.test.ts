import { describe, expect, test } from 'vitest';
import { guessColumns } from '#lib/importers/guess-columns.ts';
import { headerKey, mappingSchema } from '#lib/importers/mapped-mapping.ts';

function fieldsOf(header: string, ...rows: string[]) {
	return guessColumns(
		header.split(';'),
		rows.map((row) => row.split(';'))
	).fields;
}

describe('columns are known by their names', () => {
	test.each([
		[
			'Prénom;Nom;Société;Fonction;E-mail;Tél. portable',
			'givenName familyName company position email phone'
		],
		[
			'NOM;PRENOM;Entreprise;Poste;Adresse e-mail;Téléphone',
			'familyName givenName company position email phone'
		],
		['Nom;Courriel;Télécopie;Ville', 'fullName email otherPhone null'],
		['Vorname;Name;Firma;Titel;E-Mail;Handy', 'givenName familyName company position email phone'],
		[
			'Nombre;Apellidos;Empresa;Cargo;Correo electrónico;Móvil',
			'givenName familyName company position email phone'
		],
		['Full Name;Work email;Home email;LinkedIn URL;Web site', 'fullName email email profile link'],
		['Name;Mailing Address;Birth date;Email Opt-in;id', 'fullName null null null null']
	])('%s', (header, expected) => {
		expect(fieldsOf(header).map(String)).toEqual(expected.split(' '));
	});
});

test('a title is a form of address or a post: what is in the column tells', () => {
	expect(fieldsOf('Title;Name', 'Dr;Zoé', 'Mme;Anna', ';Paul')).toEqual(['prefix', 'fullName']);
	expect(fieldsOf('Titre;Nom', 'Directrice;Zoé', 'Dr;Anna', 'CEO;Paul')).toEqual([
		'position',
		'fullName'
	]);
});

test('columns with unknown names are known by their addresses', () => {
	expect(
		fieldsOf(
			'a;b;c;d;e',
			'zoe@example.com;https://www.linkedin.com/in/zoe;www.example.org;+33 6 39 98 12 34;12',
			';;;06 39 98 12 35;75002',
			'paul@example.org;;https://example.net/x;;x'
		)
	).toEqual(['email', 'profile', 'link', 'phone', null]);
});

describe('without a header', () => {
	test('given and family names, companies and addresses', () => {
		const rows = [
			['DURAND', 'Zoé', 'Acme SAS', 'zoe@example.com'],
			['LE GOFF', 'Yann', 'Bull', ''],
			['MARTIN', 'Jean-Paul', 'Cabinet Dupont', 'jp@example.org']
		];
		expect(guessColumns(undefined, rows)).toEqual({
			header: false,
			fields: ['familyName', 'givenName', 'company', 'email']
		});
	});

	test('whole names', () => {
		const rows = [
			['Zoé Durand', '06 39 98 12 34'],
			['Yann Le Goff', '']
		];
		expect(guessColumns(undefined, rows).fields).toEqual(['fullName', 'phone']);
	});

	test('nothing of people', () => {
		expect(
			guessColumns(undefined, [
				['1', '2.5'],
				['3', '7']
			]).fields
		).toEqual([null, null]);
	});
});

test('a mapping is plain JSON, and checked', () => {
	const mapping = guessColumns(['Nom', 'x'], []);
	expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
	expect(mappingSchema.safeParse({ header: true, fields: ['shoeSize'] }).success).toBe(false);
	expect(mappingSchema.safeParse({ header: true, fields: [] }).success).toBe(false);
});

test('it is remembered under the folded names of the columns', () => {
	expect(headerKey([' Prénom', 'E-MAIL'], 2)).toBe('prenom|e mail');
	expect(headerKey(['prenom', 'e-mail'], 2)).toBe('prenom|e mail');
	expect(headerKey(undefined, 3)).toBe('3 columns');
});
