import ical from 'ical.js';
import { decodeText } from '../src/lib/importers/decode.ts';
import { vcard } from '../src/lib/importers/vcard.ts';
import type { Answer, Contender } from './measure.ts';

/** Ours first; ical.js parses each property, which is not yet a person. */
export const cardReaders: readonly Contender<Uint8Array>[] = [
	{ name: 'entremise', gives: 'normalised records', work: ours },
	{ name: 'ical.js', gives: 'parsed properties', work: icalJs }
];

async function ours(bytes: Uint8Array): Promise<Answer> {
	const answer = { cards: 0, names: 0, emails: 0 };
	for await (const row of vcard.rows(decodeText([bytes]))) {
		if (row.kind === 'refused' || row.record.kind !== 'contact') throw new Error(`No contact`);
		answer.cards += 1;
		answer.names += row.record.fullName.length;
		answer.emails += row.record.emails.join('').length;
	}
	return answer;
}

async function icalJs(bytes: Uint8Array): Promise<Answer> {
	const answer = { cards: 0, names: 0, emails: 0 };
	const parsed: unknown = ical.parse(new TextDecoder().decode(bytes));
	for (const card of listOf(parsed)) {
		answer.cards += 1;
		for (const property of listOf(listOf(card)[1])) {
			const [name, , , value = ''] = listOf(property);
			if (name === 'fn') answer.names += String(value).length;
			if (name === 'email') answer.emails += String(value).length;
		}
	}
	return answer;
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
