import { daysBefore } from '#lib/demo/days.ts';
import { careerOf, detailsOf } from '#lib/demo/entries.ts';
import { type Entry, members, type Person, type Role, slugOf } from '#lib/demo/person.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { bareDraft, type ContactDraft } from '#lib/people/contact-draft.ts';

/** The people whom the story names, apart from the two hundred. */
export const storyPeople = {
	kathy: known('kathy', 'VP communication & marketing', 'ABC', '+33639980001', [
		job('Groupe Valmonde', 'Chargée de communication', '2004', '2009'),
		job('Agence Pastel', 'Directrice de clientèle', '2009', '2016')
	]),
	dean: known('dean', 'Conseil aux industriels', 'Groves Conseil', '+33639980002', [
		job('Cogwell & Sons', 'Operations director', '2006', '2014'),
		job('ACME', 'Production manager', '1998', '2006')
	]),
	anne: known(
		'anne',
		'Directrice des ressources humaines',
		'Biscuiterie Tavernel',
		'+33639980003',
		[job('Groupe Valmonde', 'Responsable du recrutement', '2001', '2010')]
	),
	lea: known('lea', 'Cheffe de produit', 'Lanterne Numérique', '+33639980004', []),
	mireille: known(
		'mireille',
		'Conseillère en transition professionnelle',
		'Cabinet Vent Portant',
		'+33639980012',
		[]
	),
	pierre: known('pierre', 'Directeur de la communication', 'Entreprise X', '+33639980005', [
		job('ACME', 'Responsable des publications', '1999', '2003')
	]),
	paul: known('paul', 'Directeur marketing', 'Entreprise Y', '+33639980006', []),
	sylvie: person('Sylvie', 'Marchand', 'Directrice des données', 'Mutélios', 7, [
		job('Groupe Valmonde', 'Chargée d’études', '2004', '2009')
	]),
	clemence: person('Clémence', 'Vasselot', 'Directrice de la marque', 'Pommeraie & Cie', 8),
	ines: person('Inès', 'Carmona', 'Directrice générale', 'Cabotage Ouestien', 9),
	olivier: person('Olivier', 'Tessonneau', 'Directeur commercial', 'Hélioscope Énergie', 10),
	nadia: person('Nadia', 'Benhaddou', 'Directrice des données', 'Caisse des Deux Rives', 11, [
		job('Cogwell & Sons', 'Data analyst', '2009', '2013')
	])
} as const satisfies Record<string, Person>;

type Job = Person['past'][number];

function job(company: string, title: string, from: string, to: string): Job {
	return { company, title, from, to };
}

function known(role: Role, position: string, company: string, phone: string, past: Job[]): Person {
	const member = members.find((one) => one.role === role);
	const [givenName = '', familyName = ''] = member?.name.split(' ') ?? [];
	const profile = profileOf(givenName, familyName);
	return {
		givenName,
		familyName,
		company,
		position,
		locale: 'fr',
		past,
		email: member?.email ?? '',
		phone,
		profile
	};
}

function person(
	givenName: string,
	familyName: string,
	position: string,
	company: string,
	number: number,
	past: Job[] = []
): Person {
	const email = `${slugOf(givenName)}.${slugOf(familyName)}@example.com`;
	const phone = `+3363998${String(number).padStart(4, '0')}`;
	const profile = profileOf(givenName, familyName);
	return { givenName, familyName, company, position, locale: 'fr', past, email, phone, profile };
}

function profileOf(...names: string[]): string {
	return `https://www.linkedin.com/in/${['entremise-demo', ...names.map(slugOf)].join('-')}`;
}

function entry(
	{ givenName, familyName, company, position, locale, ...rest }: Person,
	details: ('email' | 'phone' | 'profile')[],
	declared: Partial<ContactDraft>,
	facts: Fact[],
	connectedOn: string | null = null
): Entry {
	const whole = { givenName, familyName, company, position, locale, ...rest };
	const draft = bareDraft({
		givenName,
		familyName,
		company,
		position,
		locale,
		details: detailsOf(whole, details),
		positions: careerOf(whole),
		...declared
	});
	return { draft, sharing: null, connectedOn, facts };
}

const people = storyPeople;

/** The story's part of each book; `now` dates what is recent. */
export function storyEntries(now: Date): Record<Role, Entry[]> {
	return {
		kathy: kathysEntries(now),
		dean: deansEntries(now),
		anne: annesEntries(now),
		lea: leasEntries(now),
		mireille: mireillesEntries(now),
		pierre: [],
		paul: []
	};
}

function kathysEntries(now: Date): Entry[] {
	const ago = (days: number) => daysBefore(now, days);
	return [
		entry(
			people.dean,
			['email', 'phone', 'profile'],
			{
				closeness: 'close',
				register: 'tu',
				howKnown: 'Atelier « Changer de cap », à Lyon',
				metWhere: 'Lyon',
				metOn: '2019-03',
				notes: 'Je lui ai promis un déjeuner.'
			},
			[
				{ kind: 'messages', count: 34, first: '2019-03-28', last: ago(12) },
				{ kind: 'meeting', count: 4, last: ago(70) },
				{ kind: 'email', count: 18, last: ago(40) }
			],
			'2019-03-22'
		),
		entry(
			people.anne,
			['email', 'profile'],
			{ closeness: 'good', register: 'tu' },
			[
				{ kind: 'shared_employer', company: 'Groupe Valmonde', from: '2004', to: '2009' },
				{ kind: 'messages', count: 12, first: '2012-06-02', last: ago(95) }
			],
			'2011-10-04'
		),
		entry(
			people.sylvie,
			['email', 'profile'],
			{
				register: 'tu',
				howKnown: 'Le lancement de Lyon, dans la même équipe',
				metWhere: 'Lyon',
				metOn: '2004'
			},
			[
				{ kind: 'shared_employer', company: 'Groupe Valmonde', from: '2004', to: '2009' },
				{ kind: 'messages', count: 23, first: '2009-07-01', last: '2014-05-19' }
			],
			'2009-06-30'
		),
		entry(people.pierre, ['profile'], { register: 'vous', notes: 'Vu sur LinkedIn.' }, []),
		entry(people.paul, ['profile'], { register: 'vous', notes: 'Vu sur LinkedIn.' }, []),
		entry(people.clemence, ['profile'], { register: 'vous' }, []),
		entry(people.ines, ['profile'], { register: 'vous' }, []),
		entry(people.olivier, ['profile'], { register: 'vous' }, [])
	];
}

