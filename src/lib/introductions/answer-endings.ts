import type { AnswerView } from '#lib/introductions/answer-view.server.ts';
import type { AnswerTyped } from '#lib/introductions/answer-form.ts';

/** The pages an answer can end on: /a/<token>/<ending>. */
export const endings = [
	'agreed',
	'later',
	'declined',
	'never',
	'someone-else',
	'too-late'
] as const;
export type Ending = (typeof endings)[number];

type Standing = Pick<AnswerView, 'state' | 'answeredBy' | 'neverAgain'>;

/** Where an ask stands for its target; null while the question is open and no answer was given. */
export function endingOf({ state, answeredBy, neverAgain }: Standing): Ending | null {
	if (['introduced', 'met', 'closed', 'thanked'].includes(state)) return 'too-late';
	if (answeredBy !== 'target') return null;
	switch (state) {
		case 'agreed':
			return 'agreed';
		case 'postponed':
			return 'later';
		case 'declined':
			return neverAgain ? 'never' : 'declined';
		case 'redirected':
			return 'someone-else';
		default:
			return null;
	}
}

/** The form as it should stand when it is opened: blank, or with the answer given so far. */
export function typedFrom(view: AnswerView): AnswerTyped {
	const ending = endingOf(view);
	const { askedAt } = view;
	// What is only hinted at cannot be filled in again.
	const details = view.askedBy === 'mail' ? view.details : {};
	const sameEmail = details.email !== undefined && details.email === askedAt;
	return {
		answer: ending ? answerOf[ending] : '',
		sameEmail,
		email: sameEmail ? '' : (details.email ?? ''),
		phone: details.phone ?? '',
		word: ending === 'agreed' ? view.answerWord : '',
		when: ending === 'later' ? 'date' : '',
		date: view.postponedUntil ?? '',
		name: view.suggested?.name ?? '',
		about: view.suggested?.about ?? '',
		redirectWord: ending === 'someone-else' ? view.answerWord : ''
	};
}

const answerOf = {
	agreed: 'agree',
	later: 'postpone',
	declined: 'decline',
	never: 'never',
	'someone-else': 'redirect',
	'too-late': ''
} satisfies Record<Ending, AnswerTyped['answer']>;
