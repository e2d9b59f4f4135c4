/** Pairs of records by their places, in the order in which they were found; there may be millions. */
export class PairList {
	a = new Int32Array(1024);
	b = new Int32Array(1024);
	count = 0;

	add(a: number, b: number): void {
		if (this.count === this.a.length) {
			this.a = twiceAsLong(this.a);
			this.b = twiceAsLong(this.b);
		}
		this.a[this.count] = a;
		this.b[this.count] = b;
		this.count += 1;
	}
}

function twiceAsLong(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(2 * places.length);
	longer.set(places);
	return longer;
}
