import type { Page } from '@playwright/test';
import type { Member } from '#lib/access/actor.ts';
import { goals } from '#lib/introductions/judge-peace.ts';
import { changePeace } from '#lib/introductions/own-peace.server.ts';
import type { RunningApp } from '../support/app.ts';
import { passDays } from '../support/clock.ts';
import { expect, joinByMail, type Meet, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';
import { shareContact } from '../support/shared-books.ts';

test('what Dean does not accept is refused before a letter is written', async ({ app, meet }) => {
	test.setTimeout(240_000);
	const { kathy, dean } = await threeMembers(app, meet);
	await visit(dean, '/settings');
	await dean.getByRole('link', { name: 'Combien de demandes vous acceptez' }).click();
	await everyScreen(dean, 'fr', 'peace-settings');
	for (const box of await dean.locator('input[name=goal]').all()) await box.uncheck();
	await dean.locator('form button.primary').click();
	await expect(dean.locator('.error')).toContainText('Cochez au moins une case');
	await dean.locator('input[name=goal][value=job]').check();
	await dean.locator('input[name=goal][value=other]').check();
	await dean.locator('form button.primary').click();
	await expect(dean.locator('blockquote')).toContainText('pour un emploi et autre chose');
	await everyScreen(dean, 'fr', 'peace-settings-kept');

	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await kathy.locator('select[name=goal]').selectOption('investor');
	await kathy.locator('form button.primary').click();
	await expect(kathy.locator('.error')).toContainText('n’accepte que des demandes pour un emploi');
	await everyScreen(kathy, 'fr', 'peace-not-for-this');
	await kathy.locator('select[name=goal]').selectOption('job');
	await toPreview(kathy);
	await send(kathy);
});

test('Dean’s month is full: Kathy’s letter waits, and leaves by itself when it turns', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const { kathy, dean } = await threeMembers(app, meet);
	await acceptsOne(app, 'dean@example.com');
	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await toPreview(kathy);
	await send(kathy);

	await begin(app, kathy, 'dean@example.com', 'Paul Zeller');
	await kathy.locator('form button.primary').click();
	await expect(kathy.locator('.notice')).toContainText('a reçu assez de demandes ce mois-ci');
	await everyScreen(kathy, 'fr', 'peace-write');
	await kathy.locator('form button.primary').click();
	await expect(kathy).toHaveURL(/\/preview$/);
	await everyScreen(kathy, 'fr', 'peace-full');
	await kathy.getByRole('button', { name: /L’envoyer le 1er/ }).click();
	await expect(kathy.locator('.notice')).toContainText('Cette lettre partira le 1er');
	await everyScreen(kathy, 'fr', 'peace-waits');
	await visit(kathy, '/introductions');
	await expect(kathy.locator('main')).toContainText('Votre lettre à Dean partira le 1er');
	await everyScreen(kathy, 'fr', 'peace-list');

	await passDays(app, 31);
	await app.smtp.waitForMail((one) => one.to.includes('dean@example.com') && /Paul/.test(one.text));
	await visit(dean, '/');
	await expect(dean.locator('main')).toContainText('Paul Zeller');
	await visit(kathy, '/introductions');
	await expect(kathy.locator('main')).not.toContainText('partira le');
});

