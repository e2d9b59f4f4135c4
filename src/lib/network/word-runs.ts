const mostWords = 5;

/**
 * Which of the typed words may be one name: all of them, then those that stand beside each other,
 * longer ones first. Of many words the first ones.
 */
export function wordRuns(query: string): string[] {
	const words = query.trim().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, mostWords);
	const runs: string[] = [];
	for (let length = words.length; length > 0; length -= 1)
		for (let from = 0; from + length <= words.length; from += 1)
			runs.push(words.slice(from, from + length).join(' '));
	return runs;
}
