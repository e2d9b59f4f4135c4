import { expect, it } from 'vitest';
import { csvLine } from '#lib/importers/refused-csv.ts';

it('puts every cell in quotation marks', () => {
	const line = csvLine(['messages.csv', '7', 'no name', 'a "b", c\nd']);
	expect(line).toBe('"messages.csv","7","no name","a ""b"", c\nd"\r\n');
});

it('hands no formula to a spreadsheet', () => {
	for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1'])
		expect(csvLine([evil])).toBe(`"'${evil}"\r\n`);
});
