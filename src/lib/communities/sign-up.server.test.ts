import { beforeEach, describe, expect, it } from 'vitest';
import { hasAccounts, signUp, signUpDoor } from '#lib/communities/sign-up.server.ts';
import { atOnce } from '../../../tests/support/at-once.ts';
import { testDatabase } from '../../../tests/support/database.ts';

const { db, pool } = await testDatabase();
const byInvitation = { signUp: 'invitation' } as const;
const open = { signUp: 'open' } as const;

function draftOf(email: string) {
	return {
		name: 'Kathy Arnaud',
		email,
		password: 'a quiet long password',
		locale: 'fr' as const,
		communityName: 'Kathy'
	};
}

beforeEach(async () => {
	await db.deleteFrom('communities').where('kind', '!=', 'server').execute();
	await db.deleteFrom('users').execute();
});

describe('sign-up', () => {
	it('makes the first account the owner of a personal community', async () => {
		expect(await hasAccounts(db)).toBe(false);
		const made = await signUp(db, byInvitation, draftOf('kathy@example.com'));
		expect(made).toMatchObject({ ok: true, door: 'first' });
		const members = await db.selectFrom('members').selectAll().execute();
		expect(members).toMatchObject([{ role: 'owner', email: 'kathy@example.com', locale: 'fr' }]);
		const communities = await db.selectFrom('communities').selectAll().execute();
		expect(communities.filter(({ kind }) => kind !== 'server')).toMatchObject([
			{ kind: 'personal', name: 'Kathy' }
		]);
	});

	it('stores no password in clear', async () => {
		await signUp(db, byInvitation, draftOf('kathy@example.com'));
		const [account] = await db.selectFrom('accounts').selectAll().execute();
		expect(account?.password).toBeTruthy();
		expect(account?.password).not.toContain('quiet');
	});

	it('is closed after the first account, unless the server is open', async () => {
		await signUp(db, byInvitation, draftOf('kathy@example.com'));
		expect(await signUpDoor(db, byInvitation)).toBe('closed');
		const refused = await signUp(db, byInvitation, draftOf('dean@example.com'));
		expect(refused).toEqual({ ok: false, refusal: 'closed' });
		const made = await signUp(db, open, draftOf('dean@example.com'));
		expect(made).toMatchObject({ ok: true, door: 'open' });
	});

	it('makes one first account of two who come at the same moment', async () => {
		const both = await atOnce(pool, 'lock table users in share mode', [
			() => signUp(db, byInvitation, draftOf('kathy@example.com')),
			() => signUp(db, byInvitation, draftOf('dean@example.com'))
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both).toContainEqual({ ok: false, refusal: 'closed' });
		expect(await db.selectFrom('users').select('id').execute()).toHaveLength(1);
	});

	it('refuses an e-mail that has an account and leaves nothing behind', async () => {
		await signUp(db, open, draftOf('kathy@example.com'));
		const refused = await signUp(db, open, draftOf('kathy@example.com'));
		expect(refused).toEqual({ ok: false, refusal: 'email_taken' });
		const communities = await db.selectFrom('communities').select('kind').execute();
		expect(communities.filter(({ kind }) => kind === 'personal')).toHaveLength(1);
	});
});
