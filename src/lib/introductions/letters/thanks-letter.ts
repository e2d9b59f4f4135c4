import { sayList } from '#lib/i18n/lists.ts';
import type { Outcome } from '#lib/introductions/lifecycle.ts';
import {
	compose,
	firstName,
	type LetterText,
	type Named,
	saying,
	sentence,
	type Voice
} from '#lib/introductions/letters/voice.ts';

/** What the requester's thank-you letter to the connector is made from. */
export interface ThanksFacts {
	voice: Voice;
	requester: Named;
	connector: Named;
	/** What came of each introduction, with the requester's own note; one or more. */
	outcomes: { name: string; outcome: Outcome; note: string }[];
}

/** Thanks that say how it ended: the connector took a risk and deserves to know. */
export function thanksLetter(facts: ThanksFacts): LetterText {
	const { voice, requester, connector, outcomes } = facts;
	const names = sayList(
		outcomes.map((one) => one.name),
		voice.locale
	);
	const hello = saying(voice, { tu: 'Bonjour', vous: 'Bonjour', en: 'Hello' });
	return compose(
		voice,
		saying(voice, {
			tu: `Merci pour ${names}`,
			vous: `Merci pour ${names}`,
			en: `Thank you for ${names}`
		}),
		[
			`${hello} ${firstName(connector.name)},`,
			thanks(voice, names),
			outcomes.map((one) => ended(voice, one)).join('\n'),
			inReturn(voice),
			`${saying(voice, { tu: 'Avec toute ma reconnaissance', vous: 'Avec toute ma reconnaissance', en: 'Gratefully' })},\n${firstName(requester.name)}`
		]
	);
}

function thanks(voice: Voice, names: string): string {
	return saying(voice, {
		tu: `Je tenais à te remercier de m’avoir ouvert la porte de ${names}, et à te dire où cela en est.`,
		vous: `Je tenais à vous remercier de m’avoir ouvert la porte de ${names}, et à vous dire où cela en est.`,
		en: `I wanted to thank you for opening the door to ${names}, and to tell you how it went.`
	});
}

const inFrench: Record<Outcome, string> = {
	in_contact: 'nous sommes en contact.',
	met: 'nous nous sommes rencontrés.',
	nothing: 'cela n’a pas abouti cette fois, mais votre geste a compté.',
	led_to: 'cela a porté ses fruits.'
};
const inEnglish: Record<Outcome, string> = {
	in_contact: 'we are in touch.',
	met: 'we have met.',
	nothing: 'nothing came of it this time, but your gesture mattered.',
	led_to: 'it bore fruit.'
};

function ended(voice: Voice, { name, outcome, note }: ThanksFacts['outcomes'][number]): string {
	const vous = `${name} : ${inFrench[outcome]} ${sentence(note)}`.trim();
	return saying(voice, {
		tu: vous.replace('votre geste', 'ton geste'),
		vous,
		en: `${name}: ${inEnglish[outcome]} ${sentence(note)}`.trim()
	});
}

function inReturn(voice: Voice): string {
	return saying(voice, {
		tu: 'Si je peux te rendre la pareille, d’une manière ou d’une autre, dis-le-moi.',
		vous: 'Si je peux vous rendre la pareille, d’une manière ou d’une autre, dites-le-moi.',
		en: 'If I can return the favour in any way, please tell me.'
	});
}
