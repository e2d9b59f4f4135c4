import { describe, expect, it } from 'vitest';
import { beginDemo } from '#lib/demo/begin.server.ts';
import { findAnswers } from '#lib/network/find.server.ts';
import type { Finding } from '#lib/network/finding.ts';
import { testDatabase } from './support/database.ts';
import { testPaths } from './support/paths.ts';

const { db, url } = await testDatabase();
const finder = testPaths(url);
const now = new Date('2026-05-25T09:00:00Z');
const telling = {
	db,
	secret: 'x'.repeat(32),
	publicUrl: 'https://demo.example.org',
	mailDomain: 'example.org'
};

async function playing(name: string): Promise<Finding> {
	const { communityId } = await beginDemo(telling, now);
	const { id: memberId } = await db
		.selectFrom('members')
		.select('id')
		.where('communityId', '=', communityId)
		.where('name', 'like', `${name}%`)
		.executeTakeFirstOrThrow();
	const actor = { kind: 'member', communityId, memberId, role: 'member' } as const;
	return { db, finder, actor, me: name, community: 'Demo', now, locale: 'en', closed: new Map() };
}

describe('in the demo', () => {
	it('Kathy finds Pierre through Dean at once, as she noted and as Dean shows', async () => {
		const [answer] = (await findAnswers(await playing('Kathy'), 'pierre yv')).answers;
		expect(answer?.name).toBe('Pierre Yvon');
		const ways = [answer?.best, ...(answer?.more ?? [])];
		expect(ways.some((path) => path?.through === 'Dean Groves')).toBe(true);
	});

	it('a word of what people do finds people and ways to them', async () => {
		const { answers } = await findAnswers(await playing('Kathy'), 'direct');
		expect(answers.length).toBe(10);
		expect(answers.filter(({ best }) => best?.through).length).toBeGreaterThan(0);
	});
});
