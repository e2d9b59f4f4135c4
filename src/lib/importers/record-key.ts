import type { ImportRecord, Somebody } from '#lib/importers/record.ts';
import type { ExchangeRecord } from '#lib/importers/told-exchange.ts';

type OwnRecord = Extract<
	ImportRecord,
	{ kind: 'position' | 'education' | 'profile' | 'own_email' }
>;

/** The same for the same exchange, told by whichever row of whichever file. */
export function exchangeKey(record: ExchangeRecord): string {
	switch (record.kind) {
		case 'message': {
			const { via, key, sentAt, thread, from } = record;
			return key === undefined
				? said('message', via, sentAt, thread, from && surest(from))
				: said('message', via, key);
		}
		case 'meeting':
			return said('meeting', record.startsAt, ...record.people.map(surest).toSorted());
		case 'invitation': {
			const { direction, from, to, on } = record;
			return said('invitation', direction, surest(from), surest(to), on);
		}
		case 'endorsement':
			return said('endorsement', record.direction, surest(record.person), record.skill, record.on);
		case 'recommendation': {
			const { direction, person, company, on } = record;
			return said('recommendation', direction, surest(person), company, on);
		}
	}
}

/** The same for the same thing about the member. */
export function ownKey(record: OwnRecord): string {
	const { line: _line, unread: _unread, ...what } = record;
	return JSON.stringify(what);
}

function surest({ email, profile, fullName }: Somebody): string {
	return email ?? profile ?? fullName;
}

function said(...parts: (string | undefined)[]): string {
	return parts.join('\n');
}
