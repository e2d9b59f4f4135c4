/** One way to do the work that all of a table do. */
export interface Contender<Input> {
	name: string;
	/** What it gives, where that is less than ours. */
	gives: string;
	work(input: Input): Promise<Answer>;
}

/** Sums over everything that was read: those who read the same have the same. */
export type Answer = Record<string, number>;

/** What one contender needed, in rounds in which all took their turn. */
export interface Taken {
	name: string;
	gives: string;
	/** Median, in seconds. */
	seconds: number;
	/** The same of the processor's time: of use where the machine does something else besides. */
	busy: number;
}

/**
 * Lets all work in turn, round after round; the first round warms up and is not counted. Refuses to
 * go on where their answers differ.
 */
export async function measure<Input>(
	contenders: readonly Contender<Input>[],
	input: () => Input,
	rounds: number
): Promise<Taken[]> {
	const times = contenders.map((): number[] => []);
	const busy = contenders.map((): number[] => []);
	const answers = new Set<string>();
	for (let round = 0; round <= rounds; round += 1) {
		for (const [at, contender] of contenders.entries()) {
			const given = input();
			const [start, used] = [performance.now(), process.cpuUsage()];
			const answer = await contender.work(given);
			const elapsed = (performance.now() - start) / 1000;
			const { user, system } = process.cpuUsage(used);
			answers.add(JSON.stringify(answer));
			if (round === 0) continue;
			times[at]?.push(elapsed);
			busy[at]?.push((user + system) / 1_000_000);
		}
	}
	if (answers.size !== 1) throw new Error(`The answers differ: ${[...answers].join(' ')}`);
	console.log(`all answer ${[...answers].join()}`);
	return contenders.map(({ name, gives }, at) => ({
		name,
		gives,
		seconds: median(times[at] ?? []),
		busy: median(busy[at] ?? [])
	}));
}

/** Prints rates, and how many times as fast as each other one the first is. */
export function print(taken: readonly Taken[], count: number, what: string): void {
	const [ours] = taken;
	for (const { name, gives, seconds, busy } of taken) {
		const rate = Math.round(count / seconds).toLocaleString('en');
		const ratio = ours ? (seconds / ours.seconds).toFixed(2) : '';
		const perItem = ((busy / count) * 1_000_000).toFixed(2);
		const busyRatio = ours ? (busy / ours.busy).toFixed(2) : '';
		console.log(
			`  ${name.padEnd(24)} ${gives.padEnd(22)} ${rate.padStart(11)} ${what}/s   ours x ${ratio}` +
				`   processor ${perItem} µs each   ours x ${busyRatio}`
		);
	}
}

/** The middle one of the values. */
export function median(values: readonly number[]): number {
	return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
