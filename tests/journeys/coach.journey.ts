import { expect, test } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

test('The coach reads along while Kathy writes: a light goes out with the sentence that lit it, and the reason is said', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await kathy.goto('/demo');
	await kathy.locator('form[action*="open"] button').first().click();
	await expect(kathy.getByRole('heading', { level: 1 })).toBeVisible();
	await kathy.goto('/requests/new');
	await kathy.getByRole('combobox', { name: 'The person you ask' }).fill('Anne Lefort');
	await kathy
		.getByRole('option', { name: /Anne Lefort/ })
		.first()
		.click();
	await kathy.getByRole('combobox', { name: 'Person 1' }).fill('Nora Whitfield-Example');
	await kathy.getByLabel(/Why do you wish/).fill('I would like her view on sharing data.');
	await kathy.getByRole('button', { name: 'Write the letter' }).click();

	const letter = kathy.getByLabel('Your letter');
	await kathy.getByLabel('Language').selectOption('en');
	await expect(letter).toHaveValue(/^Hello Anne/);
	const light = (name: string) => kathy.getByRole('button', { name: new RegExp(`^${name}`) });
	await expect(light('Generous and realistic')).toHaveAccessibleName(/, yes\./);
	await expectGoodScreen(kathy, 'en', 'write-with-coach');

	await letter.fill('Anne,\n\nintroduce me to Nora now. I need it today, hurry up.\n\nKathy');
	await expect(light('Generous and realistic')).toHaveAccessibleName(/, not yet\./);
	await expect(light('Personal')).not.toHaveAccessibleName(/, yes\./);
	await expect(kathy.getByRole('button', { name: 'Read again and send' })).toBeEnabled();
});
