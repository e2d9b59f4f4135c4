import { daysInMonth, monthNamed } from '#lib/people/month-names.ts';

const year = '((?:19|20)\\d{2})';
const shapes = {
	iso: new RegExp(`^${year}(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?$`),
	numbers: new RegExp(`^(?:(\\d{1,2})[-/.])?(\\d{1,2})[-/.]${year}$`),
	words: new RegExp(`^(?:(\\d{1,2})(?:er)? )?(\\p{L}+)\\.? ${year}$`, 'u')
};

/**
 * A date as people remember it, as YYYY, YYYY-MM or YYYY-MM-DD: "2011", "03/2011", "12/03/2011" (day
 * first), "mars 2011", "12 March 2011", ISO. Empty stays empty; undefined when it is no date.
 */
export function readPartial(typed: string): string | undefined {
	const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
	if (text === '') return '';
	const iso = shapes.iso.exec(text);
	if (iso) return partial(iso[1], iso[2], iso[3]);
	const numbers = shapes.numbers.exec(text);
	if (numbers) return partial(numbers[3], numbers[2], numbers[1]);
	const words = shapes.words.exec(text);
	const month = monthNamed(words?.[2] ?? '');
	return words && month ? partial(words[3], String(month), words[1]) : undefined;
}

function partial(year = '', month?: string, day?: string): string | undefined {
	if (month === undefined) return year;
	const [numberOfMonth, numberOfDay] = [Number(month), Number(day ?? 1)];
	if (numberOfMonth < 1 || numberOfMonth > 12) return undefined;
	if (numberOfDay < 1 || numberOfDay > daysInMonth(Number(year), numberOfMonth)) return undefined;
	return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
}
