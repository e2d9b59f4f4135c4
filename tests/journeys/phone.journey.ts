import { expect, mailedPage, signUp, test, visit } from '../support/people.ts';
import { answer, askByMail, draftRequest, openAsk, sendRequest } from '../support/requests.ts';
import { expectGoodScreen } from '../support/screens.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

for (const colorScheme of ['light', 'dark'] as const)
	test(`on a telephone of 360 points, ${colorScheme}: no screen scrolls sideways, axe has nothing to say`, async ({
		app,
		meet
	}) => {
		test.setTimeout(240_000);
		const good = (page: Parameters<typeof expectGoodScreen>[0], name: string) =>
			expectGoodScreen(page, 'fr', `${name}-360-${colorScheme}`);
		const kathy = await meet({ ...phone, colorScheme });
		for (const name of ['welcome', 'sign-up', 'sign-in', 'forgotten']) {
			await kathy.goto(`/${name}`);
			await good(kathy, name);
		}
		await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
		await good(kathy, 'today-new');
		await draftRequest(kathy, 'dean@example.com', [
			{ name: 'Marie-Antoinette de La Rochefoucauld-Montbel', how: 'collègues chez ACME' },
			{ name: 'Pierre Yvon' }
		]);
		await good(kathy, 'preview');
		await kathy.goBack();
		await good(kathy, 'write');
		const request = await sendRequest(kathy, 'dean@example.com', [
			{ name: 'Pierre Yvon', how: 'collègues chez ACME' },
			{ name: 'Paul Zeller' }
		]);
		await good(kathy, 'request');

		const dean = await meet({ ...phone, colorScheme });
		await visit(dean, await mailedPage(app, 'dean@example.com', 'r'));
		await good(dean, 'connector');
		await askByMail(dean, 'Pierre Yvon', 'pierre.yvon.a-rather-long-address@example.org');
		await good(dean, 'connector-asked');

		const pierre = await meet({ ...phone, colorScheme });
		for (const width of [320, 360]) {
			await pierre.setViewportSize({ width, height: 740 });
			await openAsk(app, pierre, 'pierre.yvon.a-rather-long-address@example.org');
			await good(pierre, `answer-at-${width}`);
			await pierre.locator('input[value=agree]').check();
			await good(pierre, `answer-yes-at-${width}`);
		}
		await pierre.setViewportSize({ width: 320, height: 740 });
		await answer(pierre, 'agree', { phone: '06 39 98 12 34', email: 'p@example.org' });
		await good(pierre, 'answer-agreed-at-320');

		await visit(kathy, '/');
		await good(kathy, 'today');
		await kathy.getByRole('link', { name: 'Ouvrir la réponse' }).click();
		await kathy.getByRole('button', { name: 'Ouvrir la réponse' }).click();
		await expect(kathy.getByRole('link', { name: '+33 6 39 98 12 34' })).toBeVisible();
		await good(kathy, 'handed-over');
		await kathy.locator('summary', { hasText: 'Noter la suite' }).click();
		await kathy.locator('input[name=outcome][value=met]').check();
		await kathy.locator('form[action="?/report"] button').click();
		await expect(kathy.getByRole('heading', { name: 'Reste à remercier Dean' })).toBeVisible();
		await good(kathy, 'outcome');
		const screens = ['/contacts', '/contacts/import', '/requests/new', '/introductions'];
		for (const path of [...screens, '/members', '/settings', `${request}/thanks`]) {
			await visit(kathy, path);
			await good(kathy, `screen${path.replaceAll('/', '-').replace(/[0-9a-f-]{36}/, '')}`);
		}
	});
