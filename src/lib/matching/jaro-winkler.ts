const longest = 64;
const takenA = new Uint8Array(longest);
const takenB = new Uint8Array(longest);

/**
 * Likeness of two words, 0 to 1: Jaro's share of common letters at about the same place and in the
 * same order, raised for a common beginning of up to four letters.
 *
 *     jaro = (c/|a| + c/|b| + (c − t)/c) / 3      winkler = jaro + 0.1 · p · (1 − jaro)
 *
 * c common letters, t half of those out of order, p letters of common beginning. Only the first 64
 * letters count. Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the
 * Fellegi-Sunter Model of Record Linkage", 1990.
 */
export function jaroWinkler(a: string, b: string): number {
	if (a === b) return 1;
	const lengthA = Math.min(a.length, longest);
	const lengthB = Math.min(b.length, longest);
	if (lengthA === 0 || lengthB === 0) return 0;
	const common = markCommon(a, lengthA, b, lengthB);
	if (common === 0) return 0;
	const turned = outOfOrder(a, lengthA, b) / 2;
	const jaro = (common / lengthA + common / lengthB + (common - turned) / common) / 3;
	return jaro + 0.1 * commonStart(a, b) * (1 - jaro);
}

function markCommon(a: string, lengthA: number, b: string, lengthB: number): number {
	takenA.fill(0, 0, lengthA);
	takenB.fill(0, 0, lengthB);
	const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
	let common = 0;
	for (let i = 0; i < lengthA; i += 1) {
		const last = Math.min(lengthB - 1, i + reach);
		for (let j = Math.max(0, i - reach); j <= last; j += 1) {
			if (takenB[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
			takenA[i] = takenB[j] = 1;
			common += 1;
			break;
		}
	}
	return common;
}

function outOfOrder(a: string, lengthA: number, b: string): number {
	let turned = 0;
	let j = 0;
	for (let i = 0; i < lengthA; i += 1) {
		if (takenA[i] === 0) continue;
		while (takenB[j] === 0) j += 1;
		if (a.charCodeAt(i) !== b.charCodeAt(j)) turned += 1;
		j += 1;
	}
	return turned;
}

function commonStart(a: string, b: string): number {
	let at = 0;
	while (at < 4 && at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
	return at;
}
