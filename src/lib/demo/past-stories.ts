import type { Role } from '#lib/demo/person.ts';
import type { storyPeople } from '#lib/demo/story.ts';
import type { Channel, Outcome } from '#lib/introductions/lifecycle.ts';

/** Something that one of them did, so many days before now. */
export type Turn = { days: number } & (
	| { kind: 'ask' }
	| { kind: 'agree'; by: Channel; word: string }
	| { kind: 'read' }
	| { kind: 'report'; outcome: Outcome; note: string }
	| { kind: 'thank' }
	| { kind: 'remind' }
	| { kind: 'give_up' }
);

/** One introduction that had been asked for before the demo begins. */
export interface PastStory {
	requester: Role;
	connector: Role;
	target: keyof typeof storyPeople;
	reason: string;
	/** Days before now. */
	requested: number;
	turns: readonly Turn[];
}

/** One that ended well, one never answered, one answered just now, one that waits for Dean. */
export const pastStories: readonly PastStory[] = [
	{
		requester: 'kathy',
		connector: 'anne',
		target: 'clemence',
		reason:
			'Je prépare le changement d’image d’ABC, et Clémence vient de réussir celui de Pommeraie & Cie. Une demi-heure au téléphone me ferait gagner des mois.',
		requested: 96,
		turns: [
			{ kind: 'ask', days: 95 },
			{ kind: 'agree', by: 'email', word: 'Avec plaisir, plutôt le matin.', days: 94 },
			{ kind: 'read', days: 93.8 },
			{
				kind: 'report',
				outcome: 'met',
				note: 'Deux heures passionnantes, et nous nous revoyons à l’automne.',
				days: 80
			},
			{ kind: 'thank', days: 79.9 }
		]
	},
	{
		requester: 'kathy',
		connector: 'dean',
		target: 'olivier',
		reason: 'ABC cherche à comprendre comment Hélioscope Énergie présente ses offres aux communes.',
		requested: 52,
		turns: [
			{ kind: 'ask', days: 51 },
			{ kind: 'remind', days: 43.9 },
			{ kind: 'remind', days: 36.8 },
			{ kind: 'give_up', days: 29.7 }
		]
	},
	{
		requester: 'kathy',
		connector: 'anne',
		target: 'ines',
		reason:
			'Je voudrais comprendre comment une compagnie de cabotage parle à ses marins, avant de repenser notre communication interne.',
		requested: 3,
		turns: [
			{ kind: 'ask', days: 2.6 },
			{ kind: 'agree', by: 'phone', word: 'Appelez-moi en fin de journée.', days: 0.12 }
		]
	},
	{
		requester: 'lea',
		connector: 'dean',
		target: 'nadia',
		reason:
			'Lanterne Numérique conçoit un outil pour les équipes de données, et j’aimerais entendre ce qui manque à celle de Nadia. Vingt minutes me suffiraient.',
		requested: 0.8,
		turns: []
	}
];
