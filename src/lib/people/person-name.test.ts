import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPersonName, type PersonName } from '#lib/people/person-name.ts';

/** given|family, and what was set apart. */
function brief({ givenName, familyName, fullName, credentials, nickname }: PersonName): string {
	const name = givenName + familyName === '' ? fullName : `${givenName}|${familyName}`;
	return [name, credentials && `+ ${credentials}`, nickname && `~ ${nickname}`]
		.filter(Boolean)
		.join(' ');
}

describe('a whole name', () => {
	test.each([
		['DUPONT Jean-Pierre, MBA', 'Jean-Pierre|Dupont + MBA'],
		['jean-pierre dupont', 'Jean-Pierre|Dupont'],
		['JEAN-PIERRE DUPONT', 'Jean-Pierre|Dupont'],
		['Jean-Pierre DUPONT', 'Jean-Pierre|Dupont'],
		['Dupont, Jean-Pierre', 'Jean-Pierre|Dupont'],
		['DUPONT, Jean-Pierre, MBA', 'Jean-Pierre|Dupont + MBA'],
		['de La Fontaine, Jean', 'Jean|de La Fontaine'],
		['YVON Pierre', 'Pierre|Yvon'],
		['LE GOFF Yann', 'Yann|Le Goff'],
		['DE LA FONTAINE Jean', 'Jean|de La Fontaine'],
		['Jean de La Fontaine', 'Jean|de La Fontaine'],
		['JUAN DE LA CRUZ', 'Juan|de la Cruz'],
		['VINCENT VAN DEN BERG', 'Vincent|van den Berg'],
		['Vincent van den Berg', 'Vincent|van den Berg'],
		['Charles de GAULLE', 'Charles|de Gaulle'],
		['MARIA DOS SANTOS', 'Maria|dos Santos'],
		['ANNA VON DER HEIDE', 'Anna|von der Heide'],
		['RONALD MCDONALD', 'Ronald|McDonald'],
		['Ronald McDonald', 'Ronald|McDonald'],
		['SINEAD O’NEILL', 'Sinead|O’Neill'],
		['Le Goff', '|Le Goff'],
		['Jean Dupont MBA PMP', 'Jean|Dupont + MBA, PMP'],
		['Jean Dupont, Ph.D., CFA', 'Jean|Dupont + Ph.D., CFA'],
		['Jean Dupont - Coach certifié', 'Jean|Dupont + Coach certifié'],
		['Jean Dupont | Recruteur', 'Jean|Dupont + Recruteur'],
		['Jack Ma', 'Jack|Ma'],
		['Ma, Jack', 'Jack|Ma'],
		['Jean Mba', 'Jean|Mba'],
		['JEAN MBA', 'Jean|Mba'],
		['Dr. Anna Schmidt', 'Anna|Schmidt + Dr.'],
		['Prof. Dr. Anna Schmidt', 'Anna|Schmidt + Prof., Dr.'],
		['Mme Zoé Martin', 'Zoé|Martin + Mme'],
		['M. Jean Dupont', 'Jean|Dupont + M.'],
		['M. Dupont', 'M.|Dupont'],
		['Mr. John Doe Jr.', 'John|Doe + Mr., Jr.'],
		['Zoé Martin 🚀', 'Zoé|Martin'],
		['✅ Zoé ⭐️ Martin', 'Zoé|Martin'],
		['𝗭𝗼𝗲 𝗠𝗮𝗿𝘁𝗶𝗻', 'Zoe|Martin'],
		['Robert “Bob” Smith', 'Robert|Smith ~ Bob'],
		["Robert 'Bob' Smith", 'Robert|Smith ~ Bob'],
		['Zoé Martin (née Durand)', 'Zoé|Martin ~ née Durand'],
		['J.-P. Dupont', 'J.-P.|Dupont'],
		['John F. Kennedy', 'John F.|Kennedy'],
		['JP Dupont', 'JP|Dupont'],
		['Pierre Y', 'Pierre|Y'],
		['zoé', 'Zoé|'],
		['ZOÉ', 'Zoé|'],
		['İBRAHİM YILMAZ', 'Ibrahim|Yilmaz']
	])('%s', (fullName, expected) => {
		expect(brief(readPersonName({ fullName }))).toBe(expected);
	});

	test.each([
		'Acme Consulting',
		'SNCF & Cie',
		'Garage Martin',
		'Martin SARL',
		'Pierre & Marie',
		'山田 太郎',
		'김철수',
		'🚀',
		'+33 6 39 98 12 34'
	])('%s stays as it is', (fullName) => {
		expect(readPersonName({ fullName })).toEqual({
			givenName: '',
			familyName: '',
			fullName,
			credentials: '',
			nickname: '',
			asWritten: fullName
		});
	});

	test('names in other scripts keep their letters', () => {
		expect(brief(readPersonName({ fullName: 'ИВАН ПЕТРОВ' }))).toBe('ИВАН|ПЕТРОВ');
		expect(brief(readPersonName({ fullName: 'محمد علي' }))).toBe('محمد|علي');
	});
});

