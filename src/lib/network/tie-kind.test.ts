import { describe, expect, it } from 'vitest';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import { tieKind } from '#lib/network/tie-kind.ts';

const colleagues: Fact = { kind: 'shared_employer', company: 'ACME', from: '1999', to: '2003' };
const letters: Fact = { kind: 'email', count: 9, mine: 4, theirs: 5 };

describe('the kind of a tie, as others are told', () => {
	it('is what says most', () => {
		expect(tieKind([letters, colleagues])).toBe('colleagues');
		expect(tieKind([letters])).toBe('writing');
		expect(tieKind([colleagues, { kind: 'declared', closeness: 'close' }])).toBe('close');
		expect(tieKind([{ kind: 'meeting', count: 2 }])).toBe('met');
	});

	it('says nothing of what is guessed, one-sided, distant or another’s affair', () => {
		const silent: Fact[] = [
			{ kind: 'none' },
			{ kind: 'same_company', company: 'ACME', at: 'now' },
			{ kind: 'connected_while', on: '2011-01-01', place: 'ACME', doing: 'work' },
			{ kind: 'email', count: 9, mine: 9, theirs: 0 },
			{ kind: 'meeting', count: 2, crowd: 40 },
			{ kind: 'declared', closeness: 'distant', how: 'secret' },
			{ kind: 'declared', closeness: 'forgotten' },
			{ kind: 'introduction', part: 'target', names: ['Paul'], done: true },
			{ kind: 'invitation', direction: 'mine', accepted: false, note: true }
		];
		for (const fact of silent) expect(tieKind([fact]), fact.kind).toBe('known');
		expect(tieKind(silent)).toBe('known');
	});
});
