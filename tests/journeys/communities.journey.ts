import { expect, joinByMail, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const password = 'une phrase bien longue';
const phone = { viewport: { width: 360, height: 740 }, locale: 'en-GB' };

test('Dean is removed, is told so, and is taken back with his book; Kathy founds another community in which nothing of the first shows, and leaves it', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const kathy = await meet({ viewport: { width: 1280, height: 800 } });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await visit(kathy, '/members');
	await expectGoodScreen(kathy, 'fr', 'members-alone');
	const dean = await meet({ ...phone, colorScheme: 'dark' });
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });
	await visit(dean, '/contacts/new');
	await dean.getByLabel('First name').fill('Pierre');
	await dean.getByLabel('Last name').fill('Yvon');
	await dean.getByRole('button', { name: 'Save' }).last().click();
	await expect(dean.getByRole('heading', { level: 1 })).toHaveText('Pierre Yvon');

	await visit(kathy, '/members');
	await kathy.getByRole('link', { name: 'Retirer Dean Groves' }).click();
	await expectGoodScreen(kathy, 'fr', 'remove-member');
	await kathy.getByRole('button', { name: 'Retirer Dean Groves' }).click();
	await expect(kathy.getByText('ne fait plus partie de la communauté')).toBeVisible();
	await expectGoodScreen(kathy, 'fr', 'members-removed');
	const told = await app.smtp.waitForMail(({ parsed }) => /no longer/.test(parsed.subject ?? ''));
	expect(told.to).toEqual(['dean@example.com']);

	await visit(dean, '/contacts');
	await expect(dean).toHaveURL(/\/communities$/);
	await expect(dean.getByText('You are no longer a member of')).toBeVisible();
	await expectGoodScreen(dean, 'en', 'no-longer-a-member-360-dark');
	const saved = dean.waitForEvent('download');
	await dean.getByRole('link', { name: 'Take it with you' }).click();
	expect((await saved).suggestedFilename()).toBe('entremise.json');

	await kathy.getByRole('button', { name: 'Reprendre Dean Groves' }).click();
	await expect(kathy.getByText('Dean Groves est de nouveau membre.')).toBeVisible();
	await visit(dean, '/contacts');
	await expect(dean.getByText('Pierre Yvon')).toBeVisible();

	await visit(kathy, '/communities');
	await expectGoodScreen(kathy, 'fr', 'communities');
	await kathy.locator('input[name=communityName]').fill('Cercle des voisins');
	await kathy.getByRole('button', { name: 'La fonder' }).click();
	await expect(kathy.getByText('est fondée')).toBeVisible();
	await expect(kathy.getByText('Dean Groves')).toBeHidden();
	await visit(kathy, '/settings');
	await expectGoodScreen(kathy, 'fr', 'settings-community');
	await visit(kathy, '/settings/leave');
	await expectGoodScreen(kathy, 'fr', 'leave');
	await kathy.locator('input[name=password]').fill(password);
	await kathy.getByRole('button', { name: 'Quitter et effacer' }).click();
	await expect(kathy).toHaveURL(/\/communities$/);
	await expect(kathy.getByText('Cercle des voisins')).toBeHidden();
});

test('the only owner of others hands over first, and a changed password is told by mail', async ({
	app,
	meet
}) => {
	test.setTimeout(120_000);
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	const dean = await meet(phone);
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });
	await visit(kathy, '/settings/leave');
	await expect(kathy.getByText('You are the only owner')).toBeVisible();
	await expectGoodScreen(kathy, 'en', 'leave-only-owner');
	await dean.goto('/settings/leave');
	await expectGoodScreen(dean, 'en', 'leave-360');
	await visit(kathy, '/settings');
	await kathy.locator('input[name=currentPassword]').fill(password);
	await kathy.locator('input[name=newPassword]').fill('another long password');
	await kathy.locator('input[name=newPassword]').press('Enter');
	const mail = await app.smtp.waitForMail(({ parsed }) => /was changed/.test(parsed.subject ?? ''));
	expect(mail.to).toEqual(['kathy@example.com']);
	await visit(dean, '/members');
	await expectGoodScreen(dean, 'en', 'members-360');
});
