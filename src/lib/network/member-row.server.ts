import { sql } from 'kysely';

/** Of a member `m`: they are still one, and their address is proved to be theirs, as in the graph. */
export const isProvedMember = sql`m.removed_at is null and not exists (
	select from users u where u.id = m.user_id and not u.email_verified)`;
