import type { MatchRecord } from '#lib/matching/match-record.ts';
import { numbersFrom } from '#lib/matching/seeded-numbers.ts';
import { inventCompany, inventFamilyName, inventGivenName, shortForms } from './invented-names.ts';
import { chance, type Draw, misspell, pick, withoutAccents } from './misspell.ts';

/** A record whose person is known. */
export interface Invented {
	record: MatchRecord;
	person: string;
}

export interface Person {
	key: string;
	given: string;
	family: string;
	maiden: string;
	emails: string[];
	phone: string;
	profile: string;
	/** The oldest first. */
	jobs: { company: string; position: string }[];
}

/** How many books there are. */
export const books = 12;
const people = 2600;
const positions =
	`Directeur commercial|Directrice financière|Chef de projet|Consultante|Ingénieur logiciel|
Responsable marketing|Acheteur|Sales manager|Software engineer|Head of product|CFO|CEO|DRH|Data analyst`
		.split('|')
		.map((position) => position.trim());

/**
 * The address books of several members over one population: what LinkedIn, a telephone, a mailbox and
 * an old spreadsheet know of people, as they write it, with what goes wrong. Homonyms are there,
 * colleagues share a switchboard. The same seed invents the same.
 */
export function invent(seed: number): Invented[] {
	const draw = numbersFrom(seed);
	const companies = Array.from({ length: 220 }, () => inventCompany(draw));
	const population = Array.from({ length: people }, (_, at) => inventPerson(draw, at, companies));
	const invented: Invented[] = [];
	for (let book = 0; book < books; book += 1) {
		for (const person of population) {
			if (!isKnown(draw, person)) continue;
			for (const told of tellOf(draw, person))
				invented.push({
					person: person.key,
					record: { id: `${book}-${invented.length}`, ...told }
				});
		}
	}
	return invented;
}

/** Whether a book knows a person; some people are known to many. */
export function isKnown(draw: Draw, { key }: Person): boolean {
	return chance(draw, Number(key) % 10 === 0 ? 45 : 12);
}

/** What one book says of a person, by one source or two. */
export function tellOf(draw: Draw, person: Person): Omit<MatchRecord, 'id'>[] {
	return sourcesOf(draw).map((source) => source(draw, person));
}

function plain(text: string): string {
	return withoutAccents(text)
		.toLowerCase()
		.replace(/[^a-z]/g, '');
}

type Source = (draw: Draw, person: Person) => Omit<MatchRecord, 'id'>;

function sourcesOf(draw: Draw): Source[] {
	const most = draw(100);
	if (most < 55) return [fromLinkedIn];
	if (most < 70) return [fromTelephone];
	if (most < 80) return [fromMailbox];
	if (most < 90) return [fromSpreadsheet];
	return most < 95 ? [fromLinkedIn, fromTelephone] : [fromLinkedIn, fromMailbox];
}

/** The person of this number, working at some of the companies. */
export function inventPerson(draw: Draw, at: number, companies: readonly string[]): Person {
	const given = inventGivenName(draw);
	const family = inventFamilyName(draw);
	const jobs = Array.from({ length: 1 + draw(3) }, () => ({
		company: pick(draw, companies),
		position: pick(draw, positions)
	}));
	const [one, two] = [plain(given), plain(family)];
	const spelled = pick(draw, [
		`${one}.${two}`,
		`${one.charAt(0)}${two}`,
		`${two}.${one}`,
		`${one}${at}`
	]);
	const company = plain(jobs.at(-1)?.company ?? '');
	return {
		key: String(at),
		given,
		family,
		maiden: chance(draw, 6) ? inventFamilyName(draw) : '',
		emails: [
			`${one}.${two}@${company}.example.com`,
			`${spelled}@example.${pick(draw, ['org', 'net'])}`
		],
		phone: `+33 6 39 98 ${String(10 + (at % 90))} ${String(10 + Math.floor(at / 90))}`,
		profile: `https://www.linkedin.com/in/${one}-${two}-${(at * 7919) % 100_000}`,
		jobs
	};
}

function fromLinkedIn(draw: Draw, person: Person): Omit<MatchRecord, 'id'> {
	const job = chance(draw, 90) ? person.jobs.at(-1) : pick(draw, person.jobs);
	const credentials = chance(draw, 6) ? pick(draw, [', MBA', ' 🚀', ' (PhD)', ', PMP']) : '';
	const family =
		person.maiden !== '' && chance(draw, 40) ? `${person.maiden}-${person.family}` : person.family;
	return {
		fullName: `${person.given} ${family}${credentials}`,
		profile: chance(draw, 92) ? person.profile : '',
		emails: chance(draw, 4) ? [addressOf(draw, person)] : [],
		companies: job ? [written(draw, job.company)] : [],
		position: job?.position
	};
}

function fromTelephone(draw: Draw, person: Person): Omit<MatchRecord, 'id'> {
	const given = chance(draw, 30) ? (shortForms[person.given] ?? person.given) : person.given;
	const hasPhone = chance(draw, 95);
	return {
		givenName: chance(draw, 5) ? `${person.given.charAt(0)}.` : mistyped(draw, given),
		familyName: chance(draw, 6) ? '' : mistyped(draw, person.family),
		emails: chance(draw, 45) ? [addressOf(draw, person)] : [],
		phones: hasPhone ? [phoneOf(draw, person)] : [],
		companies: chance(draw, 30) ? [written(draw, pick(draw, person.jobs).company)] : []
	};
}

/** Most people are written to at one address most of the time. */
function addressOf(draw: Draw, { emails: [main = '', other = ''] }: Person): string {
	return chance(draw, 75) ? main : other;
}

/** A switchboard is many people's number. */
function phoneOf(draw: Draw, { phone, jobs }: Person): string {
	const company = jobs.at(-1)?.company ?? '';
	if (chance(draw, 8)) return `+33 6 39 98 99 ${10 + ((company.length * 7) % 90)}`;
	return chance(draw, 30) ? phone.replace('+33 ', '0').replaceAll(' ', '') : phone;
}

function fromMailbox(draw: Draw, person: Person): Omit<MatchRecord, 'id'> {
	const email = addressOf(draw, person);
	if (chance(draw, 25)) return { emails: [email] };
	const { given, family } = person;
	const fullName = pick(draw, [
		`${given} ${family}`,
		`${family.toUpperCase()} ${given}`,
		`${given.charAt(0)}. ${family}`
	]);
	return { fullName: withoutAccents(fullName), emails: [email] };
}

function fromSpreadsheet(draw: Draw, person: Person): Omit<MatchRecord, 'id'> {
	const swapped = chance(draw, 8);
	const given = mistyped(draw, withoutAccents(person.given).toUpperCase());
	const family = mistyped(draw, withoutAccents(person.family).toUpperCase());
	const job = pick(draw, person.jobs);
	return {
		givenName: swapped ? family : given,
		familyName: swapped ? given : family,
		maidenName: chance(draw, 30) ? person.maiden : '',
		companies: [written(draw, job.company)],
		position: chance(draw, 60) ? job.position : '',
		emails: chance(draw, 55) ? [addressOf(draw, person)] : [],
		phones: chance(draw, 40) ? [person.phone] : []
	};
}

function mistyped(draw: Draw, name: string): string {
	return chance(draw, 4) ? misspell(draw, name) : name;
}

function written(draw: Draw, company: string): string {
	const form = draw(10);
	if (form === 0) return `${company.toUpperCase()} S.A.S.`;
	if (form === 1) return `${company} France`;
	return form === 2 ? `${company} SA` : company;
}
