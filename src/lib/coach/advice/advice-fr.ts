import type { adviceInEnglish } from '#lib/coach/advice/advice-en.ts';

/** Des conseils bienveillants, d’une ligne. */
export const adviceInFrench: Record<keyof typeof adviceInEnglish, string> = {
	'personal-met': 'On sent que cette lettre est de vous, pour cette personne.',
	'personal-missing': 'Un détail que vous seuls partagez rendrait cette lettre unique.',
	'adapted-met': 'Vous tenez compte de sa situation : cette lettre n’irait pas à n’importe qui.',
	'adapted-missing': 'Dites pourquoi vous avez pensé à cette personne.',
	'generous-met': 'Vous laissez libre de répondre et ne demandez rien de trop.',
	'generous-missing': 'Que pourriez-vous donner, ou faciliter, en retour ?',
	'clear-met': 'Qui, quoi, pourquoi : tout y est.',
	'clear-missing': 'Dites en une phrase ce que vous espérez, et pourquoi.',
	'feasible-met': 'Ce que vous demandez est à sa portée.',
	'feasible-missing': 'Demandez un petit pas : un message à transférer, un quart d’heure.',
	'too-little': 'Écrivez quelques phrases, et les cinq voyants auront de quoi juger.',
	'greet-by-name': 'Commencez par le nom de la personne.',
	'say-your-bond':
		'Dites en quelques mots ce qui vous lie : où vous vous êtes connus, qui vous envoie, ce que vous avez fait ensemble.',
	'say-what-you-noticed': 'Citez quelque chose d’elle que vous avez vraiment vu, lu ou entendu.',
	'write-to-one': 'On dirait une lettre à plusieurs. Écrivez à cette seule personne.',
	'leave-the-pitch': 'Moins de mots de vente : dites-le comme autour d’un café.',
	'take-up-their-world':
		'Partez de ce qui est à elle : son travail, ses nouvelles, ce qui l’occupe.',
	'why-them': 'Dites pourquoi cette personne, et ce qu’elle y trouverait.',
	'think-of-their-time': 'Montrez que vous avez pensé à son temps ou à sa position.',
	'less-of-me': 'Il est beaucoup question de vous. Une phrase sur l’autre rétablirait l’équilibre.',
	'tu-or-vous': 'La lettre passe du tu au vous : choisissez l’un des deux.',
	'leave-a-way-out': 'Laissez la place d’un non facile : un oui en vaudra davantage.',
	'offer-something':
		'Offrez quelque chose, même petit : des nouvelles de la suite, un coup de main en retour.',
	'keep-it-small':
		'Demandez un petit premier pas : quinze minutes, une question, quelques lignes à transférer.',
	'no-pressure': 'Laissez l’urgence de côté : elle pèse sur qui voudrait aider.',
	'ask-for-less':
		'C’est beaucoup à porter. Demandez un pas que cette personne peut vraiment faire.',
	'ask-do-not-order': 'Changez la consigne en question.',
	'less-praise': 'Un seul compliment précis vaut mieux que plusieurs.',
	'promise-less': 'Ne promettez que ce que vous pourrez tenir.',
	'one-ask': 'Tenez-vous à une demande ; les autres attendront une prochaine lettre.',
	'ask-plainly': 'Posez votre question simplement, en une phrase.',
	'say-why-you-write': 'Dites simplement pourquoi vous écrivez aujourd’hui.',
	'say-why': 'Dites pourquoi : ce que vous préparez, ce que vous espérez apprendre.',
	'name-the-person': 'Nommez la personne que vous aimeriez rencontrer, ou décrivez-la précisément.',
	'say-who-you-are': 'Dites en une demi-phrase qui vous êtes.',
	'say-the-link':
		'Dites comment vous savez que ces deux personnes se connaissent, ou posez la question.',
	'let-them-choose': 'Demandez avant de transmettre quoi que ce soit : le oui lui appartient.',
	'not-in-network':
		'{name} ne semble pas connaître cette personne : demandez si le contact existe, ou cherchez un autre chemin.',
	'faint-tie':
		'{name} ne connaît cette personne que de loin : demandez d’abord si un mot serait bienvenu.',
	'faint-tie-of-yours': 'Le lien est ténu : dites d’où vous vous connaissez.',
	'many-requests':
		'{name} a déjà {count} demandes en attente : mieux vaut patienter un peu, ou s’adresser à quelqu’un d’autre.',
	shorter: 'Une lettre lue en une minute reçoit plus vite sa réponse.',
	'several-asks': 'Il y a plusieurs demandes dans une seule lettre : laquelle compte le plus ?',
	'mass-mailing': 'Cela ressemble à une lettre envoyée à beaucoup de monde.',
	placeholders: 'Il reste un blanc à compléter.',
	'no-contact-details': 'Votre e-mail ou votre téléphone n’y est pas : comment vous répondre ?',
	'no-signature': 'Il manque votre nom à la fin.',
	'third-person-details':
		'Ce sont peut-être les coordonnées de quelqu’un d’autre : a-t-il donné son accord ?',
	'over-long': 'Il faut plus d’une minute pour la lire.',
	'all-capitals': 'Les majuscules donnent l’impression de crier.',
	'no-thanks': 'Il n’y a pas encore de remerciement.',
	'mixed-tu-vous': 'Le tu et le vous se mêlent.',
	pressure: 'Cela peut être ressenti comme une pression.',
	flattery: 'Tant de compliments peuvent paraître moins sincères que vous ne le pensez.'
};
