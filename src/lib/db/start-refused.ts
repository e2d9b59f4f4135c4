/**
 * The application cannot start, for a reason that the person who starts it can remedy.
 * The message is one or two sentences fit for a terminal: what is wrong, and what to do.
 * Recognised by its name, because the built server and the command line each carry their own copy of the class.
 */
export class StartRefused extends Error {
	override name = 'StartRefused';
}

/** Whether an error is a StartRefused, whichever bundle it was made in. */
export function isStartRefused(error: unknown): error is StartRefused {
	return error instanceof Error && error.name === 'StartRefused';
}
