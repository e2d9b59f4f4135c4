import { describe, expect, it } from 'vitest';
import type { MatchRecord } from '#lib/matching/match-record.ts';
import { type Matching, pairsWithin } from '#lib/matching/pairs-within.ts';
import { pairsOf } from '#lib/matching/pairs-of.ts';

const families =
	`Aubertin Bernardin Chauveau Delaunoy Escoubet Fauvelle Garancher Hurtebise Jacquemard
Kerbrat Lachambre Malherbet Noirtin Ollivaud Pelletan Rousselin Sauvignac Vasselin`.split(/\s+/);
const givens = `Camille Margaux Aurélie Delphine Julien Thibault Antoine Romain Olivier Yann`.split(
	' '
);

/** People of a book who have nothing to do with each other. */
const strangers: MatchRecord[] = families.flatMap((familyName, one) =>
	givens.map((givenName, other) => ({
		id: `s${one}-${other}`,
		givenName,
		familyName,
		companies: [`Company ${(one * 7 + other * 3) % 40}`],
		emails: [`${givenName.toLowerCase().charAt(0)}${one}${other}@example.com`]
	}))
);

function areOne({ personOf }: Matching, one: string, other: string): boolean {
	return personOf.get(one) === personOf.get(other);
}

function matched(...records: MatchRecord[]): Matching {
	return pairsWithin([...strangers, ...records]);
}

describe('two records are one person', () => {
	it.each<[string, Omit<MatchRecord, 'id'>, Omit<MatchRecord, 'id'>]>([
		[
			'with one rare name in another order and capitals, and the same e-mail',
			{ fullName: 'YVON Pierre (MBA)', emails: ['pierre.yvon@example.org'] },
			{ givenName: 'Pierre', familyName: 'Yvon', emails: ['Pierre.Yvon@example.org'] }
		],
		[
			'with a diminutive and the same phone, written in two ways',
			{ fullName: 'Kathy Quémener', phones: ['06 39 98 00 01'], country: 'FR' },
			{ fullName: 'Catherine Quémener', phones: ['+33 6 39 98 00 01'] }
		],
		[
			'with a maiden name and the same profile',
			{
				givenName: 'Anne',
				familyName: 'Quémener',
				maidenName: 'Carpentras',
				profile: 'linkedin.com/in/aq'
			},
			{ givenName: 'Anne', familyName: 'Carpentras', profile: 'https://www.linkedin.com/in/aq/' }
		],
		[
			'when an address alone spells the name, and is that of the company',
			{ emails: ['pierre.vauquelin@valmonde.example.com'] },
			{ fullName: 'Pierre Vauquelin', companies: ['Valmonde SAS'] }
		]
	])('%s', (_, one, other) => {
		const matching = matched({ id: 'one', ...one }, { id: 'other', ...other });
		expect(areOne(matching, 'one', 'other')).toBe(true);
		expect(matching.pairs.find(({ a, b }) => a === 'one' && b === 'other')?.zone).toBe('joined');
	});
});

it('somebody is one person whom a hundred books know', () => {
	const known = Array.from({ length: 100 }, (_, at) => ({
		id: `known${at}`,
		fullName: at % 3 === 0 ? 'VAUQUELIN Solène' : 'Solène Vauquelin',
		emails: ['solene.vauquelin@example.org']
	}));
	const { personOf } = pairsWithin([...strangers, ...known]);
	expect(new Set(known.map(({ id }) => personOf.get(id))).size).toBe(1);
});

