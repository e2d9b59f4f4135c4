import type { NotedTie } from '#lib/network/community-graph.ts';

/** A connector whom a member noted, for that member alone. */
export interface NotedConnector {
	node: number;
	owner: number;
	connector: number;
	/** To whom the connector leads. */
	ties: readonly NotedTie[];
}

/** One for each owner and connector, in the order of the ties, from this node on. */
export function notedConnectors(noted: readonly NotedTie[], first: number): NotedConnector[] {
	const byConnector = Map.groupBy(noted, ({ owner, connector }) => `${owner} ${connector}`);
	return [...byConnector.values()].flatMap((ties, at) => {
		const [tie] = ties;
		return tie ? [{ node: first + at, owner: tie.owner, connector: tie.connector, ties }] : [];
	});
}
