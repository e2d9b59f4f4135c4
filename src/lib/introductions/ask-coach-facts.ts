import type { Facts } from '#lib/coach/judgement.ts';
import { withChosen } from '#lib/introductions/ask-proposal.ts';
import type { ConnectorIntroduction } from '#lib/introductions/connector-view.server.ts';

type Closeness = NonNullable<ConnectorIntroduction['recalled'][number]['closeness']>;

/** What a declared closeness is worth as the strength of a tie, 0..1. */
const strengthOf: Record<Closeness, number> = {
	close: 0.9,
	good: 0.6,
	distant: 0.3,
	forgotten: 0.1
};

/**
 * What the coach may know of an ask beside its text: the target's place in the connector's own
 * book. Without a book, or with none of that name in it, nothing is said either way.
 */
export function askCoachFacts(introduction: ConnectorIntroduction, who: string): Facts {
	const [own] = withChosen(introduction, who).recalled;
	const { closeness } = own ?? {};
	return {
		writerReachable: true,
		...(own && { targetInNetwork: true }),
		...(closeness && { tieStrength: strengthOf[closeness] })
	};
}
