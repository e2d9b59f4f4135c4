import type { Sharing } from '#lib/access/policy.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { ContactDraft } from '#lib/people/contact-draft.ts';

/** Who can be played in the demo. */
export const roles = ['kathy', 'dean', 'anne', 'lea', 'mireille', 'pierre', 'paul'] as const;
export type Role = (typeof roles)[number];

/** Who reads letters over when asked; the others are plain members. */
export const adviser: Role = 'mireille';

/** Somebody invented, as they are; what a book says of them may be less, or older. */
export interface Person {
	givenName: string;
	familyName: string;
	company: string;
	position: string;
	locale: Locale;
	/** Former jobs, latest first; years, '2004'. */
	past: readonly { company: string; title: string; from: string; to: string }[];
	email: string;
	/** E.164, within +33 6 39 98, which the French regulator keeps for fiction. */
	phone: string;
	profile: string;
}

/** What one member's book says of a person. */
export interface Entry {
	draft: ContactDraft;
	/** What others may know of them; null: as of the whole book. */
	sharing: Sharing | null;
	/** A whole day, '2011-03-25', or null. */
	connectedOn: string | null;
	/** Evidence; what the owner declares stands in the draft. */
	facts: readonly Fact[];
}

/** One member of the demo. */
export interface DemoMember {
	role: Role;
	name: string;
	email: string;
	headline: string;
	locale: Locale;
	/** What others may know of this member's book. */
	sharing: Sharing;
}

/** Their names and addresses; the same person may also be in others' books. */
export const members: readonly DemoMember[] = [
	{
		role: 'kathy',
		name: 'Kathy Arnaud',
		email: 'kathy.arnaud@example.com',
		headline: 'VP communication & marketing, ABC',
		locale: 'fr',
		sharing: 'private'
	},
	{
		role: 'dean',
		name: 'Dean Groves',
		email: 'dean.groves@example.com',
		headline: 'Conseil aux industriels, Groves Conseil',
		locale: 'fr',
		sharing: 'visible'
	},
	{
		role: 'anne',
		name: 'Anne Lefort',
		email: 'anne.lefort@example.org',
		headline: 'Directrice des ressources humaines, Biscuiterie Tavernel',
		locale: 'fr',
		sharing: 'blind'
	},
	{
		role: 'lea',
		name: 'Léa Fontaine',
		email: 'lea.fontaine@example.net',
		headline: 'Cheffe de produit, Lanterne Numérique',
		locale: 'fr',
		sharing: 'visible'
	},
	{
		role: 'mireille',
		name: 'Mireille Sorbier',
		email: 'mireille.sorbier@example.com',
		headline: 'Conseillère en transition professionnelle, Cabinet Vent Portant',
		locale: 'fr',
		sharing: 'private'
	},
	{
		role: 'pierre',
		name: 'Pierre Yvon',
		email: 'pierre.yvon@example.org',
		headline: 'Directeur de la communication, Entreprise X',
		locale: 'fr',
		sharing: 'visible'
	},
	{
		role: 'paul',
		name: 'Paul Zeller',
		email: 'paul.zeller@example.net',
		headline: 'Directeur marketing, Entreprise Y',
		locale: 'fr',
		sharing: 'private'
	}
];

/** A name as an address or a profile writes it: no accents, no spaces. */
export function slugOf(name: string): string {
	return name
		.toLowerCase()
		.replace(/đ/g, 'd')
		.replace(/[øö]/g, 'o')
		.replace(/ł/g, 'l')
		.replace(/ß/g, 'ss')
		.replace(/æ/g, 'ae')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z]+/g, '-')
		.replace(/^-|-$/g, '');
}
