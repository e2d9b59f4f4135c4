/** How far something was at a moment, in milliseconds of any clock. */
export interface Sample {
	at: number;
	done: number;
}

/** In milliseconds; what was before says little of how fast it goes now. */
const recent = 30_000;
/** In milliseconds; after less than that nothing can be told. */
const fewest = 2_000;

/** The samples with another one, without those that are too old to tell how fast it goes. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
	const last = samples.at(-1);
	const before = last && sample.done < last.done ? [] : samples;
	return [...before.filter(({ at }) => at >= sample.at - recent), sample];
}

/** Seconds until `total` is reached at the speed of the samples; undefined where they do not tell. */
export function secondsLeft(samples: readonly Sample[], total: number): number | undefined {
	const first = samples[0];
	const last = samples.at(-1);
	if (!first || !last || last.at - first.at < fewest || last.done <= first.done) return undefined;
	const speed = (last.done - first.done) / (last.at - first.at);
	return Math.max(0, total - last.done) / speed / 1000;
}
