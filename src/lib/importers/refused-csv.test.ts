import { expect, it } from 'vitest';
import { refusedCsv } from '#lib/importers/refused-csv.ts';

const header = ['Line', 'Reason', 'Row'] as const;

it('writes one line a row, quoted, with the mark that spreadsheets look for', () => {
	const csv = refusedCsv([{ line: 7, excerpt: 'a "b", c' }], { header, reasons: ['no name'] });
	expect(csv).toBe('\ufeff"Line","Reason","Row"\r\n"7","no name","a ""b"", c"\r\n');
});

it('hands no formula to a spreadsheet', () => {
	for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1']) {
		const csv = refusedCsv([{ line: 1, excerpt: evil }], { header, reasons: [''] });
		expect(csv).toContain(`"'${evil}"`);
	}
});
