import type { Draw } from '#lib/demo/draw.ts';
import type { Role } from '#lib/demo/person.ts';

/** Where a member has met people: a workplace, a school, or life. Years, '2004'; no end: still there. */
export type Circle =
	| { kind: 'employer'; company: string; from: string; to?: string }
	| { kind: 'school'; school: string; from: string; to: string }
	| { kind: 'life'; how: string; where: string };

/** A member's circles; colleagues are the most of what a book holds. */
export const circlesOf: Record<Role, readonly Circle[]> = {
	kathy: [
		{ kind: 'employer', company: 'Groupe Valmonde', from: '2004', to: '2009' },
		{ kind: 'employer', company: 'Agence Pastel', from: '2009', to: '2016' },
		{ kind: 'employer', company: 'ABC', from: '2016' },
		{ kind: 'school', school: 'École des Trois Quais', from: '1999', to: '2003' },
		{ kind: 'life', how: 'Table ronde sur la marque employeur', where: 'Lyon' },
		{ kind: 'life', how: 'Jury d’un prix de communication', where: 'Nantes' },
		{ kind: 'life', how: 'Chorale du quartier', where: 'Villeurbanne' },
		{ kind: 'life', how: 'Parents d’élèves', where: '' }
	],
	dean: [
		{ kind: 'employer', company: 'ACME', from: '1998', to: '2006' },
		{ kind: 'employer', company: 'Cogwell & Sons', from: '2006', to: '2014' },
		{ kind: 'school', school: 'Wetherell College', from: '1991', to: '1994' },
		{ kind: 'life', how: 'Mission de conseil', where: 'Grenoble' },
		{ kind: 'life', how: 'Salon de la mécanique', where: 'Hanovre' },
		{ kind: 'life', how: 'Atelier « Changer de cap »', where: 'Lyon' },
		{ kind: 'life', how: 'Club d’aviron', where: 'Annecy' }
	],
	anne: [
		{ kind: 'employer', company: 'Groupe Valmonde', from: '2001', to: '2010' },
		{ kind: 'employer', company: 'Biscuiterie Tavernel', from: '2010' },
		{ kind: 'school', school: 'École des Trois Quais', from: '1995', to: '1999' },
		{ kind: 'life', how: 'Réseau des RH de l’Ouest', where: 'Rennes' },
		{ kind: 'life', how: 'Formation de médiation', where: 'Paris' }
	],
	lea: [
		{ kind: 'employer', company: 'Lanterne Numérique', from: '2018' },
		{ kind: 'school', school: 'Institut Beaulieu', from: '2010', to: '2015' },
		{ kind: 'life', how: 'Rencontres du produit numérique', where: 'Lille' }
	],
	// Whom she advises stands in the story.
	mireille: [],
	pierre: [
		{ kind: 'employer', company: 'ACME', from: '1999', to: '2003' },
		{ kind: 'employer', company: 'Entreprise X', from: '2008' },
		{ kind: 'life', how: 'Équipe de course à pied', where: 'Dijon' }
	],
	paul: [
		{ kind: 'employer', company: 'Entreprise Y', from: '2012' },
		{ kind: 'life', how: 'Congrès du marketing', where: 'Bordeaux' }
	]
};

/** The part of a circle that two people had in common: seldom all its years. */
export function sharedPart(draw: Draw, circle: Circle): Circle {
	if (circle.kind === 'life') return circle;
	const first = Number(circle.from);
	if (circle.to === undefined) return { ...circle, from: String(first + draw.int(0, 3)) };
	const last = Number(circle.to);
	const from = first + draw.int(0, Math.floor((last - first) / 2));
	return { ...circle, from: String(from), to: String(draw.int(from + 1, last)) };
}
