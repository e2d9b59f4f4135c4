import { error } from '@sveltejs/kit';
import { companyHelp } from '#lib/network/company-help.server.ts';
import { candidateById } from '#lib/network/find-candidates.server.ts';
import { findAnswer } from '#lib/network/find.server.ts';
import { isId } from '#lib/people/book.ts';
import { findingOf } from '../finding-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!isId(params.id)) error(404);
	const { prepared } = locals.app;
	const [finding, candidate] = await Promise.all([
		findingOf(locals, [params.id]),
		candidateById(prepared, locals.actor, params.id)
	]);
	if (!candidate) error(404);
	const answer = await findAnswer(finding, candidate);
	const help = answer.best ? null : await companyHelp(prepared, finding.actor, candidate.company);
	return { answer, help };
};
