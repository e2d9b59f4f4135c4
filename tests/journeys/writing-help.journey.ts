import type { Page } from '@playwright/test';
import { answers, sends, startModelStub } from '../support/model-stub.ts';
import { expect, signUp, test, visit } from '../support/people.ts';
import { expectGoodScreen } from '../support/screens.ts';

const letterOf = (page: Page) => page.locator('textarea[name=letter]');
const light = (page: Page, name: string) =>
	page.getByRole('button', { name: new RegExp(`^${name}`) });

const pressing = `Hello Dean,

I saw that you know Pierre Yvon. Could you ask him whether he would talk to me? I need an answer by tonight.

Thanks,
Kathy`;
const free = pressing.replace(
	'I need an answer by tonight.',
	'If it is awkward, just say no: I will understand.'
);

/** From an account of her own to a letter to Dean, who is in nobody's book yet. */
async function write(kathy: Page): Promise<void> {
	await visit(kathy, '/requests/new');
	await kathy.locator('input[name=connector]').fill('Dean Groves');
	await kathy.getByRole('option', { name: /Dean Groves/ }).click();
	await kathy.locator('input[name=connector_email]').fill('dean@example.com');
	await kathy.locator('.target input[name=target]').fill('Pierre Yvon');
	await kathy.getByRole('option', { name: /Pierre Yvon/ }).click();
	await kathy.locator('textarea[name=reason]').fill('I am moving to clean energy.');
	await kathy.locator('form button.primary').click();
	await expect(kathy).toHaveURL(/\/write$/);
	await kathy.locator('select[name=locale]').selectOption('en');
	await expect(letterOf(kathy)).toHaveValue(/^Hello Dean/);
}

test('A sentence is proposed from what is known, shown first, taken and undone', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await write(kathy);
	await letterOf(kathy).fill(pressing);
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, not yet\./);
	const propose = kathy.getByRole('button', { name: 'Propose a sentence for “Generous' });
	await propose.click();
	const proposal = kathy.getByRole('region', { name: 'Propose a sentence for “Generous' });
	await expect(proposal.locator('del')).toHaveText('I need an answer by tonight.');
	await expect(proposal.locator('ins')).toContainText('If you would rather not');
	await expect(proposal).toContainText(/gives the letter \d+ out of 100 instead of \d+/);
	await expectGoodScreen(kathy, 'en', 'writing-proposal');
	await expect(letterOf(kathy)).toHaveValue(pressing);

	await proposal.getByRole('button', { name: 'Leave it' }).click();
	await expect(proposal).toBeHidden();
	await expect(propose).toBeFocused();
	await propose.click();
	await proposal.getByRole('button', { name: 'Take it' }).click();
	await expect(letterOf(kathy)).not.toHaveValue(/tonight/);
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, yes\./);
	await expect(kathy.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	await kathy.getByRole('button', { name: 'Undo' }).click();
	await expect(letterOf(kathy)).toHaveValue(pressing);
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, not yet\./);
});

