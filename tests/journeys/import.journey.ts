import type { Page } from '@playwright/test';
import { archiveFile } from '../support/archive-file.ts';
import { expect, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const linkedin = 'https://www.linkedin.com/in/';
const connections = `${header}Dean,Morgan,${linkedin}dean-morgan,dean@example.com,ACME,Directeur financier,04 Mar 2015
Anne,Roy,${linkedin}anne-roy,,Beta,,01 Jul 2019\n,,,,,,\n`;
const messages = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
a,,Dean Morgan,${linkedin}dean-morgan,Kathy Arnaud,${linkedin}kathy,2023-07-05 10:00:00 UTC,,Un secret,INBOX
a,,Kathy Arnaud,${linkedin}kathy,Dean Morgan,${linkedin}dean-morgan,2023-07-06 10:00:00 UTC,,Un secret,INBOX
`;
const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Pierre Yvon\nEMAIL:pierre@example.com\nEND:VCARD\n';
const newsletter = `From news@example.com Thu Mar 03 10:00:00 2022
From: News <news@example.com>
To: Kathy <kathy@example.com>
List-Id: <news.example.com>
Date: Thu, 3 Mar 2022 10:00:00 +0000

Un secret
`;
const table =
	'Interlocuteur;Où le joindre;Chez;Remarque\nPaul Zeller;paul@example.org;Bull;x\nMarc Olin;marc@example.org;ACME;y\n';

interface Given {
	name: string;
	content: string | Uint8Array;
}

const asFile = ({ name, content }: Given) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(content)
});

async function choose(page: Page, ...files: Given[]): Promise<void> {
	await visit(page, '/contacts/import');
	await page.locator('input[type=file]').setInputFiles(files.map(asFile));
	await page.locator('form button.primary').click();
}

/** Lets files fall on the page, as from a folder beside the window. */
async function drop(page: Page, ...files: Given[]): Promise<void> {
	const told = files.map(({ name, content }) => ({ name, text: String(content) }));
	await page.evaluate((given) => {
		const dataTransfer = new DataTransfer();
		for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
		for (const kind of ['dragover', 'drop'])
			document.body.dispatchEvent(
				new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })
			);
	}, told);
}

const count = (page: Page, label: string) =>
	page.locator('.counts > div', { hasText: label }).locator('dd');

test('Dean drops all he has at once: an archive, address books and a mailbox; what came of each is told', async ({
	meet
}) => {
	const page = await meet();
	await signUp(page, 'Kathy Arnaud', 'kathy@example.com');
	await visit(page, '/contacts/import');
	await page.getByText('Une boîte aux lettres : mbox').click();
	await expect(page.getByText('Ce que disent les lettres n’est jamais gardé')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import');
	await drop(
		page,
		{ name: 'contacts.vcf', content: card },
		{ name: 'Tout le courrier.mbox', content: newsletter },
		{ name: 'Connections.csv', content: connections }
	);
	await expect(page).toHaveURL(/\/contacts\/imports$/);
	await expect(page.getByText('2 créés, 0 mis à jour, 0 inchangés, 1 refusés')).toBeVisible();
	await expect(page.getByText('1 créés')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'imports');
	await page.getByRole('link', { name: 'Tout le courrier.mbox', exact: true }).click();
	await expect(page.getByText('Lettres d’information et listes de diffusion')).toBeVisible();
	await expect(count(page, 'laissés de côté exprès')).toHaveText('1');
	await expectGoodScreen(page, 'fr', 'import-left-out');

	const archive = archiveFile([
		{ name: 'Connections.csv', content: connections },
		{ name: 'messages.csv', content: messages },
		{ name: 'Ad_Targeting.csv', content: 'Interests\nBoats\n' },
		{ name: 'Invitations.csv', content: 'secret', isEncrypted: true }
	]);
	await choose(page, { name: 'Complete_LinkedInDataExport.zip', content: archive });
	await expect(page.getByRole('heading', { name: '5 lignes lues' })).toBeVisible();
	await expect(page.getByText('2 lettres et messages')).toBeVisible();
	await expect(count(page, 'créés')).toHaveText('2');
	await expect(count(page, 'inchangés')).toHaveText('2');
	await expect(page.getByText('Connections.csv, ligne 4')).toBeVisible();
	await expect(page.getByText('Invitations.csv n’a pas été lu.')).toBeVisible();
	await page.getByText('1 fichier ne contient rien').click();
	await expect(page.getByText('Ad_Targeting.csv')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import-archive');

	await visit(page, '/contacts');
	await page.getByRole('link', { name: 'Pierre Yvon' }).click();
	await page.getByText('D’où cela vient').click();
	await expect(page.getByRole('link', { name: 'contacts.vcf, ligne 1' })).toBeVisible();
	await expectGoodScreen(page, 'fr', 'contact-sources');
});

test('what cannot be read is said in a clear sentence', async ({ meet }) => {
	const page = await meet();
	await signUp(page, 'Kathy Arnaud', 'kathy@example.com');
	const locked = archiveFile([{ name: 'Connections.csv', content: 'x', isEncrypted: true }]);
	await choose(page, { name: 'locked.zip', content: locked });
	await expect(page.getByRole('alert')).toContainText('protégée par un mot de passe');
	await expectGoodScreen(page, 'fr', 'import-locked');
	const whole = archiveFile([
		{ name: 'Connections.csv', content: connections, method: 'stored' },
		{ name: 'messages.csv', content: messages, method: 'stored' }
	]);
	await choose(page, { name: 'cut.zip', content: whole.subarray(0, whole.length - 450) });
	await expect(page.getByText('Ce fichier n’a pas pu être lu en entier')).toBeVisible();
	await expect(page.getByText('s’arrête au milieu').first()).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import-cut');
	const spoilt = Buffer.concat([whole.subarray(0, 30), Buffer.alloc(2000, 7)]);
	await choose(page, { name: 'spoilt.zip', content: spoilt });
	await expect(page.getByRole('alert')).toContainText(/abîmé|s’arrête au milieu/);
	await choose(page, { name: 'photo.csv', content: 'a,b\n1,2\n' });
	await expect(page.getByText('Nous ne reconnaissons pas ce fichier')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import-unknown');
});

test('an import is left, resumed after it was stopped, and undone, all by the keyboard', async ({
	app,
	meet
}) => {
	const page = await meet();
	await signUp(page, 'Kathy Arnaud', 'kathy@example.com');
	const rows = Array.from(
		{ length: 40_000 },
		(_, at) => `Anne${at},Roy,${linkedin}anne-${at},,ACME,,01 Jul 2019\n`
	);
	await choose(page, { name: 'Connections.csv', content: header + rows.join('') });
	await expect(page).toHaveURL(/imports\/[0-9a-f-]+$/);
	const report = page.url();
	await page.getByRole('button', { name: 'Arrêter' }).press('Enter');
	await expect(page.getByText('Vous avez arrêté cet import')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import-stopped');
	await page.getByRole('button', { name: 'Reprendre' }).press('Enter');
	await expect(page.getByText('le travail continue')).toBeVisible();
	await visit(page, '/contacts');
	await visit(page, report);
	await expect(page.getByRole('heading', { name: '40 000 lignes lues' })).toBeVisible({
		timeout: 60_000
	});
	await expect(count(page, 'créés')).toHaveText('40 000');

	await visit(page, '/contacts?q=anne7');
	await page.getByRole('link', { name: 'Anne7 Roy' }).first().click();
	await page.getByRole('link', { name: 'Modifier' }).click();
	await page.locator('textarea[name=notes]').fill('Rencontrée à Lyon');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('Rencontrée à Lyon')).toBeVisible();
	await visit(page, report);
	await page.getByRole('link', { name: 'Annuler cet import' }).press('Enter');
	const stays = '1 personne reste, parce que vous avez écrit quelque chose à son sujet : Anne7 Roy';
	await expect(page.getByText(stays)).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import-undo');
	await page.getByRole('button', { name: 'Annuler cet import' }).press('Enter');
	await expect(page.getByText('Cet import a été annulé')).toBeVisible();
	await expect(page.getByText(stays)).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import-undone');
	const { rows: left } = await app.pool.query('select full_name from contacts');
	expect(left).toEqual([{ full_name: 'Anne7 Roy' }]);
});

test('a large file whose sending was cut off goes on when it is chosen again', async ({
	app,
	meet
}) => {
	const page = await meet();
	await signUp(page, 'Kathy Arnaud', 'kathy@example.com');
	const name = 'Connections.csv';
	const content = connections + `Paul,Z,,,,${'x'.repeat(50)},\n`.repeat(60_000);
	let pieces = 0;
	await page.route('**/contacts/import/upload/*', (route) => {
		if (route.request().method() === 'PUT' && (pieces += 1) > 1) return route.abort();
		return route.continue();
	});
	await choose(page, { name, content });
	await expect(page.getByText('La connexion a été perdue')).toBeVisible({ timeout: 30_000 });
	await expectGoodScreen(page, 'fr', 'import-lost');
	await page.unroute('**/contacts/import/upload/*');
	await visit(page, '/contacts/import');
	await expect(page.getByText('sont arrivés')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'import-unfinished');
	// A browser says the same of a file that did not change; this one makes it anew each time.
	await app.pool.query("update imports set stamp = ''");
	await page.addInitScript(() =>
		Object.defineProperty(File.prototype, 'lastModified', { get: () => '' })
	);
	const first = page.waitForRequest((request) => request.method() === 'PUT');
	await choose(page, { name, content });
	expect(Number(new URL((await first).url()).searchParams.get('at'))).toBeGreaterThan(0);
	await expect(page.getByRole('heading', { name: '60 003 lignes lues' })).toBeVisible({
		timeout: 60_000
	});
	const { rows } = await app.pool.query('select count(*)::integer as count from imports');
	expect(rows).toEqual([{ count: 1 }]);
});

test('of a table its member says what the columns hold, and is not asked twice', async ({
	meet
}) => {
	const page = await meet({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
	await signUp(page, 'Kathy Arnaud', 'kathy@example.com');
	await choose(page, { name: 'people.csv', content: table });
	await expect(page.getByRole('heading', { name: 'What do these columns hold?' })).toBeVisible();
	await expect(page.getByText('Paul Zeller · Marc Olin')).toBeVisible();
	await expectGoodScreen(page, 'en', 'import-columns');
	for (const column of await page.locator('select').all()) await column.selectOption('');
	await page.getByRole('button', { name: 'Read this file' }).click();
	await expect(page.getByRole('alert')).toContainText('Nobody can be told by these columns');
	await expectGoodScreen(page, 'en', 'import-columns-refused');
	await page.getByLabel('Interlocuteur').selectOption('fullName');
	await page.getByLabel('Où le joindre').selectOption('email');
	await page.getByLabel('Chez').selectOption('company');
	await page.getByRole('button', { name: 'Read this file' }).click();
	await expect(page.getByRole('heading', { name: '2 rows read' })).toBeVisible();
	await expectGoodScreen(page, 'en', 'import-table');
	await choose(page, { name: 'later.csv', content: `${table}Lea Brun;lea@example.net;Bull;z\n` });
	await expect(page.getByText('This is what you said')).toBeVisible();
	await expect(page.getByLabel('Chez')).toHaveValue('company');
	await expect(page.getByLabel('Remarque')).toHaveValue('');
	await page.getByRole('button', { name: 'Read this file' }).click();
	await expect(page.getByRole('heading', { name: '3 rows read' })).toBeVisible();
	await expect(count(page, 'unchanged')).toHaveText('2');
});

test('without JavaScript several files are given in one form, and columns named', async ({
	meet
}) => {
	const page = await meet({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	await page.goto('/sign-up');
	await page.locator('input[name=name]').fill('Kathy Arnaud');
	await page.locator('input[name=email]').fill('kathy@example.com');
	await page.locator('input[name=password]').fill('une phrase bien longue');
	await page.locator('input[name=password]').press('Enter');
	await expect(page).not.toHaveURL(/sign-up/);
	await page.goto('/contacts/import');
	await expect(page.getByText('Sans JavaScript')).toBeVisible();
	const files = [
		{ name: 'contacts.vcf', content: card },
		{ name: 'people.csv', content: table }
	];
	await page.locator('input[type=file]').setInputFiles(files.map(asFile));
	await page.getByRole('button', { name: 'Importer', exact: true }).click();
	await expect(page).toHaveURL(/imports$/);
	await page.getByRole('link', { name: 'Dire ce que contiennent ses colonnes' }).click();
	await page.getByLabel('Interlocuteur').selectOption('fullName');
	await page.getByRole('button', { name: 'Lire ce fichier' }).click();
	await expect(async () => {
		await page.reload();
		await expect(page.getByRole('heading', { name: '2 lignes lues' })).toBeVisible({ timeout: 1 });
	}).toPass();
	await page.getByRole('link', { name: 'Annuler cet import' }).click();
	await page.getByRole('button', { name: 'Annuler cet import' }).click();
	await expect(page.getByText('Cet import a été annulé')).toBeVisible();
});
