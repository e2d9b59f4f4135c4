import { randomUUID } from 'node:crypto';

/**
 * A UUID (version 7) that sorts by time and, within one import, by line: new rows land side by side
 * in the indexes, and the oldest contact is the first one.
 */
export function contactId(now: Date, line: number): string {
	const time = now.getTime().toString(16).padStart(12, '0');
	const order = (line & 0xffffff).toString(16).padStart(6, '0');
	const random = randomUUID().slice(-12);
	return `${time.slice(0, 8)}-${time.slice(8)}-7${order.slice(0, 3)}-8${order.slice(3)}-${random}`;
}
