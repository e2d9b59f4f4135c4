import type { Example, NoticedPassages } from '#lib/coach/examples/example.ts';

/** Les cinq qualités, chacune par une lettre ratée et une lettre réussie de la même personne. */
export const frenchExamples: readonly Example[] = [
	{
		criterion: 'personal',
		verdict: 'bad',
		kind: 'revival',
		text: 'Chers amis, chers contacts,\n\nJe quitte la banque pour la menuiserie. N’hésitez pas à faire circuler ce message autour de vous : toute aide sera la bienvenue. Bien à vous tous,\n\nInès',
		why: 'Inès parle à tout le monde : personne ne se sent attendu.'
	},
	{
		criterion: 'personal',
		verdict: 'good',
		kind: 'revival',
		text: 'Bonjour Malik,\n\nDevant notre ancien bureau de Grenoble, j’ai repensé à nos déjeuners de 2014, quand tu m’avais appris à lire un bilan. Et toi, que deviens-tu ? Merci encore de ta patience,\n\nInès',
		why: 'Un lieu, une année, un merci : seule Inès pouvait l’écrire, et seulement à Malik.'
	},
	{
		criterion: 'adapted',
		verdict: 'bad',
		kind: 'ask',
		text: 'Madame, Monsieur,\n\nMon amie Clara Meunier est une professionnelle dynamique, motivée et passionnée. Elle recherche des partenariats avec des entreprises comme la vôtre. Vous trouverez ci-joint sa plaquette. Dans l’attente de votre retour,\n\nYann Le Goff',
		why: 'Changez l’adresse, et la même lettre part chez le voisin.'
	},
	{
		criterion: 'adapted',
		verdict: 'good',
		kind: 'ask',
		text: 'Bonjour Solange,\n\nJ’ai lu dans mon journal que votre librairie ouvrait un rayon jeunesse : bravo ! Mon amie Clara Meunier prépare la sienne, et je crois que votre expérience l’aiderait. Pourrait-elle venir en parler, un matin calme ? Je comprendrais un non.\n\nYann',
		why: 'Yann part de ce que vit Solange, et pense à ses journées.'
	},
	{
		criterion: 'generous',
		verdict: 'bad',
		kind: 'request',
		text: 'Bonjour Aurélie,\n\nIl me faut absolument l’appui de Farid Benali, à la mairie. C’est urgent : appelle-le aujourd’hui et dis-lui que je lui garantis le meilleur projet de la ville. Je compte sur toi, ne me laisse pas tomber.\n\nSami',
		why: 'L’urgence, les consignes et les promesses pèsent toutes sur Aurélie.'
	},
	{
		criterion: 'generous',
		verdict: 'good',
		kind: 'request',
		text: 'Bonjour Aurélie,\n\nPourrais-tu demander à Farid Benali s’il m’accorderait un quart d’heure, quand cela l’arrange, sur mon projet de cantine ? Si c’est délicat, dis-moi simplement non. Je te raconterai la suite, et je t’invite à déjeuner. Merci,\n\nSami',
		why: 'Peu de temps demandé, un non permis, des nouvelles promises : c’est tenable.'
	},
	{
		criterion: 'clear',
		verdict: 'bad',
		kind: 'first-message',
		text: 'Bonjour Madame Roussel,\n\nPassionnée et motivée, je crois beaucoup en l’avenir. Nous pourrions créer ensemble une synergie et un partenariat gagnant-gagnant. Mon énergie et mes compétences sont à valoriser. Dans cette perspective, cordialement,\n\nLucie Garnier',
		why: 'Que doit faire Madame Roussel ? Même bien disposée, elle ne le sait pas.'
	},
	{
		criterion: 'clear',
		verdict: 'good',
		kind: 'first-message',
		text: 'Bonjour Madame Roussel,\n\nJe suis infirmière à Tours et je prépare un diplôme d’hygiène. Pourriez-vous m’accorder vingt minutes au téléphone, pour comprendre comment vous formez vos équipes ? Votre avis m’aiderait à choisir mon stage. Merci,\n\nLucie Garnier',
		why: 'Qui écrit, ce qu’elle demande et pourquoi : tout est dit en trois phrases.'
	},
	{
		criterion: 'feasible',
		verdict: 'bad',
		kind: 'request',
		text: 'Bonjour Bruno,\n\nTu connais sûrement des gens importants dans le vélo. Présente-moi à tous tes contacts, et à la présidente de la fédération, même si tu ne la connais pas. Trouve-moi aussi un poste et des clients. Merci d’avance,\n\nNour',
		why: 'Qui, parmi tant de gens ? Bruno ne sait par où commencer.'
	},
	{
		criterion: 'feasible',
		verdict: 'good',
		kind: 'request',
		text: 'Bonjour Bruno,\n\nTu as travaillé avec Odile Ferrand à l’atelier vélo. Pourrais-tu lui transmettre une seule question : quel tissu tient dix ans sous la pluie ? Si vous n’êtes plus en contact, ce n’est pas grave. Merci,\n\nNour',
		why: 'Une personne que Bruno connaît, une seule question : il peut le faire ce soir.'
	}
];

/** Ce que le coach relève aussi, en quelques mots. */
export const frenchPassages: NoticedPassages = {
	'several-asks':
		'Pourriez-vous me présenter Léa Morin ? Pouvez-vous relire mon projet ? Auriez-vous aussi un bureau à me prêter ?',
	'mass-mailing': 'Bonjour à tous, je vous écris pour vous parler de mon projet.',
	placeholders: 'Bonjour [Prénom], j’ai beaucoup aimé votre atelier.',
	'no-contact-details': 'Quand vous voudrez, appelez-moi. Merci ! Inès Carlier',
	'no-signature':
		'Bonjour Malik, merci encore pour ton accueil de jeudi. Pourrais-tu me dire quand tu repasses à Grenoble ?',
	'third-person-details': 'Écrivez à Odile Ferrand, son e-mail est odile@example.org.',
	'all-capitals': 'Bonjour Bruno, MERCI DE RÉPONDRE AVANT LUNDI MATIN.',
	'no-thanks': 'Bonjour Bruno, pourrais-tu me présenter Odile Ferrand ? Nour',
	'mixed-tu-vous': 'Tu vas bien ? Je te lis souvent. Pourriez-vous me donner votre avis ?',
	pressure: 'C’est urgent, j’attends votre réponse avant ce soir.',
	flattery: 'Votre parcours est exceptionnel, vos livres sont magnifiques et vous êtes génial.'
};
