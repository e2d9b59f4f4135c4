import { lineReader, longestLine } from '#lib/importers/vcard-lines.ts';
import {
	propertyName,
	readProperty,
	textOf,
	type CardProperty
} from '#lib/importers/vcard-property.ts';

/** What stands in a file of cards, in the order in which it ends. */
export type CardPiece =
	| { kind: 'card'; line: number; properties: CardProperty[] }
	/** A card without its end. */
	| { kind: 'incomplete'; line: number; excerpt: string }
	/** Lines between cards that belong to none. */
	| { kind: 'stray'; line: number; excerpt: string };

/** Cards within cards: more than that was made by no program. */
const deepest = 8;

/** What is kept; photos, notes, birthdays and addresses of houses are not. */
const kept = new Set(
	`N FN NICKNAME EMAIL TEL ORG TITLE ROLE URL IMPP KIND X-ADDRESSBOOKSERVER-KIND X-SOCIALPROFILE
	X-LINKEDIN X-ABLABEL`.split(/\s+/)
);

interface OpenCard {
	line: number;
	properties: CardProperty[];
	/** The next card to begin is within this one. */
	agent: boolean;
}

/** Reads the cards of a file in pieces; how it is cut into pieces makes no difference. */
export function cardReader() {
	const lines = lineReader();
	const cards = cardStack();
	let property = '';
	let name = '';
	let softBreak = false;
	let keeps = false;

	function take(line: string, number: number): void {
		if (softBreak ? !boundary.test(line) : isFolded(line)) goOn(line);
		else {
			flush();
			if (line !== '' && line.trim() !== '') start(line, number);
		}
	}

	function flush(): void {
		if (keeps) cards.add(readProperty(property, name));
		keeps = false;
		softBreak = false;
	}

	function goOn(line: string): void {
		const text = softBreak ? line : line.slice(1);
		const whole = softBreak ? property.slice(0, -1) : property;
		if (keeps && whole.length < longestLine) property = whole + text;
		softBreak = softBreak && line.endsWith('=');
	}

	function start(line: string, number: number): void {
		name = propertyName(line);
		softBreak = line.charCodeAt(line.length - 1) === 61 && /^[^:]*QUOTED-PRINTABLE/i.test(line);
		keeps = kept.has(name) && cards.inside();
		property = keeps ? line : '';
		if (!keeps) cards.take(line, name, number);
	}

	return {
		/** What is complete with this piece of text (lines ended by \n or \r\n). */
		read(text: string): CardPiece[] {
			lines.read(text, take);
			return cards.done();
		},
		end(): CardPiece[] {
			lines.end(take);
			flush();
			cards.giveUp();
			return cards.done();
		}
	};
}

const boundary = /^(?:BEGIN|END):\s*VCARD/i;

function isFolded(line: string): boolean {
	const code = line.charCodeAt(0);
	return code === 32 || code === 9;
}

/** The cards that have begun and not ended, one within the other. */
function cardStack() {
	const open: OpenCard[] = [];
	let pieces: CardPiece[] = [];
	let straying = false;

	function take(line: string, name: string, number: number): void {
		const card = open.at(-1);
		if (name === 'BEGIN' && isCard(line)) begin(number);
		else if (name === 'END' && isCard(line)) end(line, number);
		else if (!card) stray(line, number);
		else if (name === 'AGENT') {
			card.agent = true;
			if (/:\s*BEGIN:\s*VCARD\s*$/i.test(line)) begin(number);
		}
	}

	function begin(number: number): void {
		const card = open.at(-1);
		if (!card?.agent || open.length >= deepest) giveUp();
		if (card) card.agent = false;
		straying = false;
		open.push({ line: number, properties: [], agent: false });
	}

	/** Files that were put together without a line's end between them go on in the same line. */
	function end(line: string, number: number): void {
		const card = open.pop();
		const goesOn = /VCARD\s*BEGIN:\s*VCARD\s*$/i.test(line);
		if (card) pieces.push({ kind: 'card', line: card.line, properties: card.properties });
		else if (!goesOn) stray(line, number);
		if (goesOn) begin(number);
	}

	function stray(line: string, number: number): void {
		if (!straying) pieces.push({ kind: 'stray', line: number, excerpt: line });
		straying = true;
	}

	function giveUp(): void {
		for (const { line, properties } of open.splice(0)) {
			const name = properties.find((one) => one.name === 'FN' || one.name === 'N');
			pieces.push({ kind: 'incomplete', line, excerpt: name ? textOf(name) : '' });
		}
	}

	return {
		take,
		giveUp,
		inside: () => open.length > 0,
		add(property: CardProperty | undefined) {
			if (property) open.at(-1)?.properties.push(property);
		},
		done() {
			const complete = pieces;
			pieces = [];
			return complete;
		}
	};
}

function isCard(line: string): boolean {
	return /:\s*VCARD/i.test(line);
}
