import type { Role } from '#lib/demo/person.ts';
import type { storyPeople } from '#lib/demo/story.ts';
import type { Channel, Outcome } from '#lib/introductions/lifecycle.ts';

/** So many days before now (one or more), at that hour of the day, UTC: people write by daylight. */
export interface When {
	days: number;
	hour: number;
}

/** Something that one of them did. */
export type Turn = When &
	(
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
	requested: When;
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
		requested: { days: 96, hour: 8.6 },
		turns: [
			{ kind: 'ask', days: 95, hour: 12.3 },
			{ kind: 'agree', by: 'email', word: 'Avec plaisir, plutôt le matin.', days: 94, hour: 7.2 },
			{ kind: 'read', days: 94, hour: 9.1 },
			{
				kind: 'report',
				outcome: 'met',
				note: 'Deux heures passionnantes, et nous nous revoyons à l’automne.',
				days: 80,
				hour: 15.4
			},
			{ kind: 'thank', days: 80, hour: 15.6 }
		]
	},
	{
		requester: 'kathy',
		connector: 'dean',
		target: 'olivier',
		reason: 'ABC cherche à comprendre comment Hélioscope Énergie présente ses offres aux communes.',
		requested: { days: 52, hour: 9.3 },
		turns: [
			{ kind: 'ask', days: 51, hour: 8.1 },
			{ kind: 'remind', days: 44, hour: 8.2 },
			{ kind: 'remind', days: 37, hour: 8.3 },
			{ kind: 'give_up', days: 30, hour: 8.4 }
		]
	},
	{
		requester: 'kathy',
		connector: 'anne',
		target: 'ines',
		reason:
			'Je voudrais comprendre comment une compagnie de cabotage parle à ses marins, avant de repenser notre communication interne.',
		requested: { days: 4, hour: 13.2 },
		turns: [
			{ kind: 'ask', days: 3, hour: 10.7 },
			{ kind: 'agree', by: 'phone', word: 'Appelez-moi en fin de journée.', days: 1, hour: 16.1 }
		]
	},
	{
		requester: 'lea',
		connector: 'dean',
		target: 'nadia',
		reason:
			'Lanterne Numérique conçoit un outil pour les équipes de données, et j’aimerais entendre ce qui manque à celle de Nadia. Vingt minutes me suffiraient.',
		requested: { days: 1, hour: 9.8 },
		turns: []
	}
];
