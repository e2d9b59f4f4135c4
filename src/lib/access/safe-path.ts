const here = 'http://here.invalid';

/**
 * A path of this application to go on to, taken from outside (`?then=`). Anything that a browser could
 * read as another site, or that is no path at all, becomes `otherwise`.
 */
export function safePath(path: string | null | undefined, otherwise = '/'): string {
	if (!path?.startsWith('/') || hasTrickyCharacter(path) || !URL.canParse(path, here)) {
		return otherwise;
	}
	const url = new URL(path, here);
	const whole = url.pathname + url.search + url.hash;
	return url.origin === here && !whole.startsWith('//') ? whole : otherwise;
}

// Browsers drop tabs and line ends from addresses and read a backslash as a slash.
function hasTrickyCharacter(path: string): boolean {
	return [...path].some((character) => character <= ' ' || character === '\\');
}
