import { expect, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import type { CurrentMember } from '#lib/communities/current-member.server.ts';
import type { Mailer } from '#lib/mail/transport.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aCommunity } from '../../../../tests/support/mail-draft.ts';
import { openPostBox } from './door.server.ts';

const { db } = await testDatabase();
const mailer: Mailer = { send: async () => ({ outcome: 'sent' }), close: () => {} };

async function standing(
	kind: 'personal' | 'group' | 'demo',
	role: CurrentMember['role'],
	mailer: Mailer | null
) {
	const communityId = await aCommunity(db, kind);
	const memberId = crypto.randomUUID();
	const member: CurrentMember = {
		communityId,
		memberId,
		role,
		userId: null,
		clockAheadMs: 0,
		name: 'Kathy Martin',
		email: 'kathy@example.org',
		locale: 'fr',
		headline: '',
		notices: 'mail',
		community: { id: communityId, name: 'Alumni', kind }
	};
	const actor: Actor = { kind: 'member', communityId, memberId, role };
	return { member, actor, app: { db, mailer } };
}

test.each(['member', 'adviser'] as const)('to a mere %s there is no post box', async (role) => {
	for (const given of [mailer, null]) {
		const refused = openPostBox(await standing('group', role, given));
		await expect(refused).rejects.toMatchObject({ status: 404 });
	}
});

test('an administrator reads what could not leave, and of what leaves only whether it did', async () => {
	const reads = await openPostBox(await standing('group', 'administrator', null));
	expect(reads.view).toBe('letters');
	const sees = await openPostBox(await standing('group', 'administrator', mailer));
	expect(sees.view).toBe('states');
});

test('in the demo everyone reads the invented letters', async () => {
	const { view, demo } = await openPostBox(await standing('demo', 'member', mailer));
	expect({ view, demo }).toEqual({ view: 'letters', demo: true });
});
