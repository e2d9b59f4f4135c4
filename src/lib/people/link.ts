export type LinkResult = { ok: true; value: string; normalised: string } | { ok: false };

/** A web address as it is opened and as it is compared; only http and https, https when unsaid. */
export function normaliseLink(typed: string): LinkResult {
	const text = typed.trim();
	const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
	const url = URL.parse(whole);
	const web = url?.protocol === 'https:' || url?.protocol === 'http:';
	if (!url || !web || !url.hostname.includes('.') || url.href.length > 1000) return { ok: false };
	const path = url.pathname.replace(/\/+$/, '');
	return { ok: true, value: url.href, normalised: `${url.host}${path}${url.search}` };
}
