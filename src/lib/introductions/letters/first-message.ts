import {
	compose,
	firstName,
	type LetterText,
	type Named,
	saying,
	sentence,
	type Voice
} from '#lib/introductions/letters/voice.ts';

/** What the requester's first message to the target is made from. */
export interface FirstMessageFacts {
	voice: Voice;
	requester: Named;
	connector: Named;
	target: Named;
	reason: string;
}

/** The first message after the handover: through whom, why, one small and bounded wish. */
export function firstMessage(facts: FirstMessageFacts): LetterText {
	const { voice, requester, connector, target } = facts;
	const subject = saying(voice, {
		tu: `De la part de ${connector.name}`,
		vous: `De la part de ${connector.name}`,
		en: `${connector.name} put us in touch`
	});
	const hello = saying(voice, { tu: 'Bonjour', vous: 'Bonjour', en: 'Hello' });
	const signed = [requester.name, requester.about].filter(Boolean).join('\n');
	return compose(voice, subject, [
		`${hello} ${firstName(target.name)},`,
		thanks(facts),
		sentence(facts.reason),
		wish(facts),
		`${saying(voice, { tu: 'Bien à toi', vous: 'Bien cordialement', en: 'Kind regards' })},\n${signed}`
	]);
}

function thanks({ voice, connector }: FirstMessageFacts): string {
	const name = connector.name;
	return saying(voice, {
		tu: `${name} m’a dit que tu acceptais que je prenne contact : merci beaucoup.`,
		vous: `${name} m’a dit que vous acceptiez que je prenne contact : je vous en remercie.`,
		en: `${name} told me that you agreed to my getting in touch: thank you.`
	});
}

function wish({ voice }: FirstMessageFacts): string {
	return saying(voice, {
		tu: 'Aurais-tu vingt minutes dans les semaines qui viennent, par téléphone ou autour d’un café ? Je m’adapte à ton agenda.',
		vous: 'Auriez-vous vingt minutes dans les semaines qui viennent, par téléphone ou autour d’un café ? Je m’adapte à votre agenda.',
		en: 'Would you have twenty minutes in the coming weeks, by phone or over a coffee? I will fit in with your diary.'
	});
}
