import type { AnswerView } from '#lib/introductions/answer-view.server.ts';
import { firstName } from '#lib/introductions/letters/voice.ts';

/** The three people of an answer page, as its sentences name them. */
export interface AnswerNames {
	/** By first name: the page speaks to this person. */
	target: string;
	requester: string;
	connector: string;
}

/** First names, except where two would be the same: then whole names. */
export function answerNames(view: Pick<AnswerView, 'requester' | 'connector' | 'target'>) {
	const requester = firstName(view.requester.name);
	const connector = firstName(view.connector.name);
	const same = requester === connector;
	return {
		target: firstName(view.target.name),
		requester: same ? view.requester.name : requester,
		connector: same ? view.connector.name : connector
	};
}
