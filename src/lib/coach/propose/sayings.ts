import type { Kind, Lang } from '#lib/coach/judgement.ts';
import type { KnownFacts, KnownPerson } from '#lib/coach/propose/known-facts.ts';
import { speaks } from '#lib/coach/propose/speaks.ts';

/** How a proposal speaks, and of what. */
export interface Speech {
	lang: Lang;
	register: 'tu' | 'vous';
	kind: Kind;
	facts: KnownFacts;
}

type Saying = (speech: Speech) => string;

const longestReason = 300;

function say({ lang, register }: Speech, words: { tu: string; vous: string; en: string }): string {
	return lang === 'en' ? words.en : words[register];
}

/** French that is the same for tu and vous. */
function plain(speech: Speech, fr: string, en: string): string {
	return speech.lang === 'en' ? en : fr;
}

function list(people: readonly KnownPerson[], lang: Lang): string {
	const named = people.map(({ name, company }) => (company ? `${name} (${company})` : name));
	return new Intl.ListFormat(lang, { type: 'conjunction' }).format(named);
}

/** The sentences a proposal is made from; '' where the facts do not allow one. No word has a gender of anyone. */
export const sayings = {
	greeting: (speech) => {
		const { reader } = speech.facts;
		return reader && plain(speech, `Bonjour ${reader},`, `Hello ${reader},`);
	},
	bond: (speech) => {
		const bond = speech.facts.bond[speech.lang];
		if (!bond) return '';
		return plain(
			speech,
			`Je repense à ce qui nous lie : ${bond}.`,
			`I was thinking of how we know each other: ${bond}.`
		);
	},
	lastExchange: (speech) => {
		const when = speech.facts.lastExchange[speech.lang];
		if (!when) return '';
		return plain(
			speech,
			`Notre dernier échange remonte à ${when}.`,
			`Our last exchange was in ${when}.`
		);
	},
	faint: (speech) => {
		const { closeness } = speech.facts;
		if (closeness !== 'distant' && closeness !== 'forgotten') return '';
		return say(speech, {
			tu: 'Je ne sais pas si tu te souviens de moi.',
			vous: 'Je ne sais pas si vous vous souvenez de moi.',
			en: 'I do not know whether you remember me.'
		});
	},
	accepted: (speech) => {
		const { through } = speech.facts;
		if (speech.kind !== 'first-message' || !through) return '';
		return say(speech, {
			tu: `C’est grâce à ${through} que je t’écris : merci d’avoir accepté que je prenne contact.`,
			vous: `C’est grâce à ${through} que je vous écris : merci d’avoir accepté que je prenne contact.`,
			en: `I am writing through ${through}: thank you for agreeing to hear from me.`
		});
	},
	goodMoment: (speech) => {
		const others = list(speech.facts.others, speech.lang);
		const about = speech.kind === 'request' && others !== '';
		return say(speech, {
			tu: `Tu sais mieux que moi si c’est le bon moment${about ? ` pour écrire à ${others}` : ''} : réponds quand cela te convient.`,
			vous: `Vous savez mieux que moi si c’est le bon moment${about ? ` pour écrire à ${others}` : ''} : répondez quand cela vous convient.`,
			en: `You know better than I do whether this is a good moment${about ? ` to write to ${others}` : ''}, so answer whenever it suits you.`
		});
	},
	time: (speech) =>
		say(speech, {
			tu: 'Je ne veux pas prendre trop de ton temps.',
			vous: 'Je ne veux pas prendre trop de votre temps.',
			en: 'I do not want to take too much of your time.'
		}),
	view: (speech) => {
		const { readerCompany } = speech.facts;
		if (speech.kind !== 'first-message' || !readerCompany) return '';
		return say(speech, {
			tu: `Ton regard, depuis ${readerCompany}, me serait précieux.`,
			vous: `Votre regard, depuis ${readerCompany}, me serait précieux.`,
			en: `Your view, from ${readerCompany}, would mean a lot to me.`
		});
	},
	news: (speech) =>
		speech.kind === 'revival'
			? say(speech, {
					tu: 'Que deviens-tu ?',
					vous: 'Que devenez-vous ?',
					en: 'What have you been up to?'
				})
			: '',
	newsIsWhy: (speech) =>
		speech.kind === 'revival'
			? say(speech, {
					tu: 'Je t’écris parce que j’aimerais savoir ce que tu deviens.',
					vous: 'Je vous écris parce que j’aimerais savoir ce que vous devenez.',
					en: 'I am writing because I would like to know what you have been up to.'
				})
			: '',
	wayOut: (speech) =>
		say(speech, {
			tu: 'Si tu préfères t’abstenir, je le comprendrai très bien.',
			vous: 'Si vous préférez vous abstenir, je le comprendrai très bien.',
			en: 'If you would rather not, I will understand completely.'
		}),
	loop: (speech) =>
		say(speech, {
			tu: 'Je te dirai comment cela s’est passé.',
			vous: 'Je vous dirai comment cela s’est passé.',
			en: 'I will let you know how it went.'
		}),
	thanks: (speech) =>
		say(speech, {
			tu: 'Merci d’avoir pris le temps de me lire.',
			vous: 'Merci d’avoir pris le temps de me lire.',
			en: 'Thank you for taking the time to read this.'
		}),
	small: (speech) => {
		if (speech.kind === 'ask')
			return plain(speech, 'Un simple oui ou non me suffit.', 'A simple yes or no is enough.');
		if (speech.kind === 'request')
			return say(speech, {
				tu: 'Un simple mot de ta part suffirait.',
				vous: 'Un simple mot de votre part suffirait.',
				en: 'Just a word from you would be enough.'
			});
		return plain(
			speech,
			'Quinze minutes au téléphone me suffiraient.',
			'Fifteen minutes on the phone would be plenty.'
		);
	},
	ask: (speech) => {
		const others = list(speech.facts.others, speech.lang);
		if (speech.kind === 'request') return others && askToWrite(speech, others);
		if (speech.kind === 'ask') return others && askToAgree(speech, others);
		return say(speech, {
			tu: 'Aurais-tu quinze minutes pour en parler, quand cela te convient ?',
			vous: 'Auriez-vous quinze minutes pour en parler, quand cela vous convient ?',
			en: 'Would you have fifteen minutes to talk, whenever it suits you?'
		});
	},
	askThem: (speech) => {
		const one = speech.facts.others.length === 1;
		if (speech.kind !== 'request' || speech.facts.others.length === 0) return '';
		return say(speech, {
			tu: `Pourrais-tu ${one ? 'lui' : 'leur'} demander si je peux prendre contact ?`,
			vous: `Pourriez-vous ${one ? 'lui' : 'leur'} demander si je peux prendre contact ?`,
			en: `Could you ask ${one ? 'them' : 'each of them'} whether I may get in touch?`
		});
	},
	reason: (speech) => {
		const reason = ownReason(speech);
		return speech.kind === 'ask' ? '' : reason;
	},
	why: (speech) => {
		const reason = ownReason(speech);
		if (!reason) return '';
		// In an ask the words are those of somebody else.
		if (speech.kind === 'ask')
			return plain(speech, `En voici la raison : « ${reason} »`, `The reason is this: “${reason}”`);
		const own = continued(reason);
		return plain(speech, `En voici la raison : ${own}`, `The reason is this: ${own}`);
	},
	whoAmI: (speech) => {
		const { writer, writerAbout } = speech.facts;
		if (!writer || speech.kind === 'ask' || speech.kind === 'request') return '';
		const whole = writerAbout ? `${writer} (${writerAbout})` : writer;
		return plain(speech, `Je m’appelle ${whole}.`, `My name is ${whole}.`);
	},
	link: (speech) => {
		const { others, linkKnown } = speech.facts;
		if (speech.kind !== 'request' || others.length === 0 || linkKnown === false) return '';
		return linkKnown ? knownLink(speech) : supposedLink(speech);
	}
} satisfies Record<string, Saying>;

