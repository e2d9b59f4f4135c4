import type { Page } from '@playwright/test';
import { expect, mailedPage, type Meet, signUp, test, visit } from '../support/people.ts';
import { askByMail, sendRequest } from '../support/requests.ts';

/** What a first visit may weigh in JavaScript, as it travels. */
const limit = 100_000;

test('the first pages are light, every script is known to the policy, and nothing is said in the console', async ({
	app,
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await sendRequest(kathy, 'dean@example.com', [{ name: 'Pierre Yvon' }]);
	const dean = await meet({ locale: 'en-GB' });
	await visit(dean, await mailedPage(app, 'dean@example.com', 'r'));
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');

	const cookies = await kathy.context().cookies();
	for (const [path, as] of [
		['/sign-in', []],
		['/', cookies],
		[new URL(await mailedPage(app, 'dean@example.com', 'r')).pathname, []],
		[new URL(await mailedPage(app, 'pierre@example.org', 'a')).pathname, []]
	] as const) {
		const page = await firstVisit(meet, [...as]);
		const weight = await weigh(page, path);
		expect(weight, `${path}: bytes of JavaScript`).toBeLessThan(limit);
		// A stranger with a telephone is sent a page and nothing else.
		expect(weight === 0, path).toBe(path.startsWith('/a/'));
	}
});

async function firstVisit(
	meet: Meet,
	cookies: Parameters<ReturnType<Page['context']>['addCookies']>[0]
) {
	const page = await meet({ locale: 'en-GB' });
	await page.context().addCookies(cookies);
	return page;
}

/** The bytes of all scripts that a first visit brings, compressed as they came. */
async function weigh(page: Page, path: string): Promise<number> {
	const scripts: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		if (!new URL(request.url()).pathname.endsWith('.js')) return;
		scripts.push(
			(async () => {
				const response = await request.response();
				expect(response?.headers()['content-encoding'], request.url()).toMatch(/^(br|gzip)$/);
				return (await request.sizes()).responseBodySize;
			})()
		);
	});
	const response = await page.goto(path, { waitUntil: 'networkidle' });
	const policy = response?.headers()['content-security-policy'] ?? '';
	expect(policy, path).toMatch(/script-src 'self'/);
	expect(/script-src [^;]*/.exec(policy)?.[0], path).not.toContain('unsafe-inline');
	const html = (await response?.text()) ?? '';
	for (const [tag] of html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g))
		expect(tag, path).toMatch(/nonce="|type="application\/json"/);
	expect(html, path).not.toMatch(/\son[a-z]+="/);
	return (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
}
