import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { companiesOf, type CompanyDecision } from '#lib/people/company-groups.ts';
import type { CompanyMention } from '#lib/people/company-units.ts';

const mention = (name: string, contacts = 1, ...domains: string[]): CompanyMention => ({
	name,
	contacts,
	domains
});
const groups = (mentions: CompanyMention[], decisions: CompanyDecision[] = []) =>
	companiesOf(mentions, decisions).map(({ spellings }) => spellings.map(({ name }) => name));
const why = (one: CompanyMention, other: CompanyMention) =>
	companiesOf([one, other])[0]?.spellings[1]?.joined?.why;

test.each([
	['ACME', 'Acme SAS', 'name'],
	['Acme', 'The Acme Group', 'name'],
	['Acme SAS', 'ACME France', 'branch'],
	['Acme France', 'Acme Deutschland', 'branch'],
	['Fjord Conseil', 'FjordConseil', 'spacing'],
	['Entremont Logistique', 'Entremnot Logistique', 'typing'],
	['Steinmarkt', 'Steinnmarkt', 'typing'],
	['International Basket Makers (IBM)', 'IBM', 'initials']
])('%j and %j are one company, by %s', (one, other, reason) => {
	expect(why(mention(one), mention(other))).toBe(reason);
});

test.each([
	['Orange', 'Orange Bank'],
	['BNP Paribas', 'BNP Paribas Asset Management'],
	['Air France', 'Air Liguria'],
	['Radio France', 'Radio'],
	['Delta', 'Delta International'],
	['CCI France', 'CCI International'],
	['Université Paris 1', 'Université Paris 2'],
	['Group 4', 'Group 5'],
	['INSA Lyon', 'INSA Toulouse'],
	['International Basket Makers', 'IBM'],
	['Dupond & Fils', 'Dupont & Fils'],
	['Cabinet Chevalier', 'Cabinet Chevallier'],
	['Martinet Conseil', 'Martinez Conseil'],
	['Biothermal', 'Biothermol'],
	['Morvan Transports', 'Morvan Transport International'],
	['Nantelec 44', 'Nantelec 49'],
	['Steinmarkt', 'Steinmark'],
	['Hôpitaux de Trévise', 'Hôpital de Trévise']
])('%j and %j are two', (one, other) => {
	expect(groups([mention(one), mention(other)])).toHaveLength(2);
});

describe('a domain', () => {
	it('of both makes initials and nearly the same words sure', () => {
		const domain = 'ibm.example.com';
		const [short, long] = [
			mention('IBM', 3, domain),
			mention('International Basket Makers', 2, domain)
		];
		expect(why(short, long)).toBe('initials');
		const name = 'ravelmartin.example.net';
		expect(why(mention('Ravel Martin', 1, name), mention('Martin Ravel', 1, name))).toBe('domain');
	});

	it('does not make a subsidiary the same', () => {
		const domain = 'orange.example.com';
		expect(groups([mention('Orange', 9, domain), mention('Orange Bank', 2, domain)])).toHaveLength(
			2
		);
	});

	it('where anybody has an address, or that many companies write from, shows nothing', () => {
		expect(
			groups([mention('IBM', 1, 'gmx.net'), mention('International Basket Makers', 1, 'gmx.net')])
		).toHaveLength(2);
		const host = 'alumni.example.org';
		const others = ['Ponant', 'Helvion', 'Volund'].map((name) => mention(name, 1, host));
		const two = [mention('IBM', 1, host), mention('International Basket Makers', 1, host)];
		expect(groups([...two, ...others])).toHaveLength(5);
	});

	it('that differs is against a typing error', () => {
		const one = mention('Steinmarkt', 5, 'steinmarkt.example.com');
		expect(groups([one, mention('Steinnmarkt', 1, 'steinnmarkt.example.org')])).toHaveLength(2);
	});
});

it('initials that two names may have are nobody’s', () => {
	const names = ['Union des Verriers Artisans (UVA)', 'Usines Valoises Associées', 'UVA'];
	expect(groups(names.map((name) => mention(name)))).toHaveLength(3);
});