test('Where nothing is known, the fact that would help is named and nothing is invented', async ({
	meet
}) => {
	const kathy = await meet({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await write(kathy);
	await kathy.locator('select[name=locale]').selectOption('fr');
	await letterOf(kathy).fill(
		'Bonjour Dean,\n\nPourriez-vous demander à Pierre Yvon si je peux prendre contact ?\n\nMerci,\nKathy'
	);
	await kathy.getByRole('button', { name: /^Proposer une phrase pour «\sPersonnelle/ }).click();
	await expect(kathy.getByText('nous avons animé ensemble')).toBeVisible();
	await expect(letterOf(kathy)).toHaveValue(/^Bonjour Dean/);
	await expectGoodScreen(kathy, 'fr', 'writing-hint-360-dark');
});

test('A model of one’s own: off by default; switched on, it shows what it sends, and the coach judges what it brings', async ({
	app,
	meet
}) => {
	const stub = await startModelStub(answers(free));
	const kathy = await meet({ locale: 'en-GB' });
	const asked: string[] = [];
	kathy.on('request', (request) => asked.push(new URL(request.url()).origin));
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	await write(kathy);
	await letterOf(kathy).fill(pressing);
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, not yet\./);
	await expect(kathy.getByRole('button', { name: /with my model/ })).toHaveCount(0);
	await expect(kathy.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	const page = kathy.url();

	await visit(kathy, '/settings');
	const address = kathy.getByLabel('Address of the server');
	await address.fill('http://models.example.org/v1');
	await kathy.getByLabel('Name of the model').fill('invented-7b');
	await kathy.getByRole('button', { name: 'Switch on' }).click();
	await expect(kathy.getByText('must begin with https://')).toBeVisible();
	await expect(kathy.getByLabel('Name of the model')).toHaveValue('invented-7b');
	await address.fill(stub.address);
	await kathy.getByRole('button', { name: 'Switch on' }).click();
	await expect(kathy.getByText(`It is on: invented-7b, at ${stub.address}.`)).toBeVisible();
	expect(stub.received).toEqual([]);
	expect(new Set(asked)).toEqual(new Set([app.url]));

	await kathy.getByLabel('Key, if the server wants one').fill('a-key');
	await kathy.getByRole('button', { name: 'Keep it in this browser' }).click();
	await kathy.getByRole('button', { name: 'Try it' }).click();
	await expect(kathy.getByText('It works.')).toBeVisible();
	expect(stub.received.at(-1)?.headers.authorization).toBe('Bearer a-key');
	await expectGoodScreen(kathy, 'en', 'writing-settings');
	stub.behaves(sends(401, 'application/json', '{}'));
	await kathy.getByRole('button', { name: 'Try it' }).click();
	await expect(kathy.getByText('the key is missing or wrong')).toBeVisible();
	const { rows } = await app.pool.query('select row_to_json(w) as row from writing_helps w');
	expect(JSON.stringify(rows)).not.toContain('a-key');

	await visit(kathy, page);
	stub.received.length = 0;
	stub.behaves(answers(free));
	await expect(letterOf(kathy)).toHaveValue(pressing);
	await kathy.getByRole('button', { name: 'Reword for “Generous' }).click();
	const dialog = kathy.getByRole('dialog');
	await expect(dialog).toContainText(`will be sent to ${stub.address}, for the model invented-7b`);
	const shown = await dialog.getByRole('group', { name: 'What will be sent' }).textContent();
	await expectGoodScreen(kathy, 'en', 'writing-sent');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	expect(stub.received).toEqual([]);

	await kathy.getByRole('button', { name: 'Reword for “Generous' }).click();
	await dialog.getByRole('button', { name: 'Send' }).click();
	await expect(dialog).toContainText(/The coach gives it \d+ out of 100/);
	expect(JSON.parse(stub.received[0]?.body ?? '{}').messages).toEqual([
		{ role: 'user', content: shown }
	]);
	await expectGoodScreen(kathy, 'en', 'writing-version');
	await dialog.getByRole('button', { name: 'Take it' }).click();
	await expect(letterOf(kathy)).toHaveValue(free);
	await expect(light(kathy, 'Generous and realistic')).toHaveAccessibleName(/, yes\./);

	stub.behaves(answers(free.replace('Pierre Yvon', 'Paul Zeller')));
	await letterOf(kathy).fill(pressing);
	await kathy.getByRole('button', { name: 'Reword for “Generous' }).click();
	await dialog.getByRole('button', { name: 'Send' }).click();
	await expect(dialog.getByRole('status')).toContainText('its version is left aside');
	await dialog.getByRole('button', { name: 'Leave it' }).click();
	stub.behaves(() => {});
	await kathy.getByRole('button', { name: 'Reword for “Generous' }).click();
	await dialog.getByRole('button', { name: 'Send' }).click();
	await expect(dialog).toContainText('The model is writing');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(dialog).toContainText('Called off');
	await dialog.getByRole('button', { name: 'Leave it' }).click();
	await expect(letterOf(kathy)).toHaveValue(pressing);

	await visit(kathy, '/settings');
	await kathy.getByRole('button', { name: 'Switch off and forget' }).click();
	await expect(kathy.getByText('It is off.')).toBeVisible();
	expect(await kathy.evaluate(() => localStorage.length)).toBe(0);
	expect((await app.pool.query('select 1 from writing_helps')).rowCount).toBe(0);
	expect(new Set(asked)).toEqual(new Set([app.url, new URL(stub.address).origin]));
	await stub.close();
});

/** The content policy of a page, without what differs from one answer to the next. */
async function policyOf(page: Page, path: string): Promise<string> {
	const answer = await page.request.get(path);
	const policy = answer.headers()['content-security-policy'] ?? '';
	return policy.replaceAll(/ '(?:nonce|sha256)-[^']+'/g, '');
}

test('The page’s policy names the model of the member who set it up, and of nobody else', async ({
	meet
}) => {
	const kathy = await meet({ locale: 'en-GB' });
	await signUp(kathy, 'Kathy Arnaud', 'kathy@example.com');
	const before = await policyOf(kathy, '/settings');
	await visit(kathy, '/settings');
	await kathy.getByLabel('Address of the server').fill('http://localhost:11434/v1');
	await kathy.getByLabel('Name of the model').fill('invented-7b');
	await kathy.getByRole('button', { name: 'Switch on' }).click();
	await expect(kathy.getByText('It is on')).toBeVisible();
	expect(before).toContain("connect-src 'self';");
	expect(await policyOf(kathy, '/settings')).toBe(
		before.replace("connect-src 'self';", "connect-src 'self' http://localhost:11434;")
	);
	const stranger = await meet();
	expect(await policyOf(stranger, '/sign-in')).not.toContain('11434');
	expect(await policyOf(kathy, '/coach')).not.toContain('11434');
});
