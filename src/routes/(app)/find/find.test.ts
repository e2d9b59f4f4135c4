import { expect, it } from 'vitest';
import type { Member } from '#lib/access/actor.ts';
import type { PathFinder } from '#lib/network/path-finder.ts';
import { bareDraft } from '#lib/people/contact-draft.ts';
import { createContact } from '#lib/people/contact-save.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { newMember } from '../../../../tests/support/new-member.ts';
import { testPaths } from '../../../../tests/support/paths.ts';
import { shareContact } from '../../../../tests/support/shared-books.ts';
import { POST as search } from '../search/+server.ts';
import { load as loadOne } from './[id]/+page.server.ts';

const { db, url } = await testDatabase();
const paths = testPaths(url);
const now = new Date('2026-06-01T10:00:00Z');
const pierre = { givenName: 'Pierre', familyName: 'Yvon', company: 'Entreprise X' };

const fail = () => Promise.reject(new Error('No paths to Pierre Yvon.'));

function localsOf(actor: Member, own: { busy?: boolean; finder?: PathFinder } = {}) {
	const logged: string[] = [];
	const taken: string[] = [];
	const limits = {
		take: async (name: string) => {
			taken.push(name);
			return own.busy ? { ok: false, retryAfterSeconds: 60 } : { ok: true };
		}
	};
	const app = {
		db,
		prepared: db,
		paths: own.finder ?? paths,
		limits,
		log: (line: string) => logged.push(line)
	};
	const { communityId, memberId } = actor;
	const community = { name: 'Alumni' };
	const member = { communityId, memberId, name: 'Kathy', clockAheadMs: 0, community };
	return { locals: { app, actor, member, locale: 'fr' }, logged, taken };
}

async function searching(own: Parameters<typeof localsOf>[1], query: unknown) {
	const kathy = await newMember(db);
	const dean = await newMember(db, kathy.communityId);
	await createContact(db, kathy, bareDraft({ ...pierre, familyName: 'Zeller' }), now);
	await shareContact(db, dean, pierre);
	const { locals, logged, taken } = localsOf(kathy, own);
	const body = JSON.stringify({ query });
	const request = new Request('http://localhost:4780/search', { method: 'POST', body });
	const answer = await search({ request, locals } as never);
	const kinds = ((await answer.json()) as { kind: string; label: string }[]).map(
		({ kind, label }) => `${kind} ${label}`
	);
	return { kinds, logged, taken };
}

it('nobody is found under what is no id, as under an unknown one', async () => {
	const { locals } = localsOf(await newMember(db));
	for (const id of ['pierre', crypto.randomUUID()])
		await expect(loadOne({ locals, params: { id } } as never)).rejects.toMatchObject({
			status: 404
		});
});

it('the search of everything counts as a search of paths', async () => {
	const { kinds, taken } = await searching({}, 'pierre');
	expect(kinds).toEqual(['contact Pierre Zeller', 'path Pierre Yvon']);
	expect(taken).toEqual(['find']);
});

it('who searches too often still finds their own contacts, and nobody else', async () => {
	const { kinds } = await searching({ busy: true }, 'pierre');
	expect(kinds).toEqual(['contact Pierre Zeller']);
});

it('where no paths can be asked for, the rest is found, and the log names nobody', async () => {
	const broken: PathFinder = { ...paths, paths: fail, bestOfEach: fail };
	const { kinds, logged } = await searching({ finder: broken }, 'pierre');
	expect(kinds).toEqual(['contact Pierre Zeller', 'shared Pierre Yvon']);
	expect(logged).toHaveLength(1);
	expect(logged[0]).not.toMatch(/Pierre/i);
});

it('a search without words, or with something else, is refused', async () => {
	for (const query of [undefined, 7, 'x'.repeat(201)])
		await expect(searching({}, query)).rejects.toMatchObject({ status: 422 });
});
