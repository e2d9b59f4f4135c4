import { describe, expect, it } from 'vitest';
import { errorLine } from '#lib/error-line.ts';

const about = { reference: 'ab12cd34', where: '/(app)/contacts' };

describe('the log line of an error', () => {
	it('says what kind it was and where, and nothing that was typed', () => {
		const error = new TypeError('no contact named\n    at Pierre Yvon <pierre@example.com>:1:2');
		const line = errorLine(error, about);
		expect(line).toContain('Error ab12cd34 in /(app)/contacts: TypeError');
		expect(line).toContain('error-line.test.ts');
		expect(line).not.toMatch(/Pierre|example\.com/);
	});

	it('has the code that the database gave, and can say that it is no error', () => {
		expect(errorLine(Object.assign(new Error('x'), { code: '23505' }), about)).toContain('23505');
		expect(errorLine('pierre@example.com', about)).not.toContain('pierre');
	});
});
