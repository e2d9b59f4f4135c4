import type { RefusalReason } from '#lib/importers/record.ts';

/** Rows that are left out on purpose: nobody is in them whom the member knows. */
export const leftOutReasons: readonly RefusalReason[] = [
	'mailing_list',
	'no_reply',
	'draft',
	'unwanted',
	'cancelled',
	'to_come',
	'nobody_named'
];

/** Whether a row was left out on purpose, rather than refused for something that is wrong with it. */
export function isLeftOut(reason: string): boolean {
	return leftOutReasons.some((one) => one === reason);
}
