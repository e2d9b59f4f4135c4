import { sayDate } from '#lib/i18n/dates.ts';
import {
	compose,
	firstName,
	type LetterText,
	type Named,
	saying,
	sentence,
	type Voice
} from '#lib/introductions/letters/voice.ts';

/** What a letter to somebody one has lost touch with is made from. */
export interface RevivalFacts {
	voice: Voice;
	writer: Named;
	/** `about`: where they work as far as the writer knows; it may be out of date. */
	contact: Named;
	/** What ties them, in a few words; may be empty. */
	known: string;
	/** When they last had an exchange: an ISO date of any precision; empty when unknown. */
	lastExchange: string;
	/** Whether it has been long; else nothing is said of the silence. */
	silent: boolean;
	/** Whether to ask for something small as well; else the letter asks for nothing. */
	small: boolean;
}

/** Short, about the two of them: what ties them, a word of news, an offer, no answer owed. */
export function revivalLetter(facts: RevivalFacts): LetterText {
	const { voice, writer, contact } = facts;
	const name = firstName(contact.name);
	const subject = saying(voice, {
		tu: `Des nouvelles, ${name} ?`,
		vous: 'Prendre de vos nouvelles',
		en: `How are you, ${name}?`
	});
	return compose(voice, subject, [
		saying(voice, { tu: `Bonjour ${name},`, vous: `Bonjour ${name},`, en: `Hello ${name},` }),
		`${since(facts)} ${memory(facts)}`,
		`${theirs(facts)} ${ours(facts)}`,
		facts.small ? smallAsk(voice) : nothingAsked(voice),
		inReturn(voice),
		`${saying(voice, { tu: 'Bien à toi', vous: 'Bien cordialement', en: 'All the best' })},\n${firstName(writer.name)}`
	]);
}

function since({ voice, lastExchange, silent }: RevivalFacts): string {
	if (!silent) return '';
	if (!lastExchange)
		return saying(voice, {
			tu: 'Cela fait longtemps que nous ne nous sommes pas parlé.',
			vous: 'Cela fait longtemps que nous ne nous sommes pas parlé.',
			en: 'It has been a long time since we last spoke.'
		});
	const when = sayDate(lastExchange.slice(0, 4), voice.locale);
	return saying(voice, {
		tu: `Notre dernier échange remonte à ${when}, et le silence vient autant de moi.`,
		vous: `Notre dernier échange remonte à ${when}, et le silence vient autant de moi.`,
		en: `We last spoke in ${when}, and the silence is as much my doing.`
	});
}

function memory({ voice, known }: RevivalFacts): string {
	if (!known) return '';
	return saying(voice, {
		tu: `Je repensais à ce qui nous lie (${known}), et j’ai eu envie de prendre de tes nouvelles.`,
		vous: `Je repensais à ce qui nous lie (${known}), et j’ai eu envie de prendre de vos nouvelles.`,
		en: `I was thinking of how we know each other (${known}), and wanted to hear how you are.`
	});
}

function theirs({ voice, contact: { about } }: RevivalFacts): string {
	if (!about)
		return saying(voice, {
			tu: 'Qu’est-ce qui t’occupe en ce moment ?',
			vous: 'Qu’est-ce qui vous occupe en ce moment ?',
			en: 'What are you busy with these days?'
		});
	return saying(voice, {
		tu: `Es-tu toujours chez ${about} ? Qu’est-ce qui t’y occupe en ce moment ?`,
		vous: `Êtes-vous toujours chez ${about} ? Qu’est-ce qui vous y occupe en ce moment ?`,
		en: `Are you still at ${about}? What are you busy with there these days?`
	});
}

function ours({ voice, writer: { about } }: RevivalFacts): string {
	if (!about) return '';
	return saying(voice, {
		tu: `De mon côté : ${sentence(about)}`,
		vous: `De mon côté : ${sentence(about)}`,
		en: `As for me: ${sentence(about)}`
	});
}

function nothingAsked(voice: Voice): string {
	return saying(voice, {
		tu: 'Je n’ai rien à te demander. Réponds quand tu veux, ou pas du tout : un mot me ferait simplement plaisir.',
		vous: 'Je n’ai rien à vous demander. Répondez quand vous voulez, ou pas du tout : un mot me ferait simplement plaisir.',
		en: 'I am not asking for anything. Reply whenever you like, or not at all: a word would simply be a pleasure.'
	});
}

function smallAsk(voice: Voice): string {
	return saying(voice, {
		tu: 'Et si tu as dix minutes dans les semaines qui viennent, j’aimerais ton avis sur ce que je prépare. Si ce n’est pas le moment, aucun souci : un mot de toi me ferait déjà plaisir.',
		vous: 'Et si vous avez dix minutes dans les semaines qui viennent, j’aimerais votre avis sur ce que je prépare. Si ce n’est pas le moment, je le comprendrai très bien : un mot de vous me ferait déjà plaisir.',
		en: 'And if you have ten minutes in the coming weeks, I would like your view on what I am preparing. If it is not a good time, that is perfectly fine: a word from you would be a pleasure in itself.'
	});
}

function inReturn(voice: Voice): string {
	return saying(voice, {
		tu: 'Et si je peux t’être utile en quoi que ce soit, dis-le-moi.',
		vous: 'Et si je peux vous être utile en quoi que ce soit, dites-le-moi.',
		en: 'And if I can be of help to you in any way, please tell me.'
	});
}
