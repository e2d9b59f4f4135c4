import { type Draw, pick } from './misspell.ts';

const common =
	`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre
Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Smith
Jones Taylor Brown Wilson Johnson Garcia Lopez Nguyen`.split(/\s+/);

const starts =
	`Ker Pen Tré Bou Mar Vil Cha Gui Lan Bel Mont Ros Del Tou Gar Hau Fer Bri Cour Val Sau Per Cas
Ard Mel Rav Dor Van Hol Whit Brad Thorn Cald Ash Wood Stan Hart Lind Berg Stein Kow Nov`.split(
		/\s+/
	);
const middles =
	`mor ve lan don ri bel gou ma ne tai lo che ber ni sa que ro len fa tti wa so`.split(/\s+/);
const ends =
	`van ec ot ier eau ard in et on el ac ville gnac ley ton field man sen ski elli ez ert`.split(
		/\s+/
	);

const givenNames =
	`Jean Pierre Marie Michel Philippe Catherine Nathalie Isabelle Nicolas Christophe Julien
Camille Sophie Anne Thomas Laurent Sébastien Frédéric Stéphane David Céline Aurélie Émilie Claire Julie Pauline
Antoine Alexandre Guillaume François Olivier Vincent Hélène Valérie Sandrine Virginie Benoît Mathieu Charlotte
Lucie Élodie Caroline Jean-Pierre Jean-François Marie-Claire Anne-Sophie Robert William James Elizabeth Susan
Jennifer Michael Christopher Daniel Matthew Margaret Patricia Karim Mohamed Fatima Giulia Marco Ana Ingrid`.split(
		/\s+/
	);

/** Short forms by which some of these people are known. */
export const shortForms: Readonly<Record<string, string>> = {
	Catherine: 'Kathy',
	Nicolas: 'Nico',
	Christophe: 'Chris',
	Philippe: 'Phil',
	Frédéric: 'Fred',
	Stéphane: 'Steph',
	Alexandre: 'Alex',
	Guillaume: 'Will',
	Robert: 'Bob',
	William: 'Bill',
	James: 'Jim',
	Elizabeth: 'Liz',
	Susan: 'Sue',
	Jennifer: 'Jen',
	Michael: 'Mike',
	Christopher: 'Chris',
	Daniel: 'Dan',
	Matthew: 'Matt',
	Margaret: 'Maggie',
	Patricia: 'Pat',
	Antoine: 'Tony',
	Benoît: 'Ben',
	Sébastien: 'Seb',
	'Jean-Pierre': 'JP',
	'Jean-François': 'JF',
	'Anne-Sophie': 'Anne'
};

/** One in eight bears one of 36 names; the others are as rare as they come. */
export function inventFamilyName(draw: Draw): string {
	if (draw(8) === 0) return pick(draw, common.slice(0, 1 + draw(common.length)));
	const middle = draw(3) === 0 ? '' : pick(draw, middles);
	const name = pick(draw, starts) + middle + pick(draw, ends);
	const particle = draw(25);
	return particle === 0 ? `de ${name}` : particle === 1 ? `Le ${name}` : name;
}

export function inventGivenName(draw: Draw): string {
	const known = draw(2) === 0 ? givenNames.length : 1 + draw(givenNames.length);
	return pick(draw, givenNames.slice(0, known));
}

const companyWords =
	`Nova Alpha Hexa Lumen Orion Terra Vega Cobalt Delta Azur Iris Helio Quanta Boreal Zephyr
Granit Opale Safran Corail Ambre Cyan Fjord Glacier Meridian Pixel Vector Cargo Atlas Pivot Ruche`.split(
		/\s+/
	);
const companyKinds =
	`Conseil Industries Systèmes Partners Santé Énergie Logistique Média Capital Labs`.split(/\s+/);

export function inventCompany(draw: Draw): string {
	const word = pick(draw, companyWords);
	return draw(3) === 0 ? word : `${word} ${pick(draw, companyKinds)}`;
}
