import { error } from '@sveltejs/kit';
import { companyHelp } from '#lib/network/company-help.server.ts';
import { findAnswer } from '#lib/network/find.server.ts';
import { isId } from '#lib/people/book.ts';
import { findingOf } from '../finding-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!isId(params.id)) error(404);
	const finding = await findingOf(locals, [params.id]);
	const found = await findAnswer(finding, params.id);
	if (!found) error(404);
	const { answer, company } = found;
	const help = answer.best ? null : await companyHelp(finding.db, finding.actor, company);
	return { answer, help };
};
