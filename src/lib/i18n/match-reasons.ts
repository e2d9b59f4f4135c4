import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** One thing that speaks for or against two contacts being one person; see matching/match-reason. */
export interface SaidReason {
	field: string;
	level: 'different' | 'faint' | 'close' | 'alias' | 'exact';
	/** In bits; above 0 for one person. */
	weight: number;
}

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;
type Words = { exact?: Say; near?: Say; different?: Say; rare?: Say };

/** From so many bits on, a name is rare: one in five hundred has it. */
const rareBits = 9;

const words: Record<string, Words> = {
	givenName: {
		exact: m.matching_reason_given,
		near: m.matching_reason_given_near,
		different: m.matching_reason_given_different
	},
	familyName: {
		exact: m.matching_reason_family,
		rare: m.matching_reason_family_rare,
		near: m.matching_reason_family_near,
		different: m.matching_reason_family_different
	},
	order: { different: m.matching_reason_order },
	spelling: { exact: m.matching_reason_spelling },
	email: { exact: m.matching_reason_email, near: m.matching_reason_email_near },
	phone: { exact: m.matching_reason_phone, near: m.matching_reason_phone_near },
	profile: { exact: m.matching_reason_profile },
	company: {
		exact: m.matching_reason_company,
		near: m.matching_reason_company_near,
		different: m.matching_reason_company_different
	},
	position: {
		exact: m.matching_reason_position,
		near: m.matching_reason_position_near,
		different: m.matching_reason_position_different
	}
};

/** What speaks for one person and what against it, in words, the strongest first. */
export function sayReasons(
	reasons: readonly SaidReason[],
	locale: Locale
): { for: string[]; against: string[] } {
	const said: { for: string[]; against: string[] } = { for: [], against: [] };
	const sameName = isWhole(reasons);
	if (sameName)
		said.for.push(
			sameName === 'rare'
				? m.matching_reason_name_rare({}, { locale })
				: m.matching_reason_name({}, { locale })
		);
	for (const reason of reasons) {
		if (sameName && (reason.field === 'givenName' || reason.field === 'familyName')) continue;
		const say = sayOf(reason);
		if (say) (reason.weight < 0 ? said.against : said.for).push(say({}, { locale }));
	}
	return said;
}

/** What speaks for it as one phrase. */
export function sayWhy(reasons: readonly SaidReason[], locale: Locale): string {
	return sayReasons(reasons, locale).for.join(' · ');
}

function sayOf({ field, level, weight }: SaidReason): Say | undefined {
	const known = words[field];
	if (level === 'different') return known?.different;
	if (level === 'exact') return (weight >= rareBits ? known?.rare : undefined) ?? known?.exact;
	return known?.near;
}

/** Given and family name the same: said in one. */
function isWhole(reasons: readonly SaidReason[]): 'rare' | 'common' | undefined {
	const exact = (field: string) =>
		reasons.find((one) => one.field === field && one.level === 'exact');
	const family = exact('familyName');
	if (!family || !exact('givenName')) return undefined;
	return family.weight >= rareBits ? 'rare' : 'common';
}
