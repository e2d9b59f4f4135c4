import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/**
 * What every screen owes its reader: its language told, nothing for axe to object to, and no
 * scrolling sideways. Where SHOTS names a folder, a picture of it is kept there as `name`.
 */
export async function expectGoodScreen(page: Page, lang: 'fr' | 'en', name: string): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('lang', lang);
	// What fades in has its colours only then; a fade that is cut short is over too.
	await page.evaluate(async () => {
		await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	});
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
	expect(found, name).toEqual([]);
	const [wide, room] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		window.innerWidth
	]);
	expect(wide, `${name}: how wide it is`).toBeLessThanOrEqual(room ?? 0);
	const folder = process.env['SHOTS'];
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
