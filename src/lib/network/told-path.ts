import type { TieWord } from '#lib/i18n/strength-sentence.ts';

/** Somebody on a path, as a screen shows them. */
export interface ToldPerson {
	name: string;
	/** What they do. */
	detail: string;
	you: boolean;
	/** Where more of them is to be read; empty where there is nothing more. */
	href: string;
}

/** A link of a path in words. */
export interface ToldLink {
	/** What stands behind it; `; ` parts what is told. */
	said: string;
	/** How likely an answer is; "fellow" where both are members and no more is known. */
	word: TieWord | 'fellow';
	/** As the member noted it of two contacts. */
	noted: boolean;
}

/** A path as a screen shows it. */
export interface ToldPath {
	people: ToldPerson[];
	/** One fewer than people. */
	links: ToldLink[];
	/** Who is asked: the first one on the way; empty where there is nobody between. */
	through: string;
	/** Where the request is written, filled in; empty where nobody is to be asked. */
	ask: string;
}

/** Somebody found, with the best way to reach them. */
export interface Answer {
	/** Of the contact or member by which they are looked up again. */
	id: string;
	name: string;
	work: string;
	/** Where more of them is to be read; empty where there is nothing more. */
	href: string;
	isMember: boolean;
	/** How the member knows them; empty where they do not. */
	known: string;
	best: ToldPath | null;
	/** Other ways, the best first. */
	more: ToldPath[];
	/** Why a better connector is not offered now; empty where there is none. */
	closed: string;
}
