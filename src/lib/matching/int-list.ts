/** Whole numbers, below 2³¹, one after another; there may be millions. */
export class IntList {
	row = new Int32Array(64);
	count = 0;

	add(number: number): void {
		if (this.count === this.row.length) {
			const longer = new Int32Array(2 * this.count);
			longer.set(this.row);
			this.row = longer;
		}
		this.row[this.count] = number;
		this.count += 1;
	}

	/** A row of its own of just these numbers. */
	taken(): Int32Array<ArrayBuffer> {
		return this.row.slice(0, this.count);
	}
}
