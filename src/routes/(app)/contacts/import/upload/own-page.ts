import { error } from '@sveltejs/kit';

/** Lets in what a page of this application sends, as SvelteKit does for forms; else 403. */
export function ownPage(request: Request, url: URL): void {
	if (request.headers.get('origin') !== url.origin) error(403);
}