it('what many write is meant and no typing error', () => {
	expect(groups([mention('Broceliance', 5), mention('Broceilance', 4)])).toHaveLength(2);
});

it('typing errors do not chain to a name that nobody would mistake', () => {
	const names = ['Broceliance', 'Broceliannce', 'Brocelliannce'].map((name) => mention(name));
	expect(groups(names)).toHaveLength(2);
});

it('is shown by the whole and what most contacts call it, with everybody counted', () => {
	const mentions = [mention('ACME', 2), mention('Acme France SAS', 9), mention('Acme SAS', 4)];
	const [acme] = companiesOf([...mentions, mention('acme', 3)]);
	expect(acme).toMatchObject({ name: 'acme', contacts: 18 });
	expect(acme?.spellings.map(({ name, written, joined }) => [name, written, joined?.why])).toEqual([
		['acme', ['ACME', 'acme'], undefined],
		['Acme SAS', ['Acme SAS'], 'name'],
		['Acme France SAS', ['Acme France SAS'], 'branch']
	]);
});

describe('what the owner decided', () => {
	const three = [mention('Acme', 3), mention('Acme SAS', 2), mention('Acme France')];

	it('keeps a spelling apart, also through a third', () => {
		const apart: CompanyDecision[] = [
			{ one: 'Acme', other: 'ACME France', decision: 'apart' },
			{ one: 'acme sas', other: 'Acme France', decision: 'apart' }
		];
		expect(groups([...three, mention('ACME SA', 9)], apart)).toEqual([
			['Acme', 'ACME SA', 'Acme SAS'],
			['Acme France']
		]);
	});

	it('joins what nobody could have known', () => {
		const same: CompanyDecision[] = [{ one: 'Menhir', other: 'acme', decision: 'same' }];
		expect(groups([...three, mention('Menhir')], same)).toHaveLength(1);
		expect(groups([...three, mention('Menhir')])).toHaveLength(2);
	});
});

function sum(counts: readonly { contacts: number }[]): number {
	return counts.reduce((total, { contacts }) => total + contacts, 0);
}

describe('any names', () => {
	const word = fc.constantFrom(
		...'Acme Delta Broceliance Broceilance Brocelance Conseil Conseils SAS France Europe Bank UVA Group'.split(
			' '
		),
		...'Union Verriers Artisans 1 2'.split(' ')
	);
	const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
	const mentions = fc.array(
		fc.record({
			name,
			contacts: fc.integer({ min: 1, max: 5 }),
			domains: fc.subarray(['a.example.com', 'b.example.com'])
		}),
		{ maxLength: 30 }
	);
	const decisions = fc.array(
		fc.record({
			one: name,
			other: name,
			decision: fc.constantFrom('same' as const, 'apart' as const)
		}),
		{ maxLength: 4 }
	);

	it('are grouped the same in whatever order they come', () => {
		fc.assert(
			fc.property(mentions, decisions, fc.nat(), (all, decided, turn) => {
				const turned = [...all.slice(turn % 7), ...all.slice(0, turn % 7)].toReversed();
				expect(companiesOf(turned, decided.toReversed())).toEqual(companiesOf(all, decided));
			})
		);
	});

	it('are each in one group, with all their contacts', () => {
		fc.assert(
			fc.property(mentions, (all) => {
				const found = companiesOf(all);
				const written = found.flatMap(({ spellings }) => spellings.flatMap((one) => one.written));
				expect(written.toSorted()).toEqual([...new Set(all.map((one) => one.name))].toSorted());
				expect(sum(found)).toBe(sum(all));
			})
		);
	});

	it('that are kept apart are never in one group', () => {
		fc.assert(
			fc.property(mentions, decisions, (all, decided) => {
				const found = companiesOf(all, decided);
				const groupOf = (one: string) =>
					found.findIndex(({ spellings }) =>
						spellings.some(({ written }) => written.includes(one))
					);
				for (const { one, other, decision } of decided)
					if (decision === 'apart' && one !== other && groupOf(one) >= 0)
						expect(groupOf(one)).not.toBe(groupOf(other));
			})
		);
	});
});
