/** A line of a calendar, unfolded: name in capitals, parameters and value as written. */
export interface CalendarProperty {
	name: string;
	/** From the first semicolon: `;CN="Dean";PARTSTAT=ACCEPTED`. */
	parameters: string;
	value: string;
	line: number;
}

const longest = 16_384;
const shape = /^([A-Za-z0-9-]+)((?:;[^=:;]+=(?:"[^"]*"|[^":;])*)*;?):(.*)$/s;

/**
 * Reads the properties of a calendar from text in pieces, ended by \n, cut anywhere. Of a line no
 * more than 16,384 characters are kept: a picture may go on for megabytes.
 */
export class CalendarPropertyReader {
	#line = 0;
	#open = '';
	#folded = '';
	#foldedAt = 0;

	/** The properties that this piece completes. */
	read(text: string): CalendarProperty[] {
		const found: CalendarProperty[] = [];
		for (let at = 0; ;) {
			const end = text.indexOf('\n', at);
			this.#open += text.slice(at, Math.min(end < 0 ? text.length : end, at + this.#room));
			if (end < 0) return found;
			this.#endLine(found);
			at = end + 1;
		}
	}

	/** What remains when the text has ended. */
	end(): CalendarProperty[] {
		const found: CalendarProperty[] = [];
		if (this.#open !== '') this.#endLine(found);
		this.#flush(found);
		return found;
	}

	get #room(): number {
		return longest - this.#open.length;
	}

	#endLine(found: CalendarProperty[]): void {
		const line = this.#open;
		this.#open = '';
		this.#line += 1;
		if (line.startsWith(' ') || line.startsWith('\t')) {
			this.#folded += line.slice(1, 1 + longest - this.#folded.length);
		} else {
			this.#flush(found);
			this.#folded = line;
			this.#foldedAt = this.#line;
		}
	}

	#flush(found: CalendarProperty[]): void {
		const property = readProperty(this.#folded, this.#foldedAt);
		this.#folded = '';
		if (property) found.push(property);
	}
}

function readProperty(text: string, line: number): CalendarProperty | undefined {
	const [, name, parameters = '', value = ''] = shape.exec(text) ?? [];
	return name ? { name: name.toUpperCase(), parameters, value: value.trim(), line } : undefined;
}

/** The value of a parameter without its quotation marks; empty where there is none. */
export function parameterOf({ parameters }: CalendarProperty, name: string): string {
	if (parameters === '') return '';
	const found = new RegExp(`;${name}=(?:"([^"]*)"|([^;]*))`, 'i').exec(parameters);
	return (found?.[1] ?? found?.[2] ?? '').replace(/\^'/g, '"').replace(/\^n/gi, ' ');
}
