import { describe, expect, it } from 'vitest';
import type { Lang } from '#lib/coach/judgement.ts';
import { readLetter } from '#lib/coach/language/read-letter.ts';
import { gatherEvidence } from '#lib/coach/signals/evidence.ts';

/** Sentences by the signal they are about, as people write them; none stands in a rule. */
type Examples = Record<string, Partial<Record<Lang, string[]>>>;

const said: Examples = {
	wayOut: {
		en: [
			"If you'd rather not, that's absolutely fine.",
			"No worries at all if this doesn't work for you.",
			"Please don't feel any obligation to help.",
			"I completely understand if you're too busy.",
			'Feel free to say no.',
			"If you don't feel comfortable making the introduction, just let me know.",
			'Should this be a bad time, please ignore this message.',
			"I won't be offended if the answer is no.",
			'Only if you think it makes sense, of course.',
			"If you don't know her well enough, no problem.",
			"There's no pressure whatsoever.",
			'Either way, thanks for reading.',
			'I will take no for an answer with good grace.',
			"Don't worry if you can't.",
			"If it's not something you want to do, I respect that.",
			'Please say so if it puts you in an awkward spot.',
			'No hard feelings if the timing is off.',
			'You are under no obligation whatsoever.',
			"If that's asking too much, I'd understand."
		],
		fr: [
			"Si tu ne te sens pas à l'aise, dis-le-moi sans hésiter.",
			'Je comprendrais parfaitement que vous ne puissiez pas donner suite.',
			'Sens-toi libre de refuser.',
			"N'hésitez surtout pas à me dire si cela vous pose problème.",
			"Si ce n'est pas le bon moment, ne t'embête pas.",
			'Aucune obligation, bien entendu.',
			"Et si tu préfères t'abstenir, je ne t'en voudrai pas.",
			'Si cela vous semble déplacé, oubliez ma demande.',
			'Vous êtes bien sûr libre de décliner.',
			"Je ne voudrais pas vous mettre dans l'embarras.",
			'Ne te sens surtout pas obligée de répondre.',
			"Si le moment est mal choisi, ce n'est pas grave du tout.",
			"Je ne me vexerai pas si c'est non.",
			'Dans le cas contraire, je trouverai une autre voie.',
			'Si tu ne le sens pas, laisse tomber sans scrupule.',
			'Libre à vous de ne pas répondre.',
			'Je respecterai bien sûr votre décision.'
		]
	},
	bounded: {
		en: [
			'Would you have 15 minutes for a call?',
			'Could we grab a quick coffee?',
			"I'd love a 20-minute chat.",
			'I have just one question.',
			'a brief phone conversation',
			'Could you spare half an hour?',
			'a ten-minute phone call would be plenty',
			'I only need a sentence or two.',
			'one short email'
		],
		fr: [
			'Auriez-vous une vingtaine de minutes ?',
			'un bref échange téléphonique',
			"Je n'ai que deux questions.",
			"une petite demi-heure autour d'un café",
			'un rapide coup de fil',
			"un quart d'heure en visio",
			"un échange d'une quinzaine de minutes",
			"juste le temps d'un café",
			'une réponse en deux lignes me suffirait'
		]
	},
	offers: {
		en: [
			"I'd be happy to return the favor any time.",
			"If there's anything I can do to help you, please tell me.",
			'Let me know how I can be of help.',
			'Lunch is on me.',
			"I'd be glad to share what I learn.",
			'I can introduce you to our head of research if useful.',
			"I'd love to repay your kindness with dinner.",
			"Drinks are on me when you're in town.",
			'In exchange, I can review your grant draft.',
			"I'm always around if you need feedback on your slides."
		],
		fr: [
			'Je serais ravi de vous rendre la pareille.',
			"Si je peux t'être utile en quoi que ce soit, n'hésite pas.",
			"Je t'invite à déjeuner pour te remercier.",
			'Je partagerai avec plaisir mes résultats.',
			'Bien entendu, à charge de revanche.',
			"Et je reste à ta disposition si tu as besoin d'un coup de main.",
			'En échange, je peux relire ton dossier.',
			'Compte sur moi si tu cherches un testeur.',
			'Je serai heureuse de te rendre service à mon tour.',
			'Le déjeuner est pour moi, évidemment.'
		]
	},
	link: {
		en: [
			"I noticed you're connected to Jane Smith on LinkedIn.",
			'I believe you used to work with Tom Reed.',
			'You mentioned that you know Carla Ruiz.',
			'I see that Paul Young is one of your contacts.',
			'Since you and Maria Sanchez are former colleagues, I thought of you.',
			'I remember you saying that your brother works with Al Greene.',
			'Jane Smith told me the two of you sat on the same board.',
			'Your friendship with Tom Reed goes back to school, I think.',
			'I understand Greg Hall reports to you.'
		],
		fr: [
			"J'ai vu que tu faisais partie du réseau de Jean Martin.",
			'Je crois savoir que vous connaissez bien Luc Petit.',
			'Tu as longtemps travaillé avec Sarah Leclerc.',
			"Tu m'as dit que Paul Roy était un ami.",
			'Vous êtes en relation avec Anne Morel sur LinkedIn.',
			"J'ai remarqué que Marc Blanc figure parmi vos contacts.",
			'Il me semble que Louis Morin est ton cousin.',
			'Luc Besnard et toi avez monté le festival ensemble.',
			'Tu parlais souvent de Nadia Benali, ta binôme.',
			"Vous avez été le patron d'Éric Vasseur."
		]
	},
	sharedPast: {
		en: [
			'We met at the product conference in Austin last spring.',
			"It was great talking with you at Anna's party.",
			'I enjoyed our conversation on Tuesday.',
			'I was in your statistics class two years ago.',
			'Thanks for taking the time to talk with me last month.',
			'You and I overlapped at Deloitte.',
			'You were a great help when I started out.',
			'I still use the checklist you gave me.',
			'We shared a cab after the gala.',
			'Remember the time the projector caught fire?',
			'You interviewed me for the junior post in 2019.',
			'I used to sit two desks away from you.',
			'It was a pleasure to meet you yesterday.'
		],
		fr: [
			"Nous nous sommes rencontrés lors du forum de l'emploi.",
			"J'ai eu le plaisir d'échanger avec vous la semaine dernière.",
			'On a bossé ensemble chez Alstom.',
			'Suite à notre conversation de jeudi, je reviens vers toi.',
			"J'ai beaucoup apprécié notre échange.",
			'Tu te souviens peut-être de moi.',
			'Vous avez été mon professeur en licence.',
			"Tes conseils d'il y a deux ans m'ont beaucoup servi.",
			"Tu m'avais reçue en entretien en 2019.",
			"Je t'avais croisée au marché de Noël.",
			'Nos enfants étaient dans la même classe.',
			"Ravi de t'avoir revu samedi.",
			"C'était un plaisir de discuter avec vous hier."
		]
	},
	sharedGround: {
		en: [
			"I'm also a graduate of Penn State.",
			'As a fellow Badger, I was glad to find you.',
			'We have a mutual friend, Lia.',
			'We went to the same college.'
		],
		fr: [
			'Nous sortons de la même école.',
			"En tant qu'ancien de l'ESSCA, je vous écris.",
			'Nous avons un ami commun, Paul.',
			'Je suis diplômée de la même promotion que vous.'
		]
	},
	sentBy: {
		en: [
			'Mark Hughes suggested I get in touch with you.',
			'I was referred to you by Ann Lee.',
			'Our mutual friend Tim gave me your name.',
			"My advisor, Dr. Hill, thought you'd be a great person to talk to.",
			'Your colleague Ken Ito kindly passed on your address.',
			"I'm writing at the suggestion of Laura Dean."
		],
		fr: [
			"Paul Durand m'a suggéré de vous contacter.",
			"C'est sur les conseils de Julie Petit que je vous écris.",
			"Marie m'a donné vos coordonnées.",
			'Je vous contacte de la part de Jean Roux.',
			'Anne nous a mis en relation.',
			"Je me permets de vous écrire car Luc Morel m'a vivement conseillé de vous rencontrer.",
			"Votre nom m'a été donné par Claire Roy.",
			"Notre amie commune, Inès, m'a dit que vous accepteriez."
		]
	},
	notice: {
		en: [
			'I read your recent article about supply chains.',
			'Your presentation on burnout really stuck with me.',
			"I've been following your work on water.",
			'I saw that you recently moved to Berlin.',
			'I was struck by how you went from law to pastry.',
			'I admire the way you built your team.',
			'I listened to your podcast with the beekeepers.',
			'What a lovely exhibition you put on in June.',
			'I saw you won the regional award.',
			'I came across your thesis while preparing my exam.'
		],
		fr: [
			"J'ai lu avec intérêt votre article sur l'eau.",
			"Ton parcours dans l'humanitaire m'inspire.",
			'Je suis votre travail depuis longtemps.',
			"J'ai vu que tu venais de changer de poste.",
			"Votre conférence m'a beaucoup marquée.",
			"J'ai appris que vous aviez ouvert un second atelier.",
			'Je viens de finir votre livre sur les digues.',
			'Quelle belle exposition tu as montée en juin !',
			"J'ai vu passer ta nomination, bravo.",
			"Votre façon d'animer la réunion m'a bluffé."
		]
	},
	convenient: {
		en: [
			"I'm happy to work around your schedule.",
			'at a time that works for you',
			'whenever is most convenient for you'
		],
		fr: ['à un moment qui vous conviendrait', 'selon vos disponibilités', "quand cela t'arrange"]
	},
	ask: {
		en: [
			'Would you be open to introducing me to Jane?',
			'I was wondering if you could put me in touch.',
			'Is there any chance we could talk?',
			'Would you mind passing this along?',
			"I'd really appreciate an introduction.",
			'Do you have time for a call next week?',
			"Would an introduction be something you'd consider?",
			'Might I trouble you for a word with her?',
			'Could I buy you a coffee?'
		],
		fr: [
			'Accepteriez-vous de me présenter à Luc ?',
			"Serait-il possible d'échanger quelques minutes ?",
			'Penses-tu que tu pourrais nous mettre en relation ?',
			'Je me demandais si tu pouvais lui parler de moi.',
			'Verrais-tu un inconvénient à nous présenter ?',
			'Serais-tu partante pour un café ?',
			'Me ferais-tu le plaisir de nous présenter ?',
			"Pourriez-vous m'indiquer à qui m'adresser ?",
			"Est-ce que ça te dit qu'on déjeune ?"
		]
	},
	vagueTarget: {
		en: [
			'Please let me know if you know anyone who is hiring.',
			'Can you introduce me to people in your network?',
			"I'm open to any opportunity.",
			'Do you know any recruiters?',
			'Please share my profile with your contacts.',
			"I'd take anything at this point."
		],
		fr: [
			"Connais-tu quelqu'un qui pourrait m'aider ?",
			"Pourriez-vous me présenter quelqu'un dans la finance ?",
			'Je suis preneur de tout contact utile.',
			"Peux-tu m'ouvrir ton carnet d'adresses ?",
			"N'importe quel poste m'ira.",
			'Fais passer à tes connaissances.',
			'Tu connais du monde, toi, non ?'
		]
	},
	pressure: {
		en: [
			'I need an answer by tomorrow.',
			'Please respond as soon as you can.',
			'I must have your answer tonight.',
			'This is extremely urgent.'
		],
		fr: [
			'Merci de me répondre au plus vite.',
			"J'ai besoin d'une réponse d'ici demain.",
			"C'est très urgent.",
			"Réponds-moi aujourd'hui sans faute."
		]
	},
	begs: {
		en: ['Can you get me an interview?', 'I was hoping you could help me find a job.'],
		fr: ["Peux-tu m'aider à trouver un travail ?", 'Y a-t-il un poste pour moi dans ta boîte ?']
	},
	vouches: {
		en: ["I've known Ben for ten years.", 'She was one of my best students.'],
		fr: ["J'ai travaillé cinq ans avec elle.", "C'est une amie de longue date, très fiable."]
	},
	situation: {
		en: [
			'You know better than anyone how hard the first year is.',
			'Given your experience at Shell, I thought of you.'
		],
		fr: [
			"Toi qui as vécu ce passage, tu pourrais m'éclairer.",
			'Compte tenu de votre expérience, je pense à vous.'
		]
	},
	mindful: {
		en: ['I know this is your busiest season.', 'You must get a lot of these messages.'],
		fr: [
			"J'imagine que tu croules sous les demandes.",
			'Je sais combien vos semaines sont remplies.'
		]
	}
};

