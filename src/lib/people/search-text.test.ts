import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchText } from '#lib/people/search-text.ts';

test.each([
	['Zoé Lefèvre', 'zoe lefevre'],
	['Zoe\u0301 LEFÈVRE', 'zoe lefevre'],
	['Sœur Ægidia Groß', 'soeur aegidia gross'],
	['Łukasz Søren Đorđe', 'lukasz soren dorde'],
	['  Jean-François\u00a0O’Neil, MBA  ', 'jean francois o neil mba'],
	['𝐉𝐞𝐚𝐧 Ｍａｒｔｉｎ 🚀', 'jean martin'],
	['Nguyễn Văn', 'nguyen van'],
	['İbrahim Işık', 'ibrahim isik'],
	['김철수', '김철수'],
	['Ирина', 'ирина'],
	['🚀', '']
])('%s is searched as "%s"', (typed, text) => {
	expect(searchText([typed])).toBe(text);
});

test('parts that are absent or empty leave no trace', () => {
	expect(searchText(['Pierre', null, '', undefined, 'Société X'])).toBe('pierre societe x');
});

test('a search text is found again by itself, and by any of its words', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
			const text = searchText([typed]);
			expect(searchText([text])).toBe(text);
			expect(searchText([typed.toUpperCase().toLowerCase()])).toBe(
				searchText([typed.toUpperCase()])
			);
		})
	);
});
