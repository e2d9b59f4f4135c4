/** Who stands at a door. A link holder is a different actor from a member, even for the same person. */
export type Actor = Member | ConnectorLink | TargetLink | System | Stranger;

export interface Member {
	kind: 'member';
	communityId: string;
	memberId: string;
	role: 'owner' | 'administrator' | 'adviser' | 'member';
}
/** Holds the private link of one request: the connector without an account. */
export interface ConnectorLink {
	kind: 'connector_link';
	communityId: string;
	requestId: string;
}
/** Holds the private link of one introduction: its target. */
export interface TargetLink {
	kind: 'target_link';
	communityId: string;
	introductionId: string;
}
/** Timers and jobs of the application itself. */
export interface System {
	kind: 'system';
}
export interface Stranger {
	kind: 'stranger';
}

export const stranger: Stranger = { kind: 'stranger' };
export const system: System = { kind: 'system' };
