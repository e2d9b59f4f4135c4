import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/db/schema.ts';
import type { Fact } from '#lib/i18n/evidence-sentence.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { lastExchange, longAgo } from '#lib/introductions/faint.ts';
import type { RevivalFacts } from '#lib/introductions/letters/revival-letter.ts';
import type { Voice } from '#lib/introductions/letters/voice.ts';
import { readWriter } from '#lib/introductions/load-request.server.ts';
import { known } from '#lib/introductions/propose.server.ts';
import { tiesTo } from '#lib/network/ties.server.ts';
import type { TieStrength } from '#lib/network/tie-strength.ts';
import { strengthsOf } from '#lib/network/tie-strengths.server.ts';
import { type ContactSheet, readContact } from '#lib/people/contact-read.server.ts';

/** What a member needs in order to write again to somebody they know. */
export interface Revival {
	contact: { id: string; name: string; email: string; phone: string; profile: string };
	tie: Fact[];
	strength: TieStrength;
	/** What the letter is made from, but for the choices of the writer. */
	facts: Omit<RevivalFacts, 'voice' | 'known' | 'small'> & { known: Record<Locale, string> };
	/** The voice that suits the tie, as far as it is noted. */
	voice: Voice;
}

/** A contact of this member's to write to; null when there is none, or when it is somebody else's. */
export async function readRevival(
	db: Kysely<Database>,
	actor: Actor,
	contactId: string,
	now: Date
): Promise<Revival | null> {
	const contact = await readContact(db, actor, contactId);
	if (!contact || actor.kind !== 'member') return null;
	const writer = await readWriter(db, actor.communityId, actor.memberId);
	const ties = await tiesTo(db, actor, [contact]);
	const tie = ties.get(contact.id) ?? [];
	const strength = (await strengthsOf(db, actor, ties, now)).get(contact.id);
	if (!strength) return null;
	const last = lastExchange(tie);
	return {
		contact: { id: contact.id, name: contact.fullName, ...waysTo(contact) },
		tie,
		strength,
		facts: {
			writer: { name: writer.name, about: writer.headline },
			contact: { name: contact.fullName, about: contact.company },
			known: { fr: bond(tie, 'fr'), en: bond(tie, 'en') },
			lastExchange: last,
			silent: last ? longAgo(last, now) : tie.some(isPast)
		},
		voice: { locale: contact.locale ?? writer.locale, register: contact.register ?? 'vous' }
	};
}

/** A time they shared, or how they met; counts of meetings only for want of better. */
function bond(tie: Fact[], locale: Locale): string {
	return (
		known(
			tie.filter(({ kind }) => kind !== 'meeting'),
			locale
		) || known(tie, locale)
	);
}

/** Without a dated exchange, a time that was shared and is over tells of a silence. */
function isPast(fact: Fact): boolean {
	return (fact.kind === 'shared_employer' || fact.kind === 'shared_school') && Boolean(fact.to);
}

function waysTo({ details }: ContactSheet) {
	const first = (kind: 'email' | 'phone' | 'profile') =>
		details.find((one) => one.kind === kind)?.normalised ?? '';
	return { email: first('email'), phone: first('phone'), profile: first('profile') };
}
