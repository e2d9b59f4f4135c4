/** What one step took, in seconds. */
export interface Lap {
	step: string;
	wall: number;
	/** Of all threads together. */
	processor: number;
}

/** Takes the time of one step after another. */
export class Stopwatch {
	laps: Lap[] = [];
	#name: string;
	#began = performance.now();
	#used = process.cpuUsage();

	constructor(name: string) {
		this.#name = name;
	}

	lap(step: string): void {
		const wall = (performance.now() - this.#began) / 1000;
		const { user, system } = process.cpuUsage(this.#used);
		const processor = (user + system) / 1e6;
		this.laps.push({ step, wall, processor });
		const memory = Math.round(process.resourceUsage().maxRSS / 1000);
		const times = `${wall.toFixed(2).padStart(8)} s ${processor.toFixed(2).padStart(8)} s of processor`;
		console.log(`${this.#name.padEnd(8)}${step.padEnd(8)}${times}   at most ${memory} MB so far`);
		this.pause();
	}

	/** What was done since the last step counts for none. */
	pause(): void {
		this.#began = performance.now();
		this.#used = process.cpuUsage();
	}
}
