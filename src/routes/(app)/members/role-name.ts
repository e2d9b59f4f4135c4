import { m } from '#lib/i18n/paraglide/messages.js';

const names = {
	owner: m.access_role_owner,
	administrator: m.access_role_administrator,
	adviser: m.access_role_adviser,
	member: m.access_role_member
};

export type RoleName = keyof typeof names;

/** A role as it is read. */
export function roleName(role: RoleName): string {
	return names[role]();
}
