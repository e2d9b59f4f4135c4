import { expect, it } from 'vitest';
import { forgetKey, keepKey, readKey } from '#lib/coach/reword/own-key.ts';

const here = 'https://models.example.org/v1';

function browser(given: [string, string][] = []) {
	const slots = new Map(given);
	return {
		slots,
		getItem: (name: string) => slots.get(name) ?? null,
		setItem: (name: string, value: string) => void slots.set(name, value),
		removeItem: (name: string) => void slots.delete(name)
	};
}

it('a key goes to the address it was given for, and to no other', () => {
	const storage = browser();
	keepKey(storage, here, 'a-key');
	expect(readKey(storage, here)).toBe('a-key');
	expect(readKey(storage, 'https://elsewhere.example.org/v1')).toBe('');
});

it('a key is forgotten when it is taken away, and when the help is switched off', () => {
	const storage = browser();
	keepKey(storage, here, 'a-key');
	keepKey(storage, here, '');
	expect(storage.slots.size).toBe(0);
	keepKey(storage, here, 'a-key');
	forgetKey(storage);
	expect(readKey(storage, here)).toBe('');
});

it('whatever else stands there is no key', () => {
	for (const text of ['', 'a-key', 'null', '{"key":"a-key"}'])
		expect(readKey(browser([['entremise-model-key', text]]), here)).toBe('');
});
