import { expect, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const widths = [1280, 360];

for (const [lang, title] of [
	['fr', 'Ce que disent les voyants'],
	['en', 'What the lights mean']
] as const)
	test(`anybody reads, on any screen, what the lights mean (${lang})`, async ({ meet }) => {
		for (const colorScheme of ['light', 'dark'] as const) {
			const guest = await meet({ locale: lang, colorScheme });
			await visit(guest, '/coach');
			await expect(guest.getByRole('heading', { level: 1 })).toHaveText(title);
			await expect(guest.getByRole('figure')).toHaveCount(10);
			for (const width of widths) {
				await guest.setViewportSize({ width, height: 800 });
				await expectGoodScreen(guest, lang, `coach-page-${lang}-${width}-${colorScheme}`);
			}
		}
	});

test('without JavaScript the page is whole but for the letter one would try, and its language can be changed', async ({
	meet
}) => {
	const guest = await meet({ locale: 'en-GB', javaScriptEnabled: false });
	await guest.goto('/coach#clear');
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText('What the lights mean');
	await expect(guest.getByRole('figure')).toHaveCount(10);
	await expect(guest.getByRole('figure').locator('mark').first()).toBeVisible();
	await expect(guest.getByText('Clear: yes')).toBeVisible();
	await expect(guest.getByText('Clear: not yet')).toBeVisible();
	await expect(guest.getByRole('heading', { name: 'Try it' })).toBeHidden();
	await guest.getByRole('button', { name: 'Français' }).click();
	await expect(guest).toHaveURL(/\/coach$/);
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Ce que disent les voyants');
});

test('a letter that is tried is judged in the browser: nothing of it is sent', async ({ meet }) => {
	const guest = await meet({ locale: 'en-GB' });
	const sent: string[] = [];
	await visit(guest, '/coach');
	guest.on('request', (request) => {
		if (request.method() !== 'GET' || request.url().includes('Tariq')) sent.push(request.url());
	});
	const letter = guest.getByLabel('A letter to read');
	const light = guest.getByRole('button', { name: /^Generous and realistic/ });
	await letter.fill(
		'Hi Tariq,\n\nYou know Ann Lee. Could you ask her for ten minutes, whenever it suits? If it is awkward, just say no.\n\nThanks,\nMoira'
	);
	await expect(light).toHaveAccessibleName(/, yes\./);
	await letter.fill('Tariq, it is urgent: I need your answer today, do not let me down. Moira');
	await expect(light).toHaveAccessibleName(/, not yet\./);
	await letter.fill(
		'Bonjour Tariq, c’est urgent : il me faut ta réponse aujourd’hui, ne me laisse pas tomber. Moira'
	);
	await expect(guest.locator('textarea')).toHaveAttribute('lang', 'fr');
	expect(sent).toEqual([]);
});

test('a member comes to the page from the palette, and back by the name of the house', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await visit(kathy, '/');
	await kathy.keyboard.press('Control+k');
	await kathy.getByRole('combobox').fill('lights');
	await kathy.getByRole('option', { name: /What the coach’s lights mean/ }).click();
	await expect(kathy).toHaveURL(/\/coach$/);
	await expect(kathy.getByRole('heading', { level: 1 })).toHaveText('What the lights mean');
	await kathy.getByRole('link', { name: 'Entremise' }).first().click();
	await expect(kathy).not.toHaveURL(/\/coach$/);
});

test('the first page of a new server leads to it', async ({ meet }) => {
	const guest = await meet({ locale: 'en-GB' });
	await guest.goto('/welcome');
	await guest.getByRole('link', { name: 'What the coach’s lights mean' }).click();
	await expect(guest).toHaveURL(/\/coach$/);
});
