const day = 24 * 60 * 60_000;
/** How long the book of a removed member is kept for them, and they can be taken back. */
const kept = 30 * day;

/** When the book of somebody removed at that moment is erased. */
export function keptUntil(removedAt: Date): Date {
	return new Date(removedAt.getTime() + kept);
}

/** Who was removed before this is to be erased now. */
export function erasedIfBefore(now: Date): Date {
	return new Date(now.getTime() - kept);
}
