import { expect, test } from 'vitest';
import { m } from '#lib/i18n/paraglide/messages.js';
import { requestLocale, runWithLocale } from '#lib/i18n/request-locale.server.ts';

async function sayLater(): Promise<string> {
	await Promise.resolve();
	return m.shell_nav_today();
}

test('two requests answered together each keep their language', async () => {
	const [french, english] = await Promise.all([
		runWithLocale('fr', sayLater),
		runWithLocale('en', sayLater)
	]);
	expect(french).toBe('Aujourd’hui');
	expect(english).toBe('Today');
});

test('outside a request it is English', () => {
	expect(requestLocale()).toBe('en');
	expect(m.shell_nav_today()).toBe('Today');
});