function deansEntries(now: Date): Entry[] {
	const ago = (days: number) => daysBefore(now, days);
	return [
		entry(
			people.kathy,
			['email', 'profile'],
			{ closeness: 'good', register: 'tu', metWhere: 'Lyon', metOn: '2019-03' },
			[{ kind: 'messages', count: 34, first: '2019-03-28', last: ago(12) }],
			'2019-03-22'
		),
		entry(people.pierre, ['email', 'profile'], { register: 'tu' }, [
			{ kind: 'shared_employer', company: 'ACME', from: '1999', to: '2003' },
			{ kind: 'messages', count: 3, first: '2009', last: '2011' }
		]),
		entry(
			people.paul,
			['email', 'profile'],
			{ register: 'vous' },
			[{ kind: 'invitation', direction: 'theirs', on: '2015', accepted: true, note: false }],
			'2015-04-14'
		),
		entry(
			people.nadia,
			['email', 'profile'],
			{ closeness: 'good', register: 'tu' },
			[
				{ kind: 'shared_employer', company: 'Cogwell & Sons', from: '2009', to: '2013' },
				{ kind: 'meeting', count: 2, last: ago(210) },
				{ kind: 'recommendation', direction: 'mine', on: '2013-09-02' }
			],
			'2010-01-18'
		),
		entry(
			people.olivier,
			['email', 'profile'],
			{ closeness: 'distant', register: 'vous', metWhere: 'Hanovre', metOn: '2017' },
			[{ kind: 'email', count: 2, last: '2018-01-23' }],
			'2017-04-27'
		),
		entry(people.lea, ['email'], { closeness: 'good', register: 'tu' }, [
			{ kind: 'meeting', count: 1, last: ago(150) }
		])
	];
}

function annesEntries(now: Date): Entry[] {
	const ago = (days: number) => daysBefore(now, days);
	return [
		entry(people.kathy, ['email', 'phone'], { closeness: 'good', register: 'tu' }, [
			{ kind: 'shared_employer', company: 'Groupe Valmonde', from: '2004', to: '2009' },
			{ kind: 'messages', count: 12, first: '2012-06-02', last: ago(95) }
		]),
		entry(
			people.clemence,
			['email', 'phone'],
			{ closeness: 'close', register: 'tu', howKnown: 'Voisines de bureau' },
			[{ kind: 'email', count: 41, last: ago(20) }]
		),
		entry(people.ines, ['email'], { closeness: 'good', register: 'tu' }, [
			{ kind: 'shared_school', school: 'École des Trois Quais', from: '1995', to: '1999' },
			{ kind: 'messages', count: 9, first: '2013-01-15', last: ago(300) }
		])
	];
}

function leasEntries(now: Date): Entry[] {
	return [
		entry(people.dean, ['email', 'profile'], { closeness: 'good', register: 'tu' }, [
			{ kind: 'meeting', count: 1, last: daysBefore(now, 150) }
		]),
		entry(people.nadia, ['profile'], { register: 'vous' }, [])
	];
}

/** An adviser keeps to herself whom she advises. */
function mireillesEntries(now: Date): Entry[] {
	const workshop = { howKnown: 'Atelier « Changer de cap », à Lyon', metWhere: 'Lyon' };
	const advised = (one: Person, declared: Partial<ContactDraft>, count: number, days: number) =>
		entry(one, ['email'], declared, [{ kind: 'meeting', count, last: daysBefore(now, days) }]);
	return [
		advised(people.kathy, { ...workshop, register: 'vous', metOn: '2019-03' }, 6, 15),
		advised(people.dean, { ...workshop, register: 'vous', metOn: '2019-03' }, 2, 220),
		advised(people.anne, { register: 'vous', howKnown: 'Réseau des RH de l’Ouest' }, 3, 130),
		advised(people.lea, { register: 'vous' }, 1, 60)
	];
}

/** Who, in Kathy's and Léa's books, is said to know whom, and how one knows that. */
export const storyAcquaintances: readonly {
	role: Role;
	connector: keyof typeof storyPeople;
	target: keyof typeof storyPeople;
	how: string;
}[] = [
	{ role: 'kathy', connector: 'dean', target: 'pierre', how: 'Ils sont en relation sur LinkedIn' },
	{ role: 'kathy', connector: 'dean', target: 'paul', how: 'Ils sont en relation sur LinkedIn' },
	{ role: 'kathy', connector: 'dean', target: 'olivier', how: 'Dean m’en a parlé' },
	{ role: 'kathy', connector: 'anne', target: 'clemence', how: 'Elles ont travaillé ensemble' },
	{ role: 'kathy', connector: 'anne', target: 'ines', how: 'Même promotion' },
	{ role: 'lea', connector: 'dean', target: 'nadia', how: 'Vu sur LinkedIn' }
];
