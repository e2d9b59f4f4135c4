import {
	compose,
	firstName,
	type LetterText,
	type Named,
	saying,
	sentence,
	type Voice,
	withAbout
} from '#lib/introductions/letters/voice.ts';

/** What the connector's opt-in letter to the target is made from. */
export interface AskFacts {
	voice: Voice;
	connector: Named;
	target: Named;
	requester: Named;
	/** Why, in the requester's own words. */
	reason: string;
	/** How connector and target know each other, in a few words; empty when nothing is known. */
	known: string;
	/** The target may not remember the connector. */
	faint: boolean;
}

/** Short, in the connector's name: a friend, who, why, would you agree, and if so where. */
export function askLetter(facts: AskFacts): LetterText {
	const { voice, requester, target, connector } = facts;
	const subject = saying(voice, {
		tu: `${requester.name} aimerait te contacter`,
		vous: `${requester.name} aimerait vous contacter`,
		en: `${requester.name} would like to get in touch with you`
	});
	return compose(voice, subject, [
		saying(voice, greetings(firstName(target.name))),
		opening(facts),
		who(facts),
		why(facts),
		question(facts),
		freedom(facts),
		`${saying(voice, { tu: 'Bien à toi', vous: 'Bien à vous', en: 'All the best' })},\n${firstName(connector.name)}`
	]);
}

function greetings(name: string) {
	return { tu: `Bonjour ${name},`, vous: `Bonjour ${name},`, en: `Hello ${name},` };
}

function opening({ voice, faint, known }: AskFacts): string {
	if (!faint)
		return saying(voice, {
			tu: 'J’espère que tu vas bien.',
			vous: 'J’espère que vous allez bien.',
			en: 'I hope you are well.'
		});
	const how = known ? ` : ${known}` : '';
	return saying(voice, {
		tu: `Je ne sais pas si tu te souviens de moi${how}.`,
		vous: `Je ne sais pas si vous vous souvenez de moi${how}.`,
		en: `I don’t know whether you remember me${known ? `: ${known}` : ''}.`
	});
}

function who({ voice, requester }: AskFacts): string {
	const them = withAbout(requester);
	return saying(voice, {
		tu: `Je t’écris pour une personne en qui j’ai confiance, ${them}, qui aimerait échanger avec toi.`,
		vous: `Je vous écris pour une personne en qui j’ai confiance, ${them}, qui aimerait échanger avec vous.`,
		en: `I am writing for someone I trust, ${them}, who would like to talk with you.`
	});
}

function why({ voice, reason }: AskFacts): string {
	if (!reason.trim()) return '';
	const own = sentence(reason);
	return saying(voice, {
		tu: `Voici ses mots : « ${own} »`,
		vous: `Voici ses mots : « ${own} »`,
		en: `In their own words: “${own}”`
	});
}

function question({ voice, requester }: AskFacts): string {
	const name = firstName(requester.name);
	return saying(voice, {
		tu: `Serais-tu d’accord pour que ${name} prenne contact et, si oui, à quelle adresse e-mail ou à quel numéro ?`,
		vous: `Seriez-vous d’accord pour que ${name} prenne contact et, si oui, à quelle adresse e-mail ou à quel numéro ?`,
		en: `Would you agree to ${name} contacting you and, if so, at which e-mail address or phone number?`
	});
}

function freedom({ voice }: AskFacts): string {
	return saying(voice, {
		tu: 'Je ne transmets rien sans ton accord, et un non me va très bien.',
		vous: 'Je ne transmets rien sans votre accord, et un non me convient très bien.',
		en: 'I pass nothing on without your word, and a no is perfectly fine with me.'
	});
}
