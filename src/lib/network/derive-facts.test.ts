import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchanged } from '#lib/network/derive-exchanges.ts';
import { type Career, factsFrom, type Post, type Told } from '#lib/network/derive-facts.ts';

const source = { importId: 'one', file: '', line: 2 };
const nothing: Told = { company: '', connectedOn: null, posts: [], exchanges: [] };
const acme: Career = { kind: 'work', place: 'ACME', startedOn: '1999', endedOn: '2003', source };
const school: Career = {
	...acme,
	kind: 'study',
	place: 'Centrale',
	startedOn: '1993',
	endedOn: '1996'
};
const post = (company: string, startedOn = '', endedOn = '', title = ''): Post => ({
	company,
	title,
	startedOn,
	endedOn,
	source: { importId: 'two', file: 'book.vcf', line: 9 }
});
const exchanged = (
	kind: Exchanged['kind'],
	direction: Exchanged['direction'],
	rest: Partial<Exchanged> = {}
): Exchanged => ({
	kind,
	direction,
	count: 1,
	first: '2010-02-03',
	last: '2010-02-03',
	note: false,
	about: [],
	smallest: 2,
	tried: 0,
	answered: 0,
	source,
	...rest
});
const facts = (told: Partial<Told>, careers: Career[] = []) =>
	factsFrom(careers)({ ...nothing, ...told }).map(({ fact }) => fact);

describe('work and studies', () => {
	it('at one company at the same time are shared, whatever its spelling, with their source', () => {
		const told = { ...nothing, posts: [post('Acme S.A.S.', '2001', '2006')] };
		expect(factsFrom([acme])(told)).toEqual([
			{
				fact: { kind: 'shared_employer', company: 'ACME', from: '2001', to: '2003' },
				source: { importId: 'two', file: 'book.vcf', line: 9 }
			}
		]);
	});

	it('where they work today and I once worked is a guess, and nothing more', () => {
		expect(facts({ company: 'Acme' }, [acme])).toEqual([
			{ kind: 'same_company', company: 'ACME', from: '1999', to: '2003', at: 'now' }
		]);
	});

	it('in two branches of one group is a guess, and nothing at other times or where I said they are two', () => {
		const branch = { ...acme, place: 'ACME France' };
		const group = { kind: 'same_company', company: 'ACME France', at: 'group' };
		const own = { from: '1999', to: '2003' };
		expect(facts({ posts: [post('Acme SAS', '2001', '2006')] }, [branch])).toEqual([
			{ ...group, theirs: 'Acme SAS', ...own }
		]);
		expect(facts({ company: 'Acme' }, [branch])).toEqual([{ ...group, theirs: 'Acme', ...own }]);
		expect(facts({ posts: [post('Acme', '2010', '2012')] }, [branch])).toEqual([]);
		const two = { one: 'acme', other: 'acme france', decision: 'apart' } as const;
		expect(factsFrom([branch], [two])({ ...nothing, company: 'Acme' })).toEqual([]);
		const one = { ...two, decision: 'same' } as const;
		expect(factsFrom([branch], [one])({ ...nothing, company: 'Acme' })).toMatchObject([
			{ fact: { at: 'now' } }
		]);
	});

	it('at one company at times unknown is a guess, at other times it is told so', () => {
		expect(facts({ posts: [post('ACME')] }, [acme])).toMatchObject([{ at: 'unknown' }]);
		expect(facts({ posts: [post('ACME', '2010', '2012')] }, [acme])).toEqual([
			{ kind: 'same_company', company: 'ACME', at: 'apart' }
		]);
	});

	it('is told once, the surest', () => {
		const told = { company: 'ACME', posts: [post('ACME', '2001', ''), post('ACME')] };
		expect(facts(told, [acme])).toEqual([
			{ kind: 'shared_employer', company: 'ACME', from: '2001', to: '2003' }
		]);
	});

	it('a school is shared by who studied there, not by who works there', () => {
		expect(facts({ posts: [post('Centrale', '1994', '1997', 'Student')] }, [school])).toEqual([
			{ kind: 'shared_school', school: 'Centrale', from: '1994', to: '1996' }
		]);
		expect(facts({ posts: [post('Centrale', '1994', '1997', 'Librarian')] }, [school])).toEqual([]);
	});

	it('a connection made while I was somewhere is told with that place', () => {
		const bull: Career = { ...acme, place: 'Bull', startedOn: '2003-05', endedOn: '' };
		const on = '2004-05-12';
		expect(facts({ connectedOn: on }, [acme, bull])).toEqual([
			{ kind: 'connected_while', on, place: 'Bull', doing: 'work' }
		]);
		expect(facts({ connectedOn: '2003-07-01' }, [acme])).toEqual([]);
		expect(facts({ connectedOn: on, company: 'Bull' }, [bull])).toMatchObject([
			{ kind: 'same_company' }
		]);
	});
});

