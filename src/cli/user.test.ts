import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acceptAsNew } from '#lib/communities/accept-invitation.server.ts';
import { signInByLink } from '#lib/communities/sign-in.server.ts';
import {
	goodPassword,
	testAccount,
	testAccounts,
	testVisitor
} from '../../tests/support/accounts.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { entremise } from '../../tests/support/entremise.ts';

const database = await testDatabase();
const { app } = testAccounts(database);
const env = {
	DATABASE_URL: database.url,
	SECRET: app.config.secret,
	PUBLIC_URL: 'https://entremise.example.org'
};
const said = z.object({
	ok: z.boolean(),
	link: z.string().optional(),
	error: z.string().optional()
});

async function user(...words: string[]) {
	const { code, stdout } = await entremise(['user', ...words, '--json'], env);
	return { code, ...said.parse(JSON.parse(stdout)) };
}

function tokenOf(link: string | undefined): string {
	return link?.split('/').at(-1) ?? '';
}

describe('entremise user', () => {
	it('says that somebody must come first', async () => {
		const early = await user('invite', 'dean@example.com');
		expect(early).toMatchObject({
			code: 1,
			ok: false,
			error: expect.stringMatching(/no community/)
		});
	});

	it('invites into the one community, by a link that works', async () => {
		await testAccount(app, 'kathy@example.com');
		const made = await user('invite', 'Dean@Example.com', '--role', 'adviser');
		expect(made.code).toBe(0);
		expect(made.link).toMatch(/^https:\/\/entremise\.example\.org\/invitation\//);
		const draft = { name: 'Dean Groves', password: goodPassword, locale: 'fr' as const };
		const accepted = await acceptAsNew(app, tokenOf(made.link), draft, new Date());
		expect(accepted).toMatchObject({ ok: true, email: 'dean@example.com' });
		const again = await user('invite', 'dean@example.com');
		expect(again).toMatchObject({ code: 1, error: expect.stringMatching(/member/) });
	});

	it('asks which community when there are several', async () => {
		await testAccount(app, 'paul@example.com', 'Paul Zeller');
		const unsaid = await user('invite', 'new@example.com');
		expect(unsaid).toMatchObject({ code: 1, error: expect.stringMatching(/--community/) });
		const saying = await user('invite', 'new@example.com', '--community', 'Paul Zeller');
		expect(saying).toMatchObject({ code: 0, ok: true });
	});

	it('makes a link that signs an account in, and none for who has no account', async () => {
		const made = await user('link', 'kathy@example.com');
		const signedIn = await signInByLink(app, testVisitor(), tokenOf(made.link));
		expect(signedIn).toMatchObject({ ok: true });
		expect(await user('link', 'nobody@example.com')).toMatchObject({ code: 1, ok: false });
	});

	it('does not understand other words', async () => {
		for (const words of [
			['sing', 'kathy@example.com'],
			['invite', 'kathy'],
			['invite', 'x@example.com', '--role', 'owner']
		]) {
			expect(await user(...words)).toMatchObject({ code: 2, ok: false });
		}
	});
});