const unsaid: Examples = {
	mindful: {
		en: ['I hope you are well.'],
		fr: ["J'espère que vous allez bien."]
	},
	news: {
		en: ['How are you?'],
		fr: ['Comment vas-tu ?']
	},
	notice: {
		en: ['I hope you are well.'],
		fr: ["J'espère que tu vas bien."]
	},
	offers: {
		en: ['You are amazing and I admire you.'],
		fr: ['Vous êtes un homme brillant et admirable.']
	},
	sharedPast: {
		en: ['I hope this email finds you well.', 'We have never met.'],
		fr: ['Nous ne nous sommes jamais rencontrés.']
	},
	link: {
		en: ["You don't know Jane Smith."],
		fr: ['Vous ne connaissez pas Marie Dupont.']
	},
	vouches: {
		en: ["I don't know Ben at all."]
	},
	bounded: {
		en: ['I need a full day of your help.']
	},
	vagueTarget: {
		en: ['Could you introduce me to Jane Smith?'],
		fr: ['Pourrais-tu me présenter à Marie Dupont ?']
	},
	pressure: {
		en: ['There is no hurry and nothing urgent.', 'Whenever it suits you.'],
		fr: ["Rien d'urgent, prends ton temps."]
	},
	begs: {
		en: ['I am not asking for a job.'],
		fr: ['Je ne vous demande pas un emploi.']
	},
	pitch: {
		en: ['We worked together at Acme.']
	},
	crowd: {
		en: ['Dear Anna,'],
		fr: ['Bonjour Anne,']
	},
	wayOut: {
		fr: ['Il faut absolument accepter.']
	},
	imposed: {
		en: ['I have not given him your number.'],
		fr: ['Je ne lui ai pas donné ton numéro.']
	},
	promises: {
		fr: ['Merci pour ta réponse.']
	}
};

function signalsOf(sentence: string, lang: Lang): string[] {
	const greeting = lang === 'fr' ? 'Bonjour Zoé,' : 'Hi Zoe,';
	return [...gatherEvidence(readLetter(`${greeting}\n\n${sentence}`, lang)).keys()];
}

function cases(examples: Examples): [signal: string, lang: Lang, sentence: string][] {
	return Object.entries(examples).flatMap(([signal, { en = [], fr = [] }]) => [
		...en.map((sentence): [string, Lang, string] => [signal, 'en', sentence]),
		...fr.map((sentence): [string, Lang, string] => [signal, 'fr', sentence])
	]);
}

describe('what a sentence says', () => {
	it.each(cases(said))('%s (%s): %s', (signal, lang, sentence) => {
		expect(signalsOf(sentence, lang)).toContain(signal);
	});
});

describe('what a sentence does not say', () => {
	it.each(cases(unsaid))('no %s (%s): %s', (signal, lang, sentence) => {
		expect(signalsOf(sentence, lang)).not.toContain(signal);
	});
});