describe('a name in two parts', () => {
	test.each([
		['Jean-Pierre', 'DUPONT, MBA', 'Jean-Pierre|Dupont + MBA'],
		['JEAN-PIERRE', 'DUPONT', 'Jean-Pierre|Dupont'],
		['jean-pierre', 'dupont', 'Jean-Pierre|Dupont'],
		['jean', "d'ormesson", "Jean|d'Ormesson"],
		['JEAN', "D'ORMESSON", "Jean|D'Ormesson"],
		['Dr. Anna', 'Schmidt', 'Anna|Schmidt + Dr.'],
		['Dr', 'Schmidt', '|Schmidt + Dr'],
		['JP', 'Dupont', 'JP|Dupont'],
		['Wei', 'LI', 'Wei|Li'],
		['Jean - Pierre', 'Dupont', 'Jean-Pierre|Dupont'],
		['Zoé', 'Martin - Durand', 'Zoé|Martin-Durand'],
		['Zoé', 'Martin - MBA', 'Zoé|Martin + MBA'],
		['Zoé 🚀', 'Martin | Coach', 'Zoé|Martin + Coach'],
		['Jean', 'MBA', 'Jean|Mba'],
		['Gerard', "'t Hooft", "Gerard|'t Hooft"],
		['Daisy', 'van den Berg', 'Daisy|van den Berg'],
		['Jan', 'Van den Berg', 'Jan|Van den Berg'],
		['Gabriel', 'García Márquez', 'Gabriel|García Márquez'],
		['Jean-Pierre Dupont', '', 'Jean-Pierre|Dupont'],
		['', 'Dupont, Jean', 'Jean|Dupont'],
		['', 'van den Berg', '|van den Berg'],
		['John', 'Doe III', 'John|Doe + III'],
		['John', 'Doe Jr', 'John|Doe + Jr'],
		['Zoé', '(She/Her) Martin', 'Zoé|Martin ~ She/Her'],
		['', '', '']
	])('%s, %s', (givenName, familyName, expected) => {
		const name = readPersonName({ givenName, familyName });
		expect(brief(name)).toBe(expected);
		expect(name.asWritten).toBe(`${givenName} ${familyName}`.trim());
	});
});

const words = fc.constantFrom(
	...'DUPONT Jean-Pierre MBA, Ph.D. Dr. M. van den de La o’neill ma JP | - ( ) " “Bob” 🚀 İ ß ǆ 太 Ω ﬁ 𝗔 , Jr SARL'.split(
		' '
	)
);
const text = fc.oneof(
	fc.array(words, { maxLength: 7 }).map((list) => list.join(' ')),
	fc.array(words, { maxLength: 5 }).map((list) => list.join('')),
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: 'binary' })
);

// ℹ is a letter to Unicode, and an ornament to everybody else; ς is a σ that ends a word.
function lettersOf(written: string): string[] {
	const letters = written
		.replace(/[^\p{L}]|\u2139/gu, '')
		.normalize('NFKD')
		.toLowerCase();
	return [
		...letters
			.normalize('NFKD')
			.replace(/[^\p{L}]/gu, '')
			.replaceAll('ς', 'σ')
	].toSorted();
}

test('what is too long for a name stays as it is', () => {
	const fullName = '«'.repeat(100_000) + 'DUPONT, Jean';
	expect(readPersonName({ fullName })).toMatchObject({ givenName: '', fullName });
	expect(readPersonName({ givenName: 'Zoé', familyName: fullName }).fullName).toContain('DUPONT');
});

test('no letter is lost, in parts or whole, and nothing throws', () => {
	fc.assert(
		fc.property(text, text, (givenName, familyName) => {
			for (const written of [{ givenName, familyName }, { fullName: givenName }]) {
				const name = readPersonName(written);
				const shown = name.fullName + name.credentials + name.nickname;
				const whole = 'fullName' in written ? givenName : givenName + familyName;
				expect(lettersOf(shown)).toEqual(lettersOf(whole));
				if (whole.trim() !== '' && name.asWritten !== '') expect(name.fullName).not.toBe('');
			}
		}),
		{ numRuns: 3000 }
	);
});

test('a name that was read is read again as the same', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('ZOÉ', 'jean-luc', 'Anna'),
			fc.constantFrom('LE GOFF', 'van den Berg', "D'ORMESSON", 'mcdonald'),
			(givenName, familyName) => {
				const once = readPersonName({ givenName, familyName });
				expect(readPersonName(once).fullName).toBe(once.fullName);
				expect(
					readPersonName({ givenName: once.givenName, familyName: once.familyName })
				).toMatchObject({
					givenName: once.givenName,
					familyName: once.familyName
				});
			}
		)
	);
});
