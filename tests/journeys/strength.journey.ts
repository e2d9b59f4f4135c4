import type { Page } from '@playwright/test';
import { archiveFile } from '../support/archive-file.ts';
import { expect, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const at = 'https://www.linkedin.com/in/';
const wrote = (from: string, to: string, day: string) => {
	const [writer, reader] = [from, to].map((name) => name.split(' ')[0]?.toLowerCase());
	return `a,,${from},${at}${writer},${to},${at}${reader},${day} 10:00:00 UTC,,A word,INBOX\n`;
};
const talked = (name: string, days: readonly string[]) =>
	days.map((day, at) => wrote(at % 2 ? name : 'Dean Morgan', at % 2 ? 'Dean Morgan' : name, day));
const days = Array.from({ length: 12 }, (_, at) => `2024-03-${String(at + 10)}`);
const files = {
	'Connections.csv': `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Pierre,Yvon,${at}pierre,,ACME,Finance Director,12 May 2015
Paul,Zeller,${at}paul,,Zénith,Head of Marketing,04 Jun 2015
`,
	'messages.csv': `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
${talked('Pierre Yvon', days).join('')}${wrote('Dean Morgan', 'Paul Zeller', '2024-04-02')}`
};
const archive = archiveFile(Object.entries(files).map(([name, content]) => ({ name, content })));

test('Dean reads how likely an answer is and why, says it himself, and takes it back', async ({
	app,
	meet
}) => {
	const page = await meet();
	await signUp(page, 'Dean Morgan', 'dean@example.com');
	await visit(page, '/contacts/import');
	const file = { name: 'archive.zip', mimeType: 'application/zip', buffer: archive };
	await page.locator('input[type=file]').first().setInputFiles(file);
	await page.locator('form button.primary').first().click();
	await expect
		.poll(async () => (await app.pool.query('select state from imports')).rows)
		.toEqual([{ state: 'done' }]);

	await open(page, 'Paul Zeller');
	const strength = page.locator('[data-strength]');
	await expect(strength).toContainText('Lien ténu');
	await expect(strength).toContainText('une lettre de vous est restée sans réponse');

	await open(page, 'Pierre Yvon');
	await expect(strength).toContainText('vous vous êtes écrit 12 fois, la dernière en mars 2024');
	const before = (await strength.getAttribute('data-strength')) ?? '';
	await strength.getByText('Est-ce sûr').click();
	await expect(strength).toContainText('Sur dix messages personnels');
	await everyScreen(page);

	await strength.getByLabel('Une réponse est').selectOption('quasi certaine');
	await strength.getByRole('button').click();
	await expect(strength).toContainText('Réponse quasi certaine\u00a0: c’est vous qui le dites.');
	await page.getByRole('link', { name: 'Écrire à Pierre' }).click();
	await expect(page.getByText('c’est vous qui le dites.')).toBeVisible();
	await expectGoodScreen(page, 'fr', 'strength-write');

	await open(page, 'Pierre Yvon');
	await strength.getByText('Est-ce sûr').click();
	await strength.getByLabel('Une réponse est').selectOption('comme estimé');
	await strength.getByRole('button').click();
	await expect(strength).toHaveAttribute('data-strength', before);
});

async function open(page: Page, name: string): Promise<void> {
	await visit(page, '/contacts');
	await page.getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

async function everyScreen(page: Page): Promise<void> {
	const before = page.viewportSize() ?? { width: 1280, height: 720 };
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		for (const width of [1280, 360]) {
			await page.setViewportSize({ width, height: 740 });
			await expectGoodScreen(page, 'fr', `strength-${width}-${colorScheme}`);
		}
	}
	await page.emulateMedia({ colorScheme: null });
	await page.setViewportSize(before);
}
