/** What every screen with an account knows; (app)/+layout.server.ts answers it. */
export interface ShellData {
	member: { name: string; email: string; locale: string };
	community: { name: string; demo: boolean };
	nav: { counts: { today: number; introductions: number }; postBox: boolean };
	demo: null | { roles: { id: string; name: string; playing: boolean }[] };
}

/** Whether the screen at `path` stands under the entry `href`. */
export function isUnder(path: string, href: string): boolean {
	if (href === '/introductions' && isUnder(path, '/requests') && path !== '/requests/new')
		return true;
	return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
