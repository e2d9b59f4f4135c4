import type { LayoutServerLoad } from './$types';

// A stranger on a phone needs nothing but a page: no script is sent, so nothing can fail to load.
export const csr = false;

export const load: LayoutServerLoad = ({ locals }) => ({ locale: locals.locale });
