import { expect, it } from 'vitest';
import type { Lang } from '#lib/coach/judgement.ts';
import { readLetter } from '#lib/coach/language/read-letter.ts';
import { gatherEvidence } from '#lib/coach/signals/evidence.ts';

type Examples = Record<string, Record<Lang, string[]>>;

/** What advice on such letters praises, and what it warns of, in words of our own. */
const praised: Examples = {
	notice: {
		en: [
			'I really enjoyed your talk at the Lyon summit on data privacy.',
			'Your recent piece on urban farming made me rethink our plans.',
			"I've been a reader of your newsletter for two years.",
			'I saw on LinkedIn that you were promoted to head of design.',
			'I loved what you said about onboarding in the Pioneers podcast.',
			'I noticed that you moved from teaching to product management.',
			"Your team's launch of the cargo bike was impressive."
		],
		fr: [
			"J'ai beaucoup aimé votre intervention au salon sur la logistique.",
			"Votre dernier billet sur les friches m'a fait réfléchir.",
			'Je lis votre infolettre depuis deux ans.',
			"J'ai vu que tu avais été nommée directrice du site de Brest.",
			"J'ai noté que vous étiez passée de l'enseignement à l'édition.",
			"Le lancement de votre vélo cargo m'a impressionné."
		]
	},
	sharedPast: {
		en: [
			'We met at the Berlin meetup last fall.',
			'We were on the same team at Initech until 2019.',
			'You were my manager at Acme.',
			'I was one of your students in 2015.',
			'It was great talking to you after the panel on Tuesday.',
			'Do you remember our late nights on the Delta project?',
			'We sat next to each other on the train to Leeds.'
		],
		fr: [
			'Nous nous sommes croisés au salon de Lyon en mars.',
			"Nous étions dans la même équipe chez Acme jusqu'en 2019.",
			'Tu étais mon chef de projet à Brest.',
			"J'ai été votre étudiante en 2015.",
			"J'ai été ravi d'échanger avec vous après la table ronde de mardi.",
			'Te souviens-tu de nos nuits sur le projet Delta ?'
		]
	},
	sentBy: {
		en: [
			'Jane Smith suggested I get in touch with you.',
			'I got your name from Tom Reed.',
			'Our mutual friend Ana Ruiz thought we should talk.',
			'Paul Young gave me your email.',
			"I'm writing at the suggestion of Maria Lopez."
		],
		fr: [
			'Je vous écris sur les conseils de Paul Roy.',
			"Marie Petit m'a conseillé de vous contacter.",
			"C'est Jean Blanc qui m'a donné vos coordonnées.",
			'Notre amie commune Anne Morel pense que nous devrions échanger.',
			'Je vous contacte de la part de Luc Martin.'
		]
	},
	link: {
		en: [
			'I see you and Jane Doe used to work together.',
			'LinkedIn tells me you know Jane Doe.',
			"You're connected with Tom Reed at Initech.",
			'I remember you mentioning that you know Carla Ruiz.',
			'Do you still keep in touch with Paul Young?'
		],
		fr: [
			"J'ai vu que tu étais en contact avec Anne Morel.",
			'Je crois que Luc Petit et toi avez travaillé ensemble.',
			"Tu m'avais parlé de ton amie Sarah Leclerc.",
			'Es-tu toujours en lien avec Marc Blanc ?',
			"LinkedIn m'indique que vous connaissez Jeanne Roux."
		]
	},
	offers: {
		en: [
			"I'd be glad to help with your survey in return.",
			'If I can ever be useful to you, just shout.',
			'Let me buy you lunch.',
			'Happy to share our benchmarks with you.',
			"I'd love to return the favour."
		],
		fr: [
			'Je peux relire ton dossier en échange.',
			"Si je peux t'aider un jour, n'hésite pas.",
			'Le café est pour moi.',
			'Je partagerai volontiers nos chiffres.',
			'À charge de revanche.'
		]
	},
	mindful: {
		en: [
			'I know how busy you are with the merger.',
			'I imagine your inbox is overflowing.',
			'I realise this is a busy time of year for you.',
			'I know your time is valuable.'
		],
		fr: [
			'Je sais que la rentrée est chargée pour toi.',
			"J'imagine que votre boîte déborde.",
			'Je sais que votre temps est précieux.',
			'Vous devez être très sollicité.'
		]
	},
	bounded: {
		en: [
			'a fifteen-minute call',
			'Could I ask you two questions by email?',
			'a short chat over coffee',
			'20 minutes of your time',
			'a quick phone call'
		],
		fr: [
			"un appel d'un quart d'heure",
			'deux questions par mail',
			'un café de vingt minutes',
			'une courte visio',
			'un rapide échange téléphonique'
		]
	},
	convenient: {
		en: [
			'I can work around your schedule.',
			'whenever suits you best',
			'at a time that works for you',
			"I'm happy to come to you."
		],
		fr: [
			'quand cela vous arrange',
			"à l'heure qui te convient",
			"je m'adapte à votre agenda",
			'je peux me déplacer'
		]
	},
	loop: {
		en: [
			"I'll let you know how it goes.",
			'I will keep you posted.',
			"I'll report back after the call."
		],
		fr: [
			'Je te tiendrai au courant.',
			"Je vous dirai ce qu'il en advient.",
			'Je te donnerai des nouvelles.'
		]
	},
	news: {
		en: [
			'How is life in Denver?',
			'How are the kids?',
			"How's the new job going?",
			'What have you been up to?'
		],
		fr: [
			'Comment se passe ton nouveau poste ?',
			'Que deviens-tu ?',
			'Comment vont tes enfants ?',
			'Comment va la vie à Nantes ?'
		]
	}
};
const warnedOf: Examples = {
	begs: {
		en: [
			'Can you refer me?',
			'Will you be my mentor?',
			'Are you hiring?',
			'I would be perfect for your team.'
		],
		fr: [
			'Peux-tu me pistonner ?',
			'Auriez-vous un poste à me proposer ?',
			'Recrutez-vous en ce moment ?',
			'Peux-tu parler de moi à ton patron ?'
		]
	},
	hasty: {
		en: ['When are you free?', 'Can we meet tomorrow?', 'Let me know your availability.'],
		fr: ['Quand êtes-vous libre ?', 'Je vous appelle demain.']
	},
	aimless: {
		en: ['No specific agenda.', 'Coffee, drinks, just talk, whatever.'],
		fr: ['Sans sujet particulier.']
	},
	bareInvite: {
		en: ['I would like to add you to my professional network.'],
		fr: [
			'Je souhaite vous ajouter à mon réseau.',
			'Je vous contacte afin de développer mon réseau.'
		]
	}
};
const cases = [praised, warnedOf].flatMap((examples) =>
	Object.entries(examples).flatMap(([signal, { fr, en }]) => [
		...fr.map((sentence) => [signal, 'fr', sentence] as const),
		...en.map((sentence) => [signal, 'en', sentence] as const)
	])
);

it.each(cases)('%s (%s): %s', (signal, lang, sentence) => {
	// Not the first sentence, where a greeting stands.
	expect([...gatherEvidence(readLetter(`So. ${sentence}`, lang)).keys()]).toContain(signal);
});
