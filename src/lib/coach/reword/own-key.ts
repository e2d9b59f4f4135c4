import { z } from 'zod';

const slot = 'entremise-model-key';
const kept = z.object({ address: z.string(), key: z.string() });

/** The key kept in this browser for an address; '' where there is none, or for another address. */
export function readKey(storage: Pick<Storage, 'getItem'>, address: string): string {
	const parsed = kept.safeParse(asJson(storage.getItem(slot)));
	return parsed.success && parsed.data.address === address ? parsed.data.key : '';
}

/** Keeps a key for one address, in place of any other; an empty one is forgotten. */
export function keepKey(
	storage: Pick<Storage, 'setItem' | 'removeItem'>,
	address: string,
	key: string
): void {
	if (key === '') forgetKey(storage);
	else storage.setItem(slot, JSON.stringify({ address, key }));
}

/** Nothing of a key stays in this browser. */
export function forgetKey(storage: Pick<Storage, 'removeItem'>): void {
	storage.removeItem(slot);
}

function asJson(text: string | null): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}
