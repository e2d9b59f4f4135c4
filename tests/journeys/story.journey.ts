import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { passDays, settled } from '../support/clock.ts';
import { expect, mailedPage, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

test('Kathy asks Dean once for Pierre and Paul; Dean, without an account, asks both; Pierre agrees with his e-mail, Paul three days later with his phone; Kathy sees only those; Dean is thanked', async ({
	app,
	meet
}) => {
	test.setTimeout(400_000);
	const kathy = await meet();
	await createAccount(kathy);
	await noteDean(kathy);
	await writeRequest(kathy);
	await sendRequest(app, kathy);
	const dean = await meet();
	await readAsDean(app, dean);
	await ask(app, dean, 'Pierre Yvon', 'pierre@example.org');
	await ask(app, dean, 'Paul Zeller', 'paul@example.net');
	const pierre = await meet();
	await pierreAgrees(app, pierre);
	await openAnswer(app, kathy, 'Pierre Yvon', { shown: 'pierre@example.org' });
	await passDays(app, 3);
	const paul = await meet();
	await paulAgrees(app, paul);
	await openAnswer(app, kathy, 'Paul Zeller', { shown: '+33 6 39 98 12 34' });
	expect(await kathy.content()).not.toContain('paul@example.net');
	await noteOutcome(kathy, 'Pierre Yvon', 'La rencontre a eu lieu', 'Un vrai conseil.');
	await noteOutcome(kathy, 'Paul Zeller', 'Nous sommes en contact', '');
	await thank(app, kathy, dean);
	await passDays(app, 30);
	expect(reminders(app), 'nobody was ever late').toEqual([]);
});

async function createAccount(kathy: Page): Promise<void> {
	await visit(kathy, '/');
	await expect(kathy).toHaveURL(/\/welcome$/);
	await expectGoodScreen(kathy, 'fr', 'welcome');
	await kathy.getByRole('link', { name: 'Créer mon compte' }).click();
	await kathy.getByLabel('Votre nom').fill('Kathy Arnaud');
	await kathy.getByLabel('E-mail').fill('kathy@example.com');
	await kathy.getByLabel('Mot de passe', { exact: true }).fill('une phrase bien longue');
	await expectGoodScreen(kathy, 'fr', 'sign-up');
	await kathy.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(kathy.getByText('Qui pourrait vous ouvrir une porte')).toBeVisible();
	await expectGoodScreen(kathy, 'fr', 'today-first');
}

/** Dean is typed in, and that he knows Pierre. */
async function noteDean(kathy: Page): Promise<void> {
	await visit(kathy, '/contacts/new');
	await kathy.getByLabel('Prénom').fill('Dean');
	await kathy.getByLabel('Nom', { exact: true }).fill('Groves');
	await kathy
		.getByRole('textbox', { name: /Comment vous vous/ })
		.fill('un atelier à Lyon, en 2019');
	await kathy.getByLabel('Vous vous dites').selectOption('tu');
	await kathy.getByLabel('E-mail').fill('dean@example.com');
	await expectGoodScreen(kathy, 'fr', 'contact-new');
	await kathy.getByRole('button', { name: 'Enregistrer' }).last().click();
	await expect(kathy.getByRole('heading', { level: 1 })).toHaveText('Dean Groves');
	await kathy.getByText('Noter qui Dean Groves connaît').click();
	const known = kathy.locator('form[action="?/known"]');
	await known.getByLabel('Qui').fill('Pierre Yvon');
	await kathy.getByText('Pierre Yvon').last().click();
	await known.getByLabel('Comment ils se connaissent').fill('collègues chez ACME, 1999–2003');
	await known.getByRole('button', { name: 'Noter' }).click();
	await kathy.getByRole('link', { name: 'Pierre Yvon', exact: true }).click();
	await expect(kathy.getByRole('list', { name: /Vous → Dean Groves → Pierre/ })).toBeVisible();
	await expectGoodScreen(kathy, 'fr', 'contact-path');
}

async function writeRequest(kathy: Page): Promise<void> {
	await kathy.getByRole('link', { name: 'Demander à Dean Groves de nous présenter' }).click();
	await kathy.getByRole('button', { name: 'Ajouter une personne' }).click();
	await kathy.getByRole('combobox', { name: 'Personne 2' }).fill('Paul Zeller');
	await kathy.getByRole('option', { name: /Paul Zeller/ }).click();
	await kathy.getByLabel('Entreprise').nth(1).fill('Société Y');
	await kathy.getByLabel('Pourquoi souhaitez-vous').fill('J’aimerais leur regard sur mon projet.');
	await expectGoodScreen(kathy, 'fr', 'request-new');
	await kathy.getByRole('button', { name: 'Écrire la lettre' }).click();
	await expect(kathy).toHaveURL(/\/write$/);
	const letter = kathy.getByLabel('Votre lettre');
	await expect(letter).toHaveValue(/Pourrais-tu leur demander/);
	await letter.fill(`${await letter.inputValue()}\nP.-S. Vive Lyon.`);
	await expect(kathy.getByText('Enregistré', { exact: true })).toBeVisible();
	await expectGoodScreen(kathy, 'fr', 'request-write');
	await kathy.getByRole('button', { name: 'Relire et envoyer' }).click();
	await expect(kathy).toHaveURL(/\/preview$/);
	await expectGoodScreen(kathy, 'fr', 'request-preview');
}

async function sendRequest(app: RunningApp, kathy: Page): Promise<void> {
	const preview = await previewed(kathy);
	expect(app.smtp.mails().filter((mail) => !mail.to.includes('kathy@example.com'))).toEqual([]);
	await kathy.getByRole('button', { name: 'Envoyer à Dean Groves' }).click();
	await expect(kathy.getByText('Votre lettre est partie pour Dean')).toBeVisible();
	await expectGoodScreen(kathy, 'fr', 'request-sent');
	const mail = await app.smtp.waitForMail((one) => one.to.includes('dean@example.com'));
	expect(flat(mail.text)).toBe(preview);
	expect(mail.text).toContain('P.-S. Vive Lyon.');
	expect(flat(mail.parsed.subject ?? '')).toBe(
		'Pourrais-tu me présenter à Pierre Yvon et Paul Zeller ?'
	);
	expect(mail.parsed.from?.name).toBe('Kathy Arnaud via Entremise');
	expect(mail.parsed.replyTo?.[0]?.address).toBe('kathy@example.com');
	await settled(app);
	expect(app.smtp.mails().filter((one) => one.to.includes('dean@example.com'))).toHaveLength(1);
}

async function readAsDean(app: RunningApp, dean: Page): Promise<void> {
	const link = await mailedPage(app, 'dean@example.com', 'r');
	await expectUnchanged(app, async () => {
		for (let scan = 0; scan < 2; scan += 1) await dean.request.get(link);
		await visit(dean, link);
	});
	await expect(dean.getByRole('heading', { level: 1 })).toHaveText(
		'Kathy aimerait rencontrer Pierre Yvon et Paul Zeller'
	);
	const how = card(dean, 'Pierre Yvon').getByText('collègues chez ACME, 1999–2003');
	await expect(how).toHaveText('Kathy a noté : collègues chez ACME, 1999–2003');
	const none = card(dean, 'Paul Zeller').getByText('Kathy n’a pas dit comment');
	await expect(none).toHaveText('Kathy n’a pas dit comment vous connaissez Paul.');
	await expectGoodScreen(dean, 'fr', 'connector');
}

/** Dean asks one of them; the tie nobody could name is called faint. */
async function ask(app: RunningApp, dean: Page, name: string, email: string): Promise<void> {
	const [first] = name.split(' ');
	const one = card(dean, name);
	await one.getByText(`Demander à ${first}`, { exact: true }).click();
	const faint = /Je ne sais pas si vous vous souvenez de moi/;
	const letter = one.getByLabel(`Votre lettre à ${first}`);
	if (first === 'Paul') await expect(letter).toHaveValue(faint);
	else await expect(letter).not.toHaveValue(faint);
	await one.getByRole('radio', { name: 'Par Entremise' }).check();
	await one.getByLabel(`Adresse e-mail de ${first}`).first().fill(email);
	await expectGoodScreen(dean, 'fr', `ask-${first}`);
	await one.getByRole('button', { name: 'Relire avant l’envoi' }).click();
	await expect(one.getByRole('heading', { name: /Voici exactement/ })).toBeVisible();
	await expectGoodScreen(dean, 'fr', `ask-${first}-preview`);
	const preview = await previewed(dean, one.getByRole('article'));
	await one.getByRole('button', { name: `Envoyer à ${first}` }).click();
	await expect(one.getByText(`Vous avez écrit à ${first}`).first()).toBeVisible();
	const mail = await app.smtp.waitForMail(({ to }) => to.includes(email));
	expect(flat(mail.text)).toBe(preview);
	expect(mail.parsed.subject).toBe('Kathy Arnaud aimerait vous contacter');
	expect(mail.parsed.from?.name).toBe('Dean Groves via Entremise');
	expect(mail.parsed.replyTo?.[0]?.address).toBe('dean@example.com');
}

async function pierreAgrees(app: RunningApp, pierre: Page): Promise<void> {
	const link = await mailedPage(app, 'pierre@example.org', 'a');
	await expectUnchanged(app, async () => {
		for (let scan = 0; scan < 2; scan += 1) await pierre.request.get(link);
		await pierre.goto(link);
	});
	await expectGoodScreen(pierre, 'fr', 'answer');
	await pierre.getByRole('radio', { name: /Oui, voici/ }).check();
	await pierre.getByRole('checkbox', { name: /pierre@example\.org/ }).check();
	await expectGoodScreen(pierre, 'fr', 'answer-yes');
	await pierre.getByRole('button', { name: 'Envoyer ma réponse' }).click();
	await expect(pierre).toHaveURL(/\/agreed\b/);
	await expect(pierre.getByRole('heading', { level: 1 })).toHaveText('Merci, Pierre');
	await expectGoodScreen(pierre, 'fr', 'answer-agreed');
}

async function paulAgrees(app: RunningApp, paul: Page): Promise<void> {
	const link = await mailedPage(app, 'paul@example.net', 'a');
	await paul.goto(link);
	await paul.getByRole('radio', { name: /Oui, voici/ }).check();
	await paul.getByRole('button', { name: 'Envoyer ma réponse' }).click();
	await expect(paul.getByText('Indiquez au moins une adresse').first()).toBeVisible();
	await expectGoodScreen(paul, 'fr', 'answer-wrong');
	await paul.getByLabel('Téléphone').fill('06 39 98 12 34');
	await paul.getByRole('button', { name: 'Envoyer ma réponse' }).click();
	await expect(paul).toHaveURL(/\/agreed\b/);
	await expect(paul.getByText('+33 6 39 98 12 34')).toBeVisible();
}

/** Nothing that was released is anywhere before Kathy opens it, and only that after. */
async function openAnswer(
	app: RunningApp,
	kathy: Page,
	name: string,
	{ shown }: { shown: string }
): Promise<void> {
	const news = await app.smtp.waitForMail(
		({ to, parsed }) =>
			to.includes('kathy@example.com') && parsed.subject === `${name} vous a répondu`
	);
	expect(news.text).not.toContain(shown);
	expect(news.text).not.toContain('39 98');
	await visit(kathy, '/');
	await expect(kathy.getByText(`${name} accepte que vous preniez contact.`)).toBeVisible();
	await expectGoodScreen(kathy, 'fr', `today-yes-${name.split(' ')[0]}`);
	for (const secret of secrets) expect(await kathy.content()).not.toContain(secret);
	await kathy.getByRole('link', { name: 'Ouvrir la réponse' }).click();
	await expect(kathy.getByRole('button', { name: 'Ouvrir la réponse' })).toBeVisible();
	for (const secret of secrets) expect(await kathy.content()).not.toContain(secret);
	await expectGoodScreen(kathy, 'fr', `envelope-${name.split(' ')[0]}`);
	await kathy.getByRole('button', { name: 'Ouvrir la réponse' }).click();
	await expect(kathy.getByRole('link', { name: shown })).toBeVisible();
	await expectGoodScreen(kathy, 'fr', `handed-over-${name.split(' ')[0]}`);
	const read = await app.smtp.waitForMail(
		({ to, parsed }) =>
			to.includes('dean@example.com') &&
			parsed.subject === `Kathy Arnaud a lu la réponse de ${name}`
	);
	expect(read.text).not.toContain(shown);
}

const secrets = ['pierre@example.org', 'paul@example.net', '39 98 12 34', '639981234'];

async function noteOutcome(kathy: Page, name: string, outcome: string, note: string) {
	await visit(kathy, '/introductions');
	await kathy
		.getByRole('link', { name: new RegExp(name) })
		.first()
		.click();
	const form = kathy.locator('form[action="?/report"]');
	await expect(form).toBeAttached();
	// Some days after the answer was opened it is asked first; until then it is folded away.
	if (!(await form.isVisible()))
		await kathy.locator('summary', { hasText: 'Noter la suite' }).click();
	await form.getByRole('radio', { name: new RegExp(outcome) }).check();
	await form.getByLabel('Un mot de plus').fill(note);
	await form.getByRole('button', { name: 'Noter la suite' }).click();
	await expect(kathy.getByRole('heading', { name: 'Reste à remercier Dean' })).toBeVisible();
	await expectGoodScreen(kathy, 'fr', `outcome-${name.split(' ')[0]}`);
}

async function thank(app: RunningApp, kathy: Page, dean: Page): Promise<void> {
	await kathy.getByRole('link', { name: 'Remercier Dean' }).click();
	const letter = kathy.getByLabel('Votre lettre de remerciement');
	await expect(letter).toHaveValue(/Pierre/);
	await expect(letter).toHaveValue(/Paul/);
	await expectGoodScreen(kathy, 'fr', 'thanks');
	const words = await letter.inputValue();
	await kathy.getByRole('button', { name: 'Envoyer mes remerciements' }).click();
	await expect(kathy.getByText('Merci envoyé à Dean')).toBeVisible();
	await expectGoodScreen(kathy, 'fr', 'thanked');
	const mail = await app.smtp.waitForMail(({ parsed }) =>
		Boolean(parsed.subject?.includes('Un mot de remerciement de Kathy Arnaud'))
	);
	expect(mail.to).toEqual(['dean@example.com']);
	expect(flat(mail.text)).toContain(flat(words));
	expect(mail.parsed.from?.name).toBe('Kathy Arnaud via Entremise');
	await visit(dean, await mailedPage(app, 'dean@example.com', 'r'));
	await expect(dean.getByRole('heading', { level: 1 })).toHaveText('Kathy vous remercie');
	await expect(
		card(dean, 'Pierre Yvon').getByText('La suite : la rencontre a eu lieu.', { exact: true })
	).toBeVisible();
	await expect(card(dean, 'Pierre Yvon').getByText('Un vrai conseil.')).toBeVisible();
	for (const secret of ['639981234', '39 98 12 34'])
		expect(await dean.content()).not.toContain(secret);
	await expectGoodScreen(dean, 'fr', 'connector-thanked');
	await visit(kathy, '/introductions');
	await expectGoodScreen(kathy, 'fr', 'introductions');
}

const card = (page: Page, name: string) => page.getByRole('article', { name: `Pour ${name}` });

/** One text however its lines are broken. */
// A mailed link is made anew as it leaves: all but its secret half is as it was read over.
const flat = (text: string) =>
	text
		.replace(/\s+/g, ' ')
		.replace(/(\/[ra]\/)[\w-]{43}/g, '$1…')
		.trim();

async function previewed(page: Page, within = page.getByRole('article')): Promise<string> {
	const paragraphs = await within.locator('.letter p').allInnerTexts();
	return flat(paragraphs.join(' '));
}

function reminders(app: RunningApp): (string | undefined)[] {
	const stoppable = app.smtp.mails().filter(({ raw }) => /^List-Unsubscribe:/im.test(raw));
	return stoppable.map(({ parsed }) => parsed.subject);
}

/** Opening a page is no act: mail scanners do it too. */
async function expectUnchanged(app: RunningApp, visit: () => Promise<void>): Promise<void> {
	const standing = async () =>
		(
			await app.pool.query(
				`select id, state, version, (select count(*) from history) as lines,
				 (select count(*) from mails) as mails from introductions order by id`
			)
		).rows;
	await settled(app);
	const before = await standing();
	await visit();
	expect(await standing()).toEqual(before);
}
