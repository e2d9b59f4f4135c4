import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { archiveFile } from '../support/archive-file.ts';
import { expect, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const at = 'https://www.linkedin.com/in/';
const files = {
	'Connections.csv': `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Pierre,Yvon,${at}pierre-y,,ACME,Finance Director,12 May 2005
Paul,Zeller,${at}paul-z,,Zénith,Head of Marketing,04 Jun 2015
Anne,Quéré,${at}anne-q,,Cobalt,Lawyer,03 Feb 2012
Sylvie,Marchand,${at}sylvie-m,,,,01 Jan 2010
`,
	'Positions.csv': `Company Name,Title,Description,Location,Started On,Finished On
ACME,Director,,,Jan 1999,Dec 2003
Bull,Director,,,Feb 2004,Nov 2012
`,
	'messages.csv': `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
a,,Pierre Yvon,${at}pierre-y,Dean Morgan,${at}dean,2006-07-05 10:00:00 UTC,,A word,INBOX
a,,Dean Morgan,${at}dean,Pierre Yvon,${at}pierre-y,2006-07-06 10:00:00 UTC,,A word,SENT
b,,Dean Morgan,${at}dean,Pierre Yvon,${at}pierre-y,2011-03-06 10:00:00 UTC,,A word,SENT
c,,Anne Quéré,${at}anne-q,Dean Morgan,${at}dean,2013-03-06 10:00:00 UTC,,A word,INBOX
c,,Dean Morgan,${at}dean,Anne Quéré,${at}anne-q,2013-03-07 10:00:00 UTC,,A word,SENT
`,
	'Invitations.csv': `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Paul Zeller,Dean Morgan,"6/2/15, 9:00 AM",,INCOMING,${at}paul-z,${at}dean
`
};
const archive = archiveFile(Object.entries(files).map(([name, content]) => ({ name, content })));

test('Dean imports his archive, sees why he knows Pierre and that Paul is a stranger, and dares', async ({
	app,
	meet
}) => {
	const page = await meet();
	await signUp(page, 'Dean Morgan', 'dean@example.com');
	await bring(page, app);

	await open(page, 'Pierre Yvon');
	const header = page.locator('header', { has: page.getByRole('heading', { level: 1 }) });
	await expect(header).toContainText(
		'Sans doute collègues chez ACME (vous y étiez\u00a0: janvier 1999 – décembre 2003)'
	);
	await expect(header).toContainText('dernier message en mars 2011');
	const memory = page.getByRole('region', { name: 'D’où vous vous connaissez' });
	await expect(memory.getByRole('img', { name: /de 1999 à \d{4}/ })).toBeVisible();
	const guess = memory.locator('li[data-fact=same_company]');
	await expect(guess).toHaveAttribute('data-inferred', 'true');
	await expect(guess).toContainText('Déduit');
	await expect(guess).toContainText('Positions.csv, ligne 2');
	const messages = memory.locator('li[data-fact=messages]');
	await expect(messages).toHaveAttribute('data-inferred', 'false');
	await expect(messages).toContainText('3 messages LinkedIn, de juillet 2006 à mars 2011');
	await expect(messages).toContainText('2 de vous, 1 pour vous');
	await expect(messages).toContainText('messages.csv, ligne 4');
	await expectGoodScreen(page, 'fr', 'memory-1280');
	await onSmallScreens(page, 'memory');

	await open(page, 'Paul Zeller');
	await expect(header).toContainText('Aucune trace d’un échange');
	await expect(header).toContainText(
		'vous avez reçu son invitation en juin 2015 et l’avez acceptée'
	);
	await onSmallScreens(page, 'memory-stranger');

	await visit(page, '/');
	const dare = page.getByRole('region', { name: /Pierre Yvon|Anne Quéré/ });
	const first = (await dare.getByRole('heading').textContent()) ?? '';
	await expectGoodScreen(page, 'fr', 'dare-1280');
	await dare.getByRole('button', { name: 'Pas cette personne' }).click();
	await expect(dare.getByRole('heading')).not.toHaveText(first);
	await dare.getByRole('link', { name: /Écrire/ }).click();
	await expect(page).toHaveURL(/\/contacts\/[0-9a-f-]+\/write$/);
});

test('of somebody noted by hand it says plainly that nothing is known', async ({ meet }) => {
	const page = await meet({ locale: 'en-GB' });
	await signUp(page, 'Dean Morgan', 'dean@example.com');
	await visit(page, '/contacts/new');
	await page.getByLabel('First name').fill('Ines');
	await page.getByLabel('First name').press('Enter');
	const memory = page.getByRole('region', { name: 'How you know each other' });
	await expect(memory).toContainText('Nothing you have imported tells how you know each other');
	await memory.getByRole('link', { name: 'Note how I know this person' }).click();
	await expect(page).toHaveURL(/\/edit$/);
});

async function bring(page: Page, app: RunningApp): Promise<void> {
	await visit(page, '/contacts/import');
	const file = { name: 'archive.zip', mimeType: 'application/zip', buffer: archive };
	await page.locator('input[type=file]').first().setInputFiles(file);
	await page.locator('form button.primary').first().click();
	await expect
		.poll(async () => (await app.pool.query('select state from imports')).rows)
		.toEqual([{ state: 'done' }]);
}

async function open(page: Page, name: string): Promise<void> {
	await visit(page, '/contacts');
	await page.getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

async function onSmallScreens(page: Page, name: string): Promise<void> {
	const before = page.viewportSize() ?? { width: 1280, height: 720 };
	await page.setViewportSize({ width: 360, height: 740 });
	await expectGoodScreen(page, 'fr', `${name}-360`);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectGoodScreen(page, 'fr', `${name}-360-dark`);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize(before);
}
