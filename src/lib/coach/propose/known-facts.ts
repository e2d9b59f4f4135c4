import type { Lang } from '#lib/coach/judgement.ts';

/** A person a letter may name, with their company; '' where it is not known. */
export interface KnownPerson {
	name: string;
	company: string;
}

/** What the application knows and the writer may read; a proposal says nothing else. Empty where nothing is known. */
export interface KnownFacts {
	/** The name by which the reader is greeted. */
	reader: string;
	/** Where the reader works. */
	readerCompany: string;
	writer: string;
	/** What the writer does, in a few words. */
	writerAbout: string;
	/** In a request those to be met, in an ask the one who would like to be in touch. */
	others: readonly KnownPerson[];
	/** After a handover: who opened the door. */
	through: string;
	/** How writer and reader know each other, in words that suit a letter. */
	bond: Record<Lang, string>;
	/** The month of their last exchange, in words. */
	lastExchange: Record<Lang, string>;
	closeness: 'close' | 'good' | 'distant' | 'forgotten' | null;
	/** What the writer works towards, in their own words. */
	reason: string;
	/** Whether the reader is known to know the others; null when that is not known. */
	linkKnown: boolean | null;
}

/** Nothing known: what a proposal begins from. */
export const nothingKnown: KnownFacts = {
	reader: '',
	readerCompany: '',
	writer: '',
	writerAbout: '',
	others: [],
	through: '',
	bond: { fr: '', en: '' },
	lastExchange: { fr: '', en: '' },
	closeness: null,
	reason: '',
	linkKnown: null
};
