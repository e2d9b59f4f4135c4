// A stranger on a phone needs nothing but a page: no script is sent, so nothing can fail to load.
export const csr = false;

export function load({ locals }) {
	return { locale: locals.locale };
}
