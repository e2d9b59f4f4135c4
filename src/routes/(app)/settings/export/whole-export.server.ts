import type { Kysely } from 'kysely';
import { exportAccount } from '#lib/communities/export-account.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { exportCorrespondence } from './correspondence.server.ts';

/** Everything held about an account, in every community, as one JSON file. */
export async function wholeExport(db: Kysely<Database>, userId: string): Promise<Response> {
	const { account, communities } = await exportAccount(db, userId);
	const whole = [];
	for (const own of communities) {
		whole.push({ ...own, ...(await exportCorrespondence(db, own.community.id, own.member)) });
	}
	const text = JSON.stringify({ account, communities: whole }, null, '\t');
	return new Response(text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="entremise.json"'
		}
	});
}
