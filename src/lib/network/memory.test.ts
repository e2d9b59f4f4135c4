import { expect, it } from 'vitest';
import { type Said, factsOf } from '#lib/network/memory.ts';

const nothing: Said = { howKnown: '', metWhere: '', metOn: '', closeness: null, connectedOn: null };

it('says honestly that nothing is known', () => {
	expect(factsOf(nothing, [])).toEqual([{ kind: 'none' }]);
});

it('puts what the owner declares beside the evidence', () => {
	const said: Said = { ...nothing, howKnown: 'voisins', metOn: '2011', closeness: 'distant' };
	const messages = { kind: 'messages', count: 3, last: '2011-04' };
	expect(factsOf(said, [messages])).toEqual([
		{ kind: 'declared', how: 'voisins', metOn: '2011', closeness: 'distant' },
		messages
	]);
});

it('tells a connection once, from the contact or from the evidence', () => {
	const said: Said = { ...nothing, connectedOn: '2015-03-04' };
	const fact = { kind: 'connected', on: '2015-03-04' };
	expect(factsOf(said, [])).toEqual([fact]);
	expect(factsOf(said, [fact])).toEqual([fact]);
});

it('leaves out what it cannot read, rather than say something false', () => {
	const broken = [null, 'x', { kind: 'messages', count: 0 }, { kind: 'unheard_of' }, { on: 1 }];
	expect(factsOf(nothing, broken)).toEqual([{ kind: 'none' }]);
});