describe('two records are two people', () => {
	it.each<[string, Omit<MatchRecord, 'id'>, Omit<MatchRecord, 'id'>]>([
		[
			'with two profiles, whatever else they share',
			{ fullName: 'Yann Vauquelin', companies: ['Valmonde'], profile: 'linkedin.com/in/yv1' },
			{ fullName: 'Yann Vauquelin', companies: ['Valmonde'], profile: 'linkedin.com/in/yv2' }
		],
		[
			'of one family under one roof with one phone',
			{
				givenName: 'Odile',
				familyName: 'Vauquelin',
				street: '3 rue Basse',
				phones: ['+33639980002']
			},
			{
				givenName: 'Gaspard',
				familyName: 'Vauquelin',
				street: '3 rue Basse',
				phones: ['+33639980002']
			}
		],
		[
			'at one switchboard',
			{ fullName: 'Odile Vauquelin', companies: ['Valmonde'], phones: ['+33639980003'] },
			{ fullName: 'Gaspard Bonnefont', companies: ['Valmonde'], phones: ['+33639980003'] }
		]
	])('%s', (_, one, other) => {
		const matching = matched({ id: 'one', ...one }, { id: 'other', ...other });
		expect(areOne(matching, 'one', 'other')).toBe(false);
	});

	it('when somebody said so, even if a third is like both', () => {
		const same = { fullName: 'Ambroise Vauquelin', emails: ['ambroise@example.org'] };
		const records = ['one', 'other', 'third'].map((id) => ({ id, ...same }));
		expect(areOne(matched(...records), 'one', 'other')).toBe(true);
		const apart = [['one', 'other']] as const;
		expect(areOne(pairsWithin([...strangers, ...records], { apart }), 'one', 'other')).toBe(false);
	});
});

describe('a pair', () => {
	const { pairs, learnt } = matched(
		{
			id: 'one',
			fullName: 'Pierre Vauquelin',
			companies: ['Valmonde'],
			emails: ['pv@example.org']
		},
		{ id: 'other', fullName: 'Pierre Vauquelin', companies: ['Forges'], emails: ['pv@example.org'] }
	);
	const pair = pairs.find(({ a, b }) => a === 'one' && b === 'other');

	it('has its reasons, the strongest first, for and against', () => {
		const told = pair?.reasons.map(({ field, level }) => `${field} ${level}`);
		expect(told?.slice(0, 2).toSorted()).toEqual(['email exact', 'familyName exact']);
		expect(pair?.reasons.find(({ field }) => field === 'company')).toMatchObject({
			level: 'different'
		});
		expect(pair?.reasons.every(({ weight }) => Number.isFinite(weight))).toBe(true);
	});

	it('is weighed by how rare the name is', () => {
		const records = [
			...strangers,
			...givens.map((givenName, at) => ({ id: `m${at}`, givenName, familyName: 'Martin' })),
			...['rare', 'Martin'].flatMap((name) =>
				[1, 2].map((at) => ({
					id: `${name}${at}`,
					givenName: 'Solène',
					familyName: name === 'rare' ? 'Thévenard' : name
				}))
			)
		];
		const { pairs } = pairsWithin(records, { thresholds: { joined: 0.6, asked: 0.0001 } });
		const weightOf = (id: string) =>
			pairs
				.find(({ a, b }) => a === `${id}1` && b === `${id}2`)
				?.reasons.find(({ field }) => field === 'familyName')?.weight ?? 0;
		expect(weightOf('rare')).toBeGreaterThan(weightOf('Martin') + 2);
	});

	it('is weighed the same later, when one of the two comes alone', () => {
		const [found] = pairsOf(
			{ id: 'new', fullName: 'Pierre Vauquelin', emails: ['pv@example.org'] },
			[
				{ id: 'one', fullName: 'Pierre Vauquelin', emails: ['pv@example.org'] },
				...strangers.slice(9, 19)
			],
			learnt
		);
		expect(found).toMatchObject({ a: 'new', b: 'one', zone: 'joined' });
		expect(pairsOf({ id: 'new', fullName: 'Paul' }, strangers, learnt)).toEqual([]);
	});
});

it('nobody is one person with nobody', () => {
	expect(pairsWithin([]).pairs).toEqual([]);
	expect(pairsWithin([{ id: 'alone' }]).personOf).toEqual(new Map([['alone', 'alone']]));
	expect(pairsWithin([{ id: 'a' }, { id: 'b' }]).pairs).toEqual([]);
});
