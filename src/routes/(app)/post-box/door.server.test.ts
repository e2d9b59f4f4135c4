import { expect, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import type { CurrentMember } from '#lib/communities/current-member.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aCommunity } from '../../../../tests/support/mail-draft.ts';
import { openPostBox } from './door.server.ts';

const { db } = await testDatabase();

async function standing(
	kind: 'personal' | 'group' | 'demo',
	role: CurrentMember['role'],
	mailer: 'mailer' | null
) {
	const communityId = await aCommunity(db, kind);
	const memberId = crypto.randomUUID();
	const member = {
		communityId,
		memberId,
		role,
		email: 'kathy@example.org',
		community: { id: communityId, name: 'Alumni', kind }
	};
	const actor: Actor = { kind: 'member', communityId, memberId, role };
	// Only what the door looks at.
	return { member, actor, app: { db, mailer } } as unknown as App.Locals;
}

test.each(['member', 'adviser'] as const)('to a mere %s there is no post box', async (role) => {
	for (const mailer of ['mailer', null] as const) {
		const refused = openPostBox(await standing('group', role, mailer));
		await expect(refused).rejects.toMatchObject({ status: 404 });
	}
});

test('an administrator reads what could not leave, and of what leaves only whether it did', async () => {
	const reads = await openPostBox(await standing('group', 'administrator', null));
	expect(reads.view).toBe('letters');
	const sees = await openPostBox(await standing('group', 'administrator', 'mailer'));
	expect(sees.view).toBe('states');
});

test('in the demo everyone reads the invented letters', async () => {
	const { view, demo } = await openPostBox(await standing('demo', 'member', 'mailer'));
	expect({ view, demo }).toEqual({ view: 'letters', demo: true });
});
