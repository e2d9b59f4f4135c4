import { describe, expect, it } from 'vitest';
import { readRemark, readWord } from '#lib/readings/remark-form.ts';

const letter = 'Hello Dean,\n\nWe had lunch\nin May.';

function read(fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return readRemark(form, letter);
}

describe('a remark as it is typed', () => {
	it('may be about a passage over several lines, as forms send them', () => {
		const remark = { passage: 'We had lunch\nin May.', remark: 'Which May?', wording: '' };
		expect(read({ ...remark, passage: 'We had lunch\r\nin May.' })).toEqual({ ok: true, remark });
	});

	it.each([
		['remark_missing', { passage: 'Hello Dean,', remark: '  ' }],
		['wording_of_nothing', { passage: '', wording: 'Dear Dean,' }],
		['passage_unknown', { passage: 'Hello Paul,', remark: 'Who?' }],
		['too_long', { remark: 'x'.repeat(1001) }]
	])('is refused: %s', (fault, fields: Record<string, string>) => {
		expect(read(fields)).toEqual({ ok: false, fault });
	});

	it('is cut where a word that goes along is endless', () => {
		const form = new FormData();
		form.set('word', ` ${'x'.repeat(2000)}`);
		expect(readWord(form)).toHaveLength(1000);
		expect(readWord(new FormData())).toBe('');
	});
});
