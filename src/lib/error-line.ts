/**
 * One line for the log about an error nobody expected: its class, its code and the places it passed
 * through. Its message is left out, because it may quote what a person typed.
 */
export function errorLine(error: unknown, about: { reference: string; where: string }): string {
	const start = `Error ${about.reference} in ${about.where}:`;
	if (!(error instanceof Error)) return `${start} something thrown that is no error`;
	const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
	const stack = (error.stack ?? '').replace(error.message, '');
	const places = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
	return [`${start} ${error.name}${code}`, ...places.slice(0, 6)].join('\n');
}
