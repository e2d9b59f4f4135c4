import { sayList } from '#lib/i18n/lists.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { type Goal, goals } from '#lib/introductions/judge-peace.ts';

const names: Record<Goal, () => string> = {
	job: m.peace_goal_job,
	client: m.peace_goal_client,
	investor: m.peace_goal_investor,
	other: m.peace_goal_other
};
const phrases: Record<Goal, () => string> = {
	job: m.peace_a_job,
	client: m.peace_a_client,
	investor: m.peace_an_investor,
	other: m.peace_another
};

/** The goals to choose from, in the reader's language. */
export function goalOptions(): { value: Goal; label: string }[] {
	return goals.map((value) => ({ value, label: names[value]() }));
}

/** A goal inside a sentence: "a job". */
export function sayGoal(goal: Goal): string {
	return phrases[goal]();
}

/** "a job, a client and an investor". */
export function sayGoals(some: readonly Goal[], locale: Locale): string {
	return sayList(some.map(sayGoal), locale);
}
