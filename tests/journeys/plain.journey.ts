import { expect, mailedPage, signUp, test } from '../support/people.ts';
import { cardOf, sendRequest } from '../support/requests.ts';

const plain = { locale: 'en-GB', javaScriptEnabled: false, viewport: { width: 360, height: 740 } };

test('without JavaScript, on a telephone: Dean asks from his page, Pierre answers on his and changes his mind', async ({
	app,
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	const request = await sendRequest(kathy, 'dean@example.com', [
		{ name: 'Pierre Yvon', how: 'colleagues at ACME' },
		{ name: 'Paul Zeller' }
	]);

	const dean = await meet(plain);
	await dean.goto(await mailedPage(app, 'dean@example.com', 'r'));
	const paul = cardOf(dean, 'Paul Zeller');
	await paul.locator('summary', { hasText: 'Not possible' }).click();
	await paul.getByLabel('A kind word for Kathy').fill('Courage!');
	await paul.getByRole('button', { name: 'Answer that it is not possible' }).click();
	await expect(cardOf(dean, 'Paul Zeller').getByText('Courage!')).toBeVisible();
	const pierre = cardOf(dean, 'Pierre Yvon');
	await pierre.locator('summary', { hasText: 'Ask Pierre' }).click();
	await pierre.getByRole('button', { name: 'Read it over' }).click();
	await expect(cardOf(dean, 'Pierre Yvon').getByText('Choose how it goes.')).toBeVisible();
	await pierre.locator('input[name=channel][value=mail]').check();
	await pierre.getByLabel('Pierre’s e-mail address').first().fill('pierre@example.org');
	await pierre.getByRole('button', { name: 'Read it over' }).click();
	await expect(dean.getByText('This is exactly what Pierre will receive')).toBeVisible();
	await pierre.getByRole('button', { name: 'Send to Pierre' }).click();
	await expect(
		cardOf(dean, 'Pierre Yvon')
			.getByText(/You asked Pierre/)
			.first()
	).toBeVisible();

	const answering = await meet(plain);
	await answering.goto(await mailedPage(app, 'pierre@example.org', 'a'));
	await expect(answering.locator('script')).toHaveCount(0);
	await answering.getByRole('button', { name: 'Send my answer' }).click();
	await expect(answering.getByText('Choose an answer.')).toBeVisible();
	await answering.getByRole('radio', { name: /Yes, here/ }).check();
	await answering.getByRole('textbox', { name: 'Phone' }).fill('12');
	await answering.getByRole('button', { name: 'Send my answer' }).click();
	await expect(answering.getByRole('textbox', { name: 'Phone' })).toHaveValue('12');
	await answering.getByRole('textbox', { name: 'Phone' }).fill('+33 6 39 98 44 55');
	await answering.getByRole('button', { name: 'Send my answer' }).click();
	await expect(answering).toHaveURL(/\/agreed\b/);
	await answering.getByRole('link', { name: 'Change my answer' }).click();
	await answering.getByRole('radio', { name: /Later/ }).check();
	await answering.getByRole('radio', { name: /In a month/ }).check();
	await answering.getByRole('button', { name: 'Send my answer' }).click();
	await expect(answering).toHaveURL(/\/later\b/);

	await kathy.goto(request);
	await expect(kathy.getByText('would rather be asked later')).toBeVisible();
	expect(await kathy.content()).not.toContain('39 98 44 55');
});
