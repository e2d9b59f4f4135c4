import type { Actor } from '#lib/access/actor.ts';

/** The parts one can play in an introduction. */
export type Part = 'requester' | 'connector' | 'target' | 'system';

/** What decides who plays which part; ids only. */
export interface Cast {
	communityId: string;
	requestId: string;
	introductionId: string;
	requesterId: string;
	connectorMemberId: string | null;
	/** A draft is the requester's alone, even from the connector it names. */
	sent: boolean;
}

/** The part an actor plays in this introduction, or null: nobody else has any. */
export function partOf(actor: Actor, cast: Cast): Part | null {
	if (actor.kind === 'system') return 'system';
	if (actor.kind === 'stranger' || actor.communityId !== cast.communityId) return null;
	switch (actor.kind) {
		case 'member':
			if (actor.memberId === cast.requesterId) return 'requester';
			return cast.sent && actor.memberId === cast.connectorMemberId ? 'connector' : null;
		case 'connector_link':
			return cast.sent && actor.requestId === cast.requestId ? 'connector' : null;
		case 'target_link':
			return cast.sent && actor.introductionId === cast.introductionId ? 'target' : null;
		default:
			return null;
	}
}
