import { type Circle, circlesOf, sharedPart } from '#lib/demo/circles.ts';
import { type Draw, drawFrom } from '#lib/demo/draw.ts';
import { namePools, originWeights } from '#lib/demo/names.ts';
import { type Details, inventDetails } from '#lib/demo/person-details.ts';
import type { Person, Role } from '#lib/demo/person.ts';
import { companies, jobsIn, sectors, titleOf } from '#lib/demo/workplaces.ts';

/** That a member knows somebody, and from where. */
export interface Bond {
	role: Role;
	circle: Circle;
}

export interface Acquainted {
	person: Person;
	bonds: Bond[];
}

export const inventedCount = 200;

/** How large the books are, beside each other. */
const bookWeights: Record<Role, number> = {
	kathy: 34,
	dean: 37,
	anne: 17,
	lea: 8,
	mireille: 0,
	pierre: 2,
	paul: 2
};

/** Different people of one name, as there are in every address book. */
const homonyms: readonly Name[] = [
	{ givenName: 'Julien', familyName: 'Martineau', hers: false, locale: 'fr' },
	{ givenName: 'Julien', familyName: 'Martineau', hers: false, locale: 'fr' },
	{ givenName: 'Sophie', familyName: 'Lambertin', hers: true, locale: 'fr' },
	{ givenName: 'Sophie', familyName: 'Lambertin', hers: true, locale: 'fr' },
	{ givenName: 'Sophie', familyName: 'Lambertin', hers: true, locale: 'fr' }
];

interface Name {
	givenName: string;
	familyName: string;
	hers: boolean;
	locale: 'fr' | 'en';
}

/** Two hundred people who do not exist, and who of the demo knows them: always the same for a seed. */
export function inventPeople(seed: number): Acquainted[] {
	const draw = drawFrom(seed);
	const taken = new Set<string>();
	return Array.from({ length: inventedCount }, (_none, index) => {
		const homonym = homonyms[index];
		const name = homonym ?? newName(draw, taken);
		const bonds = inventBonds(draw, homonym ? (index % 2 === 0 ? 'kathy' : 'dean') : null);
		const details = inventDetails(name, index, homonym !== undefined);
		return { person: inventPerson(draw, name, bonds, details), bonds };
	});
}

function newName(draw: Draw, taken: Set<string>): Name {
	const { women, men, families, locale } = namePools[draw.weighted(originWeights)];
	const hers = draw.chance(0.5);
	const name = {
		givenName: draw.pick<string>(hers ? women : men),
		familyName: draw.pick<string>(families)
	};
	const whole = `${name.givenName} ${name.familyName}`;
	if (taken.has(whole)) return newName(draw, taken);
	taken.add(whole);
	return { ...name, hers, locale };
}

/** One member at least, often two: that is what makes paths. */
function inventBonds(draw: Draw, first: Role | null): Bond[] {
	const known = new Set<Role>([first ?? draw.weighted(bookWeights)]);
	while (draw.chance(0.38)) known.add(draw.weighted(bookWeights));
	const bonds: Bond[] = [];
	for (const role of known) {
		const believable = circlesOf[role].filter((circle) => fits(circle, bonds));
		bonds.push({ role, circle: sharedPart(draw, draw.pick(believable)) });
	}
	return bonds;
}

/** Nobody has worked at two places in the same years: a second employer is the same one. */
function fits(circle: Circle, bonds: readonly Bond[]): boolean {
	if (circle.kind !== 'employer') return true;
	const employers = bonds.map((bond) => bond.circle).filter(({ kind }) => kind === 'employer');
	return employers.every((one) => one.kind === 'employer' && one.company === circle.company);
}

function inventPerson(draw: Draw, name: Name, bonds: Bond[], details: Details): Person {
	const sector = draw.pick(sectors);
	const { givenName, familyName, hers, locale } = name;
	const title = () => titleOf(draw.pick(jobsIn(sector)), locale, hers);
	const employers = bonds.map(({ circle }) => circle).filter((one) => one.kind === 'employer');
	const present = employers.find(({ to }) => to === undefined)?.company;
	return {
		givenName,
		familyName,
		locale,
		company: present ?? draw.pick(companies[sector]),
		position: title(),
		past: employers.flatMap(({ company, from, to }) =>
			to === undefined ? [] : [{ company, title: title(), from, to }]
		),
		...details
	};
}
