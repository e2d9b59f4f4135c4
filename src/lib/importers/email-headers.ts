/** What a message's headers are read for: who, when, which conversation, and whether a person wrote. */
const wanted = new Set([
	'from',
	'sender',
	'to',
	'cc',
	'bcc',
	'date',
	'received',
	'return-path',
	'message-id',
	'in-reply-to',
	'references',
	'x-gm-thrid',
	'x-gmail-labels',
	'x-mozilla-status',
	'x-unsent',
	'list-id',
	'list-unsubscribe',
	'list-post',
	'precedence',
	'auto-submitted',
	'x-autoreply',
	'x-autorespond',
	'content-type',
	'mime-version',
	'subject'
]);
/** Addresses are often spread over several fields of one name; of the others the first counts. */
const gathered = new Set(['to', 'cc', 'bcc']);
const kept = 65_536;

/** Unfolded values by name in lower case; of a subject only that there is one. */
export type EmailHeaders = ReadonlyMap<string, string>;

/** Reads the headers of a message from its first characters; what is no header is passed over. */
export function readHeaders(text: string): EmailHeaders {
	const headers = new Map<string, string>();
	for (const [name, value] of fieldsOf(text)) {
		const before = headers.get(name);
		if (before === undefined) headers.set(name, value);
		else if (gathered.has(name)) headers.set(name, `${before}, ${value}`);
	}
	return headers;
}

/** The wanted fields in turn, each as far as the first line that does not begin with a blank. */
function* fieldsOf(text: string): Generator<[string, string]> {
	for (let at = 0; at < text.length;) {
		const end = fieldEnd(text, at);
		const colon = text.indexOf(':', at);
		if (colon > at && colon < end && colon - at < 40) {
			const name = text.slice(at, colon).trimEnd().toLowerCase();
			if (wanted.has(name)) yield [name, unfold(text.slice(colon + 1, end), name)];
		}
		at = end;
	}
}

function fieldEnd(text: string, from: number): number {
	for (let at = from; ;) {
		const newline = text.indexOf('\n', at);
		if (newline < 0) return text.length;
		at = newline + 1;
		if (text[at] !== ' ' && text[at] !== '\t') return at;
	}
}

function unfold(value: string, name: string): string {
	if (name === 'subject') return '';
	return value.slice(0, kept).replace(/\r?\n/g, '').trim();
}

/** Header bytes as text: UTF-8 where they are, Windows-1252 otherwise. */
export function headerText(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
