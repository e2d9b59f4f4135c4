const longest = 64;
const width = longest + 1;
const rows = new Uint8Array(3 * width);

/**
 * How many typing errors make one text the other: a letter left out, added, replaced, or two
 * neighbours exchanged (Damerau 1964, "optimal string alignment"). Stops at `most` + 1, which then
 * means "more". Only the first 64 letters count.
 */
export function editDistance(a: string, b: string, most: number): number {
	let lastA = Math.min(a.length, longest);
	let lastB = Math.min(b.length, longest);
	if (Math.abs(lastA - lastB) > most) return most + 1;
	let same = 0;
	while (same < lastA && same < lastB && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
	while (lastA > same && lastB > same && a.charCodeAt(lastA - 1) === b.charCodeAt(lastB - 1)) {
		lastA -= 1;
		lastB -= 1;
	}
	if (lastA === same || lastB === same) return Math.min(most + 1, lastA + lastB - 2 * same);
	return errorsBetween(a.slice(same, lastA), b.slice(same, lastB), most);
}

/** The same of two texts that neither begin nor end alike. */
function errorsBetween(a: string, b: string, most: number): number {
	for (let j = 0; j <= b.length; j += 1) rows[j] = j;
	for (let i = 1; i <= a.length; i += 1)
		if (fillRow(a, b, i, b.length) > most && i > 1) return most + 1;
	return Math.min(most + 1, rows[(a.length % 3) * width + b.length] ?? 0);
}

/** Row i of the table of distances, of which three are kept; answers its smallest entry. */
function fillRow(a: string, b: string, i: number, lengthB: number): number {
	const here = (i % 3) * width;
	const above = ((i + 2) % 3) * width;
	const twoAbove = ((i + 1) % 3) * width;
	const letter = a.charCodeAt(i - 1);
	const before = a.charCodeAt(i - 2);
	let smallest = (rows[here] = i);
	for (let j = 1; j <= lengthB; j += 1) {
		const other = b.charCodeAt(j - 1);
		const same = letter === other ? 0 : 1;
		let best = Math.min(at(above + j) + 1, at(here + j - 1) + 1, at(above + j - 1) + same);
		if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && before === other)
			best = Math.min(best, at(twoAbove + j - 2) + 1);
		rows[here + j] = best;
		if (best < smallest) smallest = best;
	}
	return smallest;
}

function at(place: number): number {
	return rows[place] ?? 0;
}
