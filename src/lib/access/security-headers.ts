/**
 * Sets the security headers of an answer and, unless it says otherwise itself, keeps it out of caches:
 * pages hold people's data.
 */
export function secure(headers: Headers, publicUrl: string): void {
	for (const [name, value] of Object.entries(securityHeaders(publicUrl))) headers.set(name, value);
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
}

/**
 * Lets the page of an answer ask one more origin, such as `http://localhost:11434`, and nothing else.
 * An answer without a content policy, or an origin that is not a plain one, is left as it is.
 */
export function letPageAsk(headers: Headers, origin: string): void {
	const policy = headers.get('content-security-policy');
	if (!policy || !/^https?:\/\/[a-z\d.-]+(?::\d+)?$/.test(origin)) return;
	const widened = policy
		.split(';')
		.map((directive) =>
			directive.trim().startsWith('connect-src ') ? `${directive} ${origin}` : directive
		);
	headers.set('content-security-policy', widened.join(';'));
}

// The content policy for scripts is SvelteKit's, in vite.config.ts.
// Referrer: same-origin and not none, because a browser under no-referrer sends `Origin: null` with a
// plain form and the origin check would refuse it; either way no other site sees our addresses.
function securityHeaders(publicUrl: string): Record<string, string> {
	return {
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'x-robots-tag': 'noindex, nofollow',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
		...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' })
	};
}
