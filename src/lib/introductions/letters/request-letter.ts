import { sayDate } from '#lib/i18n/dates.ts';
import { sayList } from '#lib/i18n/lists.ts';
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

/** What the requester's letter to the connector is made from. */
export interface RequestFacts {
	voice: Voice;
	requester: Named;
	connector: Named;
	/** How they know each other, in the requester's words or from evidence; may be empty. */
	known: string;
	/** When they last had an exchange: an ISO date of any precision; empty when unknown. */
	lastExchange: string;
	/** Whether that is long ago (three years or more). */
	dormant: boolean;
	targets: (Named & { reason: string })[];
	reason: string;
}

/** One letter for all targets: a greeting that is theirs, who and why, and a way out. */
export function requestLetter(facts: RequestFacts): LetterText {
	const { voice, targets } = facts;
	const names = sayList(
		targets.map((target) => target.name),
		voice.locale
	);
	const subject = saying(voice, {
		tu: `Pourrais-tu me présenter à ${names} ?`,
		vous: `Pourriez-vous me présenter à ${names} ?`,
		en: `Could you introduce me to ${names}?`
	});
	return compose(voice, subject, [
		greeting(facts),
		`${opening(facts)} ${wish(facts)}`,
		asking(facts),
		[sentence(facts.reason), ...targets.map((target) => why(voice, target))]
			.filter(Boolean)
			.join('\n'),
		wayOut(facts),
		closing(facts)
	]);
}

function greeting({ voice, connector }: RequestFacts): string {
	const name = firstName(connector.name);
	return saying(voice, { tu: `Bonjour ${name},`, vous: `Bonjour ${name},`, en: `Hello ${name},` });
}

function opening({ voice, dormant, lastExchange, known }: RequestFacts): string {
	if (dormant && lastExchange) {
		const when = sayDate(lastExchange.slice(0, 4), voice.locale);
		return saying(voice, {
			tu: `Cela fait longtemps : notre dernier échange remonte à ${when}, et je pense souvent à toi.`,
			vous: `Cela fait longtemps : notre dernier échange remonte à ${when}.`,
			en: `It has been a long time: we last spoke in ${when}.`
		});
	}
	if (!known) return '';
	return saying(voice, {
		tu: `Je repensais à ce qui nous lie (${known}).`,
		vous: `Je repensais à ce qui nous lie (${known}).`,
		en: `I was thinking of how we know each other (${known}).`
	});
}

function wish({ voice }: RequestFacts): string {
	return saying(voice, {
		tu: 'J’espère que tu vas bien.',
		vous: 'J’espère que vous allez bien.',
		en: 'I hope you are well.'
	});
}

function asking({ voice, targets }: RequestFacts): string {
	const them = sayList(targets.map(withAbout), voice.locale);
	const one = targets.length === 1;
	return saying(voice, {
		tu: `Je crois que tu connais ${them}. Pourrais-tu ${one ? 'lui' : 'leur'} demander si je peux prendre contact ?`,
		vous: `Je crois que vous connaissez ${them}. Pourriez-vous ${one ? 'lui' : 'leur'} demander si je peux prendre contact ?`,
		en: `I believe you know ${them}. Could you ask ${one ? 'them' : 'each of them'} whether I may get in touch?`
	});
}

function why(voice: Voice, { name, reason }: RequestFacts['targets'][number]): string {
	if (!reason) return '';
	const words = saying(voice, { tu: `${name} :`, vous: `${name} :`, en: `${name}:` });
	return `${words} ${sentence(reason)}`;
}

function wayOut({ voice, targets }: RequestFacts): string {
	const them = targets.length > 1 ? 'les solliciter' : 'faire cette démarche';
	return saying(voice, {
		tu: `Si tu préfères ne pas ${them}, aucun souci : un mot suffit. Et si je peux t’être utile à mon tour, ce sera avec plaisir.`,
		vous: `Si vous préférez ne pas ${them}, je le comprendrai très bien. Et si je peux vous être utile à mon tour, ce sera avec plaisir.`,
		en: 'If you would rather not, that is perfectly fine: a word is enough. And if I can be of help to you in return, I will gladly.'
	});
}

function closing({ voice, requester }: RequestFacts): string {
	const signed = [firstName(requester.name), requester.about].filter(Boolean).join('\n');
	const words = saying(voice, {
		tu: 'Merci, et à bientôt',
		vous: 'Merci beaucoup, et bien cordialement',
		en: 'With many thanks'
	});
	return `${words},\n${signed}`;
}
