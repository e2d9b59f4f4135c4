const smallest = 256 * 1024;
const first = 1024 * 1024;
const largest = 8 * 1024 * 1024;
/** In milliseconds: so often, one sees it move. */
const quick = 700;
const slow = 3000;

/** How large the pieces of a file are, in bytes: about one a second, whatever the line. */
export function piecesOf(): { next: () => number; took: (milliseconds: number) => void } {
	let size = first;
	return {
		next: () => size,
		took: (milliseconds) => {
			if (milliseconds < quick) size = Math.min(largest, size * 2);
			if (milliseconds > slow) size = Math.max(smallest, size / 2);
		}
	};
}
