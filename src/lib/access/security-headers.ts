/**
 * Sets the security headers of an answer and, unless it says otherwise itself, keeps it out of caches:
 * pages hold people's data.
 */
export function secure(headers: Headers, publicUrl: string): void {
	for (const [name, value] of Object.entries(securityHeaders(publicUrl))) headers.set(name, value);
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
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