describe('what was exchanged', () => {
	it('is counted both ways, with the first and the last', () => {
		const ways = [
			exchanged('linkedin_message', 'mine', { count: 3, first: '2004-01-02', last: '2011-02-03' }),
			exchanged('linkedin_message', 'theirs', { count: 2, first: '2003-01-02', last: '2010-02-03' })
		];
		expect(facts({ exchanges: ways })).toEqual([
			{
				kind: 'messages',
				count: 5,
				first: '2003-01-02',
				last: '2011-02-03',
				mine: 3,
				theirs: 2,
				lastFrom: 'mine',
				heard: '2010-02-03'
			}
		]);
	});

	it('does not say who wrote where the file does not', () => {
		expect(facts({ exchanges: [exchanged('email', null)] })).toEqual([
			{ kind: 'email', count: 1, first: '2010-02-03', last: '2010-02-03' }
		]);
	});

	it('a meeting of many is no meeting of two', () => {
		expect(facts({ exchanges: [exchanged('meeting', null, { smallest: 40 })] })).toMatchObject([
			{ kind: 'meeting', crowd: 40 }
		]);
		expect(
			facts({ exchanges: [exchanged('meeting', null, { smallest: 3 })] })[0]
		).not.toHaveProperty('crowd');
	});

	it('an invitation was accepted when a connection followed; of two that crossed, the later', () => {
		const theirs = exchanged('invitation', 'theirs', { last: '2015-01-02', note: true });
		const mine = exchanged('invitation', 'mine', { last: '2015-03-02' });
		expect(facts({ exchanges: [theirs] })).toEqual([
			{ kind: 'invitation', direction: 'theirs', on: '2015-01-02', accepted: false, note: true }
		]);
		expect(
			facts({ exchanges: [theirs, mine], connectedOn: '2015-03-04' }).map((fact) =>
				fact.kind === 'invitation' ? [fact.direction, fact.accepted] : []
			)
		).toEqual([
			['theirs', false],
			['mine', true]
		]);
	});

	it('recommendations and skills go each their way', () => {
		const ways = [
			exchanged('recommendation', 'theirs', { about: ['ACME'] }),
			exchanged('endorsement', 'mine', { about: ['Law', 'SQL'], count: 2 })
		];
		expect(facts({ exchanges: ways })).toEqual([
			{ kind: 'recommendation', direction: 'theirs', on: '2010-02-03', about: 'ACME' },
			{
				kind: 'endorsement',
				direction: 'mine',
				count: 2,
				last: '2010-02-03',
				skills: ['Law', 'SQL']
			}
		]);
	});
});

it('of nothing follows nothing', () => {
	expect(facts({}, [acme, school])).toEqual([]);
});

it('no date and no name is invented, whatever is told', () => {
	const date = fc.constantFrom('', '1999', '2001-04', '2003', '2010-12');
	const place = fc.constantFrom('ACME', 'Bull', 'Cobalt', 'acme sas');
	const career = fc.record({
		kind: fc.constantFrom('work' as const, 'study' as const),
		place,
		startedOn: date,
		endedOn: date,
		source: fc.constant(source)
	});
	const anyPost = fc.record({
		company: place,
		title: fc.constantFrom('', 'Student'),
		startedOn: date,
		endedOn: date,
		source: fc.constant(null)
	});
	const day = fc.constantFrom(null, '2002-05-12', '2011-01-01');
	fc.assert(
		fc.property(fc.array(career), fc.array(anyPost), place, day, (careers, posts, company, on) => {
			const told = { company, posts, connectedOn: on, exchanges: [] };
			const given = JSON.stringify([told, careers]);
			for (const { fact } of factsFrom(careers)(told))
				for (const [field, value] of Object.entries(fact))
					if (!['kind', 'at', 'doing'].includes(field)) expect(given).toContain(`"${value}"`);
		})
	);
});
