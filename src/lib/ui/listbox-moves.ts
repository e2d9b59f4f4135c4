/** Where a key leads in a list of `count` options: the new place (-1: back in the text), or undefined if it is not a move. */
export function moveInList(key: string, active: number, count: number): number | undefined {
	if (count === 0) return undefined;
	if (key === 'ArrowDown') return active + 1 >= count ? -1 : active + 1;
	if (key === 'ArrowUp') return active < 0 ? count - 1 : active - 1;
	return undefined;
}
