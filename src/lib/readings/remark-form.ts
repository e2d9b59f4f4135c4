import { z } from 'zod';

const text = (max: number) =>
	z
		.string()
		.catch('')
		// Forms carry the ends of lines in their own way; passages are compared letter by letter.
		.transform((value) => value.replaceAll('\r\n', '\n').trim())
		.pipe(z.string().max(max));

const typedRemark = z.object({ passage: text(2000), remark: text(1000), wording: text(2000) });
export type TypedRemark = z.infer<typeof typedRemark>;

/** What is wrong with a remark, beside the field it is about. */
export type RemarkFault = 'remark_missing' | 'wording_of_nothing' | 'too_long' | 'passage_unknown';

/** A remark as it was typed. One of nothing at all is missing; a wording needs a passage of the letter. */
export function readRemark(
	form: FormData,
	letter: string
): { ok: true; remark: TypedRemark } | { ok: false; fault: RemarkFault } {
	const read = typedRemark.safeParse(Object.fromEntries(form));
	if (!read.success) return { ok: false, fault: 'too_long' };
	const { passage, remark, wording } = read.data;
	if (!remark && !wording) return { ok: false, fault: 'remark_missing' };
	if (wording && !passage) return { ok: false, fault: 'wording_of_nothing' };
	if (!letter.includes(passage)) return { ok: false, fault: 'passage_unknown' };
	return { ok: true, remark: read.data };
}

/** A word that goes along, cut where it is endless. */
export function readWord(form: FormData): string {
	const word = form.get('word');
	return typeof word === 'string' ? word.replaceAll('\r\n', '\n').trim().slice(0, 1000) : '';
}
