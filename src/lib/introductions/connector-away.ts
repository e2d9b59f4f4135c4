import type { RequestRow } from '#lib/db/schema.ts';

/**
 * Whether a sent request can no longer be opened by its connector, who is not in the community any
 * more: removed from it, or gone with their account, which leaves a letter that was mailed to nobody.
 */
export function isConnectorAway(
	{ sentAt, channel, connectorEmail }: Pick<RequestRow, 'sentAt' | 'channel' | 'connectorEmail'>,
	removedAt: Date | null
): boolean {
	const goneAltogether = channel === 'mail' && connectorEmail === '';
	return sentAt !== null && (removedAt !== null || goneAltogether);
}