function askToWrite(speech: Speech, others: string): string {
	return say(speech, {
		tu: `Pourrais-tu demander à ${others} si je peux prendre contact ?`,
		vous: `Pourriez-vous demander à ${others} si je peux prendre contact ?`,
		en: `Could you ask ${others} whether I may get in touch?`
	});
}

function askToAgree(speech: Speech, other: string): string {
	return say(speech, {
		tu: `Serais-tu d’accord pour un échange avec ${other} et, si oui, à quelle adresse e-mail ou à quel numéro ?`,
		vous: `Seriez-vous d’accord pour un échange avec ${other} et, si oui, à quelle adresse e-mail ou à quel numéro ?`,
		en: `Would you agree to hear from ${other} and, if so, at which e-mail address or phone number?`
	});
}

function knownLink(speech: Speech): string {
	const others = list(speech.facts.others, speech.lang);
	return say(speech, {
		tu: `Je crois que tu connais ${others}.`,
		vous: `Je crois que vous connaissez ${others}.`,
		en: `I believe you know ${others}.`
	});
}

function supposedLink(speech: Speech): string {
	const others = list(speech.facts.others, speech.lang);
	return say(speech, {
		tu: `Il me semble que tu connais ${others} : dis-moi simplement si je me trompe.`,
		vous: `Il me semble que vous connaissez ${others} : dites-moi simplement si je me trompe.`,
		en: `I think you know ${others}: just tell me if I am wrong.`
	});
}

/** The writer's reason as a sentence; '' where it is a story, or in another language than the letter. */
function ownReason({ facts, lang }: Speech): string {
	const words = facts.reason.trim();
	if (words === '' || words.length > longestReason || words.includes('\n')) return '';
	if (!speaks(words, lang)) return '';
	return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** After a colon only a name keeps its capital. */
function continued(sentence: string): string {
	return sentence.replace(
		/^(?:Je|J’|J'|Nous|Mon|Ma|Mes|Le|La|Les|Un|Une|Pour|Après|My|The|An?|To|We|After)(?![\p{L}\d])/u,
		(word) => word.toLowerCase()
	);
}
