import { expect, it } from 'vitest';
import { readPartial } from '#lib/people/partial-date.ts';

it.each([
	['', ''],
	[' 2011 ', '2011'],
	['2011-3', '2011-03'],
	['2011-03-25', '2011-03-25'],
	['03/2011', '2011-03'],
	['25/03/2011', '2011-03-25'],
	['25.3.2011', '2011-03-25'],
	['mars 2011', '2011-03'],
	['Août  2011', '2011-08'],
	['1er mars 2011', '2011-03-01'],
	['12 March 2011', '2011-03-12'],
	['sept. 2011', '2011-09']
])('"%s" is "%s"', (typed, date) => {
	expect(readPartial(typed)).toBe(date);
});

it.each(['last summer', '31/02/2011', '2011-13', '13/2011', '1811', '20111', '12 brumaire 2011'])(
	'"%s" is no date',
	(typed) => {
		expect(readPartial(typed)).toBeUndefined();
	}
);
