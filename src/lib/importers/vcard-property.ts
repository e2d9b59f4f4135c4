import { cleanCell } from '#lib/importers/cell.ts';
import { utf8OrAnsi } from '#lib/importers/utf8-or-ansi.ts';

/** One property of a card. */
export interface CardProperty {
	/** In capitals, without its group. */
	name: string;
	/** `item1` of `item1.TEL`; else empty. */
	group: string;
	/** As written, from the first semicolon: `;CELL;TYPE="work,voice"`. */
	parameters: string;
	value: string;
}

/** A property's name in capitals, without its group; empty where the line is no property. */
export function propertyName(line: string): string {
	let start = 0;
	for (let at = 0; at < line.length; at += 1) {
		const code = line.charCodeAt(at);
		if (code === dot) start = at + 1;
		else if (code === colon || (code === semicolon && line.includes(':', at))) {
			return line.slice(start, at).toUpperCase();
		} else if (code === semicolon) return '';
	}
	return '';
}

const dot = 46;
const colon = 58;
const semicolon = 59;

/** Reads one unfolded line; undefined where it is no property. */
export function readProperty(line: string, name: string): CardProperty | undefined {
	const end = colonOf(line);
	if (end === -1) return undefined;
	const head = line.slice(0, end);
	const parameters = head.indexOf(';');
	const group = head.lastIndexOf('.', parameters === -1 ? end : parameters);
	return {
		name,
		group: group === -1 ? '' : head.slice(0, group),
		parameters: parameters === -1 ? '' : head.slice(parameters),
		value: line.slice(end + 1)
	};
}

/** The colon before the value: one in quotation marks belongs to a parameter. */
function colonOf(line: string): number {
	const first = line.indexOf(':');
	const quote = line.indexOf('"');
	if (quote === -1 || quote > first) return first;
	const head = /^(?:"[^"]*"|[^":])*:/.exec(line)?.[0].length ?? first + 1;
	return head - 1;
}

/** The values of a parameter; empty where it has none. */
export function parameter({ parameters }: CardProperty, name: string): string {
	const found = [...parameters.matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^;]*))/gi)];
	const named = found.filter(([, one]) => one?.toUpperCase() === name);
	return named.map(([, , quoted, bare]) => quoted ?? bare ?? '').join(',');
}

/** The text of a value: decoded, escapes resolved, on one line. */
export function textOf({ value, parameters }: CardProperty): string {
	return cleanCell(unescape(decoded(value, parameters)));
}

/** The parts of a value that are separated by semicolons, each as text. */
export function partsOf({ value, parameters }: CardProperty): string[] {
	const escaped = value.includes('=5') ? value.replace(/=5C;/gi, '\\;') : value;
	const parts = escaped.includes('\\')
		? (escaped.match(/(?:\\.|[^;\\]|\\$)*(?:;|$)/gs) ?? []).map((part) => part.replace(/;$/, ''))
		: escaped.split(';');
	return parts.map((part) => (part === '' ? '' : cleanCell(unescape(decoded(part, parameters)))));
}

function unescape(text: string): string {
	if (!text.includes('\\')) return text;
	return text.replace(/\\(.)/gs, (_, letter: string) => (/n/i.test(letter) ? ' ' : letter));
}

function decoded(text: string, parameters: string): string {
	if (parameters === '' || text === '') return text;
	if (/QUOTED-PRINTABLE/i.test(parameters)) return quotedPrintable(text, charsetOf(parameters));
	if (/;(?:ENCODING=)?(?:B|BASE64)(?:;|$)/i.test(parameters)) return base64(text, parameters);
	return text;
}

function charsetOf(parameters: string): string {
	return /;CHARSET="?([^;"]+)/i.exec(parameters)?.[1]?.trim() ?? 'UTF-8';
}

function quotedPrintable(text: string, charset: string): string {
	if (!text.includes('=')) return text;
	return text.replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
		const codes = run.match(/[0-9A-F]{2}/gi) ?? [];
		return decodeBytes(
			Uint8Array.from(codes, (code) => Number.parseInt(code, 16)),
			charset
		);
	});
}

function base64(text: string, parameters: string): string {
	try {
		const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
		return decodeBytes(bytes, charsetOf(parameters));
	} catch {
		return text;
	}
}

/** In the character set that the card names, or else in the one that it must be. */
function decodeBytes(bytes: Uint8Array, charset: string): string {
	try {
		return new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		const decoder = utf8OrAnsi();
		return decoder.decode(bytes) + decoder.end();
	}
}
