import type { MatchRecord } from '#lib/matching/match-record.ts';
import { numbersFrom } from '#lib/matching/seeded-numbers.ts';
import type { Invented } from './invented-books.ts';
import { inventFamilyName, inventGivenName } from './invented-names.ts';
import { chance, type Draw, misspell, pick, withoutAccents } from './misspell.ts';

const households = 900;
const towns =
	`Valbourg Montclair Saint-Aubin Rochefleur Villeneuve Beaumont Aigremont Fontenelle Castelroux
Pontarny Hautmont Clairlac`.split(/\s+/);
const streets =
	`rue des Lilas|avenue de la Gare|rue du Moulin|place du Marché|chemin Vert|rue Basse|
boulevard du Nord|impasse des Roses|rue de l'Église|route de Paris`
		.split('|')
		.map((street) => street.trim());
const occupations =
	`journalier boulanger couturière instituteur menuisier négociante ouvrier tailleur`.split(/\s+/);

interface Person {
	key: string;
	given: string;
	family: string;
	birth: string;
	street: string;
	streetNumber: string;
	city: string;
	postcode: string;
	occupation: string;
}

/**
 * Several countings of one town's people: whole families under one roof with one name, dates of birth
 * half known, a third of the values missing, names exchanged, removals between two countings. The same
 * seed invents the same.
 */
export function invent(seed: number): Invented[] {
	const draw = numbersFrom(seed);
	const invented: Invented[] = [];
	for (let household = 0; household < households; household += 1)
		for (const person of inventHousehold(draw, household))
			for (let counting = 0; counting < 4; counting += 1)
				if (chance(draw, 55))
					invented.push({
						person: person.key,
						record: { id: String(invented.length), ...count(draw, person) }
					});
	return invented;
}

function inventHousehold(draw: Draw, household: number): Person[] {
	const family = inventFamilyName(draw);
	const home = inventHome(draw);
	const givens = new Set(Array.from({ length: 1 + draw(4) }, () => inventGivenName(draw)));
	return [...givens].map((given, at) => ({
		key: `${household}-${at}`,
		given,
		family,
		birth: `${(at < 2 ? 1930 : 1960) + draw(30)}-${two(1 + draw(12))}-${two(1 + draw(28))}`,
		occupation: pick(draw, occupations),
		...home
	}));
}

function inventHome(draw: Draw) {
	const town = draw(towns.length);
	return {
		street: pick(draw, streets),
		streetNumber: String(1 + draw(80)),
		city: towns[town] ?? '',
		postcode: String(21_000 + town * 130)
	};
}

function count(draw: Draw, person: Person): Omit<MatchRecord, 'id'> {
	const home = chance(draw, 12) ? inventHome(draw) : person;
	const known = (value: string, percent: number) =>
		chance(draw, percent) ? slip(draw, value) : '';
	const names = [slip(draw, person.given), slip(draw, person.family)] as const;
	const [givenName, familyName] = chance(draw, 6) ? [names[1], names[0]] : names;
	return {
		givenName: chance(draw, 4) ? '' : givenName,
		familyName: chance(draw, 3) ? '' : familyName,
		birthDate: chance(draw, 70) ? birthOf(draw, person.birth) : '',
		street: known(home.street, 70),
		streetNumber: known(home.streetNumber, 70),
		city: known(home.city, 90),
		postcode: known(home.postcode, 75),
		position: known(person.occupation, 60)
	};
}

function birthOf(draw: Draw, birth: string): string {
	if (chance(draw, 12)) return birth.slice(0, 4);
	const [year = '', month = '', day = ''] = birth.split('-');
	if (chance(draw, 4)) return `${year}-${two(Math.min(12, Number(day)))}-${month}`;
	return chance(draw, 6) ? `${year}-${month}-${two(1 + draw(28))}` : birth;
}

function slip(draw: Draw, value: string): string {
	if (chance(draw, 10)) return misspell(draw, value);
	return chance(draw, 20) ? withoutAccents(value).toUpperCase() : value;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
