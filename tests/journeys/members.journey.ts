import { settled } from '../support/clock.ts';
import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { answer, askByMail, cardOf, openAsk, sendRequest } from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

const english = { locale: 'en-GB' };

test('in English, between two members: Dean came by invitation, handles Kathy’s request in the application with his own memories, and is thanked there', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const kathy = await meet(english);
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	const dean = await meet(english);
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });

	await visit(dean, '/contacts/new');
	await dean.getByLabel('First name').fill('Pierre');
	await dean.getByLabel('Last name').fill('Yvon');
	await dean.locator('input[name=metWhere]').fill('a workshop in Lyon');
	await dean.locator('input[name=metOn]').fill('2019');
	await dean.locator('select[name=locale]').selectOption('en');
	await dean.getByLabel('E-mail').fill('pierre@example.org');
	await dean.getByRole('button', { name: 'Save' }).last().click();
	await expect(dean.getByRole('heading', { level: 1 })).toHaveText('Pierre Yvon');

	const request = await sendRequest(kathy, 'dean@example.com', [
		{ name: 'Pierre Yvon' },
		{ name: 'Paul Zeller' }
	]);
	await visit(dean, '/');
	await expect(dean.getByText(/Kathy Arnaud asks you for an introduction/)).toBeVisible();
	await expectGoodScreen(dean, 'en', 'dean-today');
	await dean.getByRole('link', { name: 'Answer' }).click();
	await expect(dean).toHaveURL(/\/requests\/[0-9a-f-]+/);
	await expect(cardOf(dean, 'Pierre Yvon').getByText(/a workshop in Lyon/i)).toBeVisible();
	await expect(
		cardOf(dean, 'Paul Zeller').getByText('Nothing about Paul in your contacts.')
	).toBeVisible();
	await expectGoodScreen(dean, 'en', 'dean-request');
	await askByMail(dean, 'Pierre Yvon', 'pierre@example.org');
	await askByMail(dean, 'Paul Zeller', 'paul@example.net');
	await expectGoodScreen(dean, 'en', 'dean-asked');

	const pierre = await meet(english);
	await openAsk(app, pierre, 'pierre@example.org');
	await expectGoodScreen(pierre, 'en', 'answer-english');
	await answer(pierre, 'agree', { email: 'pierre.y@example.org', word: 'With pleasure.' });
	await visit(kathy, request);
	expect(await kathy.content()).not.toContain('pierre.y@example.org');
	await kathy.getByRole('link', { name: 'Open the answer' }).click();
	await kathy.getByRole('button', { name: 'Open the answer' }).click();
	await expect(kathy.getByRole('link', { name: 'pierre.y@example.org' })).toBeVisible();
	await expect(kathy.getByText('With pleasure.')).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'handed-over');
	await kathy.getByRole('button', { name: 'Add to my contacts' }).click();
	await expect(kathy.getByRole('link', { name: /in your contact/i })).toBeVisible();
	for (const where of [request, '/introductions', '/contacts?q=pierre']) {
		await dean.goto(where);
		expect(await dean.content(), where).not.toContain('pierre.y@example.org');
	}

	await kathy.locator('summary', { hasText: 'Note what came of it' }).click();
	await kathy.locator('input[name=outcome][value=met]').check();
	await kathy.getByRole('button', { name: 'Note what came of it' }).click();
	await kathy.getByRole('link', { name: 'Thank Dean' }).click();
	await kathy.getByRole('button', { name: 'Send my thanks' }).click();
	await expect(kathy.getByText('Your thanks have gone to Dean.')).toBeVisible();
	await settled(app);
	await visit(dean, request);
	await expect(cardOf(dean, 'Pierre Yvon').getByText('How it ended: a meeting')).toBeVisible();
	await expectGoodScreen(dean, 'en', 'dean-thanked');
	const thanks = app.smtp.mails().filter(({ parsed }) => /thank/i.test(parsed.subject ?? ''));
	expect(thanks.map(({ to }) => to)).toEqual([['dean@example.com']]);
});
