import type { Locale } from '#lib/i18n/locale.ts';

export type Sector =
	'communication' | 'data' | 'industry' | 'health' | 'food' | 'finance' | 'transport' | 'energy';

function list(text: string): readonly string[] {
	return text.split(', ');
}

/** Every company is invented. */
export const companies: Record<Sector, readonly string[]> = {
	communication: list(
		'Agence Pastel, Studio Grand Large, Tambour Battant Conseil, Papier Vélin, Foghorn & Daughters, Halfmoon Stories, Maison Paragraphe'
	),
	data: list(
		'Mutélios, Lanterne Numérique, Cartes & Boussoles, Plumeau Logiciels, Brambleware, Ninepin Software, Quillfold, Tidepool Analytics'
	),
	industry: list(
		'ACME, Forges de Brévanne, Verrerie du Haut-Lac, Groupe Valmonde, Cogwell & Sons, Northmoor Castings, Robotique Saint-Elme'
	),
	health: list(
		'Clinique des Trois Tilleuls, Laboratoires Aubrac-Laval, Officine Solidaire, Kestrelcare, Meadowbank Diagnostics'
	),
	food: list(
		'Biscuiterie Tavernel, Maraîchers de l’Orme, Brûlerie du Passage, Oatmill Dairy, Pommeraie & Cie, Conserves Kermadec'
	),
	finance: list(
		'Caisse des Deux Rives, Banque du Vieux-Quai, Assurances Belle-Roche, Harrowgate Trust, Larkspur Ventures, Sablier Capital'
	),
	transport: list(
		'Quai Nord Logistique, Tramways de Montreuve, Cabotage Ouestien, Wayfarer Freight, Longstride Rail'
	),
	energy: list(
		'Hélioscope Énergie, Barrages du Vernay, Éoliennes de Plouarz, Saltmarsh Power, Ember & Reed'
	)
};

interface Job {
	/** How he and she are called, in French. */
	fr: readonly [string, string];
	en: string;
}

function job(he: string, she: string, en: string): Job {
	return { fr: [he, she], en };
}

const anywhere: readonly Job[] = [
	job('Directeur général', 'Directrice générale', 'Chief executive'),
	job('Directeur marketing', 'Directrice marketing', 'Head of marketing'),
	job('Directeur financier', 'Directrice financière', 'Finance director'),
	job('Responsable des ressources humaines', 'Responsable des ressources humaines', 'HR manager'),
	job('Responsable des achats', 'Responsable des achats', 'Purchasing manager'),
	job('Juriste', 'Juriste', 'Legal counsel'),
	job('Chargé de recrutement', 'Chargée de recrutement', 'Talent partner'),
	job('Directeur commercial', 'Directrice commerciale', 'Sales director'),
	job('Consultant indépendant', 'Consultante indépendante', 'Independent consultant'),
	job('Responsable de la communication', 'Responsable de la communication', 'Communications lead')
];

const within: Record<Sector, readonly Job[]> = {
	communication: [
		job('Directeur de création', 'Directrice de création', 'Creative director'),
		job('Attaché de presse', 'Attachée de presse', 'Press officer'),
		job('Planneur stratégique', 'Planneuse stratégique', 'Strategist')
	],
	data: [
		job('Directeur des données', 'Directrice des données', 'Chief data officer'),
		job('Ingénieur logiciel', 'Ingénieure logiciel', 'Software engineer'),
		job('Chef de produit', 'Cheffe de produit', 'Product manager')
	],
	industry: [
		job('Directeur d’usine', 'Directrice d’usine', 'Plant manager'),
		job('Responsable qualité', 'Responsable qualité', 'Quality manager'),
		job('Ingénieur méthodes', 'Ingénieure méthodes', 'Process engineer')
	],
	health: [
		job('Pharmacien', 'Pharmacienne', 'Pharmacist'),
		job('Directeur des soins', 'Directrice des soins', 'Director of care'),
		job('Chef de projet clinique', 'Cheffe de projet clinique', 'Clinical project lead')
	],
	food: [
		job('Responsable des filières', 'Responsable des filières', 'Sourcing lead'),
		job('Chef de marque', 'Cheffe de marque', 'Brand manager')
	],
	finance: [
		job('Directeur d’investissement', 'Directrice d’investissement', 'Investment director'),
		job('Actuaire', 'Actuaire', 'Actuary'),
		job('Chargé d’affaires', 'Chargée d’affaires', 'Relationship manager')
	],
	transport: [
		job('Directeur d’exploitation', 'Directrice d’exploitation', 'Operations director'),
		job('Responsable des lignes', 'Responsable des lignes', 'Network planner')
	],
	energy: [
		job('Chef de chantier', 'Cheffe de chantier', 'Site manager'),
		job('Responsable des réseaux', 'Responsable des réseaux', 'Grid engineer')
	]
};

/** What one can be in a sector. */
export function jobsIn(sector: Sector): readonly Job[] {
	return [...within[sector], ...within[sector], ...anywhere];
}

/** A job's title in a language; French needs to know whether it is hers. */
export function titleOf(job: Job, locale: Locale, hers: boolean): string {
	return locale === 'en' ? job.en : job.fr[hers ? 1 : 0];
}

export const sectors: readonly Sector[] = [
	'communication',
	'data',
	'industry',
	'health',
	'food',
	'finance',
	'transport',
	'energy'
];
