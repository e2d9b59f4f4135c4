import type {
	EndorsementRecord,
	InvitationRecord,
	MeetingRecord,
	MessageRecord,
	RecommendationRecord,
	Somebody
} from '#lib/importers/record.ts';
import { isOwn, keysOf, type OwnKeys } from '#lib/importers/whoever.ts';

/** Records of something between the member and somebody. */
export type ExchangeRecord =
	MessageRecord | MeetingRecord | InvitationRecord | EndorsementRecord | RecommendationRecord;

/** What one record tells of the member and one other person. */
export interface ToldExchange {
	/** See keysOf: the surest. */
	correspondent: string;
	somebody: Somebody;
	kind: 'linkedin_message' | 'email' | 'meeting' | 'invitation' | 'endorsement' | 'recommendation';
	direction: 'theirs' | 'mine' | null;
	happenedOn: string | null;
	/** How many took part, the member among them. */
	size: number;
	note: boolean;
	about: string;
	/** The same for the same thing in any file; to be hashed, for it names people. */
	said: string;
}

type Told = Omit<ToldExchange, 'correspondent' | 'somebody'>;

/** What a record tells of the member and each other person in it; nothing where nobody else is in it. */
export function toldExchanges(record: ExchangeRecord, own: OwnKeys): ToldExchange[] {
	switch (record.kind) {
		case 'message':
			return message(record, own);
		case 'meeting':
			return meeting(record, own);
		case 'invitation':
			return one(record.direction === 'theirs' ? record.from : record.to, {
				...dated(record.on, record.direction),
				kind: 'invitation',
				note: record.note
			});
		case 'endorsement':
			return one(record.person, {
				...dated(record.on, record.direction),
				kind: 'endorsement',
				about: record.skill
			});
		case 'recommendation':
			return one(record.person, {
				...dated(record.on, record.direction),
				kind: 'recommendation',
				about: record.company ?? ''
			});
	}
}

/** A message to several is one with each of them; of a message to the member, only its sender's. */
function message(record: MessageRecord, own: OwnKeys): ToldExchange[] {
	const { from, to, sentAt, thread, via } = record;
	const others = to.filter((somebody) => !isOwn(somebody, own));
	const mine = record.direction === 'mine' || (from !== undefined && isOwn(from, own));
	const people = mine || !from ? others : [from];
	const sender = from ? keysOf(from)[0] : '';
	return people.flatMap((somebody) =>
		one(somebody, {
			...dated(sentAt?.slice(0, 10), mine ? 'mine' : from ? 'theirs' : (record.direction ?? null)),
			kind: via === 'email' ? 'email' : 'linkedin_message',
			size: to.length + 1,
			said: record.key ?? [sentAt ?? '', thread, sender].join('\n')
		})
	);
}

function meeting({ people, startsAt, size, key }: MeetingRecord, own: OwnKeys): ToldExchange[] {
	return people
		.filter((somebody) => !isOwn(somebody, own))
		.flatMap((somebody) =>
			one(somebody, {
				...dated(startsAt.slice(0, 10), null),
				kind: 'meeting',
				size,
				said: key ?? startsAt
			})
		);
}

function dated(on: string | undefined, direction: Told['direction']) {
	return { happenedOn: on ?? null, direction, size: 2, note: false, about: '' };
}

function one(somebody: Somebody, told: Omit<Told, 'said'> & { said?: string }): ToldExchange[] {
	const [correspondent] = keysOf(somebody);
	if (correspondent === undefined) return [];
	const { kind, direction, happenedOn, about } = told;
	const said = [kind, told.said ?? [direction, happenedOn, about].join('\n')].join('\n');
	return [{ ...told, correspondent, somebody, said }];
}