test('Kathy asks several for one person only knowingly, and nobody twice', async ({
	app,
	meet
}) => {
	test.setTimeout(240_000);
	const { kathy } = await threeMembers(app, meet);
	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await toPreview(kathy);
	await send(kathy);

	await begin(app, kathy, 'anne@example.com', 'Pierre Yvon');
	await toPreview(kathy);
	await expect(kathy.locator('.notice')).toContainText('Dean s’occupe déjà');
	await everyScreen(kathy, 'fr', 'peace-several');
	await kathy.locator('input[name=several]').check();
	await send(kathy);

	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await toPreview(kathy);
	await expect(kathy.locator('.notice').first()).toContainText('Vous avez déjà demandé à Dean');
	await expect(kathy.locator('main button.primary')).toHaveCount(0);
	await everyScreen(kathy, 'fr', 'peace-before');
	await kathy.getByRole('link', { name: 'Voir où cela en est' }).first().click();
	await expect(kathy).toHaveURL(/\/introductions\//);
});

test('Kathy takes a waiting letter back and changes it, in English', async ({ app, meet }) => {
	test.setTimeout(240_000);
	const { kathy, dean } = await threeMembers(app, (options) =>
		meet({ locale: 'en-GB', ...options })
	);
	await acceptsOne(app, 'dean@example.com');
	await begin(app, kathy, 'dean@example.com', 'Pierre Yvon');
	await toPreview(kathy);
	await send(kathy);
	await begin(app, kathy, 'dean@example.com', 'Paul Zeller');
	await toPreview(kathy);
	await everyScreen(kathy, 'en', 'peace-full-en');
	await kathy.getByRole('button', { name: /Send it on 1/ }).click();
	await kathy.getByRole('button', { name: 'Take it back' }).click();
	await expect(kathy).toHaveURL(/\/write\?taken_back/);
	await expect(kathy.locator('.notice').first()).toContainText('a draft again');
	await kathy.locator('textarea[name=letter]').fill('Dear Dean, other words.');
	await kathy.locator('form button.primary').click();
	await expect(kathy.locator('main')).toContainText('other words');
	await visit(dean, '/settings/peace');
	await expect(dean.locator('blockquote')).toContainText('Dean has been asked enough this month.');
	await everyScreen(dean, 'en', 'peace-settings-full-en');
	await passDays(app, 31);
	await kathy.reload();
	await expect(kathy.locator('main button.primary')).toContainText('Send to Dean');
});

test('a full month sends Kathy to the second-best connector', async ({ app, meet }) => {
	test.setTimeout(240_000);
	const { kathy } = await threeMembers(app, meet);
	const [dean, anne] = [
		await memberOf(app, 'dean@example.com'),
		await memberOf(app, 'anne@example.com')
	];
	const { communityId } = dean;
	const personId = crypto.randomUUID();
	for (const [owner, told] of [
		[dean, 0.9],
		[anne, 0.5]
	] as const) {
		const pierre = { givenName: 'Pierre', familyName: 'Yvon', company: 'Entreprise X' };
		const contactId = await shareContact(app.db, owner, pierre);
		const ownerId = owner.memberId;
		const joined = { shared: true, personId, joinedAt: new Date() };
		await app.db
			.insertInto('personContacts')
			.values({ communityId, contactId, ownerId, ...joined })
			.execute();
		await app.db
			.insertInto('strengths')
			.values({ communityId, contactId, ownerId, told })
			.execute();
	}
	const search = async () => {
		await visit(kathy, '/find');
		await kathy.getByRole('searchbox').first().fill('pierre');
	};
	await search();
	await expect(kathy.getByRole('link', { name: 'Demander à Dean Groves' })).toBeVisible();

	await acceptsOne(app, 'dean@example.com');
	await app.db
		.insertInto('requests')
		.values({
			communityId,
			requesterId: anne.memberId,
			connectorMemberId: dean.memberId,
			sentAt: new Date()
		})
		.execute();
	await search();
	await expect(kathy.locator('main')).toContainText('Dean Groves serait plus proche');
	await everyScreen(kathy, 'fr', 'peace-second-best');
	await kathy.getByRole('link', { name: 'Demander à Anne Lefort' }).click();
	await expect(kathy.locator('input[name=target]').first()).toHaveValue('Pierre Yvon');
	await kathy.locator('textarea[name=reason]').fill('J’aimerais avoir son avis.');
	await toPreview(kathy);
	await send(kathy);
	await app.smtp.waitForMail((one) => one.to.includes('anne@example.com') && /Yvon/.test(one.text));
});

async function threeMembers(app: RunningApp, meet: Meet) {
	const [kathy, dean, anne] = [await meet(), await meet(), await meet()];
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await joinByMail(app, kathy, dean, { name: 'Dean Groves', email: 'dean@example.com' });
	await joinByMail(app, kathy, anne, { name: 'Anne Lefort', email: 'anne@example.com' });
	return { kathy, dean, anne };
}

async function memberOf(app: RunningApp, email: string): Promise<Member> {
	const { communityId, id } = await app.db
		.selectFrom('members')
		.select(['communityId', 'id'])
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	return { kind: 'member', communityId, memberId: id, role: 'member' };
}

async function acceptsOne(app: RunningApp, email: string): Promise<void> {
	await changePeace(app.db, await memberOf(app, email), { asksMonthly: 1, asksFor: goals });
}

/** The new request, to a member, for somebody typed; nothing is sent off yet. */
async function begin(app: RunningApp, page: Page, email: string, target: string): Promise<void> {
	const { memberId } = await memberOf(app, email);
	await visit(page, `/requests/new?member=${memberId}`);
	await page.locator('input[name=target]').first().fill(target);
	await page.keyboard.press('Escape');
	await page.locator('textarea[name=reason]').fill('J’aimerais avoir son avis sur mon projet.');
}

async function toPreview(page: Page): Promise<void> {
	if (page.url().includes('/new')) await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/\/write/);
	await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/\/preview$/);
}

async function send(page: Page): Promise<void> {
	await page.locator('form button.primary').click();
	await expect(page).toHaveURL(/sent=mail/);
}

/** Wide in the light, narrow in the dark. */
async function everyScreen(page: Page, lang: 'fr' | 'en', name: string): Promise<void> {
	await page.setViewportSize({ width: 1280, height: 900 });
	await expectGoodScreen(page, lang, `${name}-1280`);
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.setViewportSize({ width: 360, height: 800 });
	await expectGoodScreen(page, lang, `${name}-360-dark`);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 1280, height: 900 });
}
