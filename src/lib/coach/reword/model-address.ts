import { z } from 'zod';

/** Why an address is none a letter may be sent to. */
const addressFaults = [
	'missing',
	'not_an_address',
	'not_http',
	'with_credentials',
	'with_query',
	'strange_host',
	'not_encrypted',
	'too_long'
] as const;

export type AddressFault = (typeof addressFaults)[number];

const longest = 300;
// Nothing that means something else in a content policy: no wildcard, semicolon, quote or bracket.
const plainHost = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/;
const ownNetwork =
	/^(?:127|10)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/;
const ownNames = /^[^.]*[a-z][^.]*$|\.(?:localhost|local|lan|internal|home\.arpa)$/;

/**
 * The address of an OpenAI-compatible server, such as `http://localhost:11434/v1`, without a slash at
 * its end. Plain http only for this computer and one's own network, where nobody else reads along.
 * The message of an issue is an AddressFault.
 */
export const modelAddress = z.string().transform((given, refused): string => {
	const read = readAddress(given.trim());
	if ('address' in read) return read.address;
	refused.addIssue({ code: 'custom', message: read.fault });
	return z.NEVER;
});

/** The one origin that a browser must be allowed to reach for this address. */
export function originOf(address: string): string | null {
	const read = readAddress(address);
	return 'address' in read ? new URL(read.address).origin : null;
}

function readAddress(given: string): { address: string } | { fault: AddressFault } {
	if (given === '') return { fault: 'missing' };
	if (given.length > longest) return { fault: 'too_long' };
	if (!URL.canParse(given)) return { fault: 'not_an_address' };
	const url = new URL(given);
	const fault = faultOf(url);
	if (fault) return { fault };
	const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
	return { address: `${url.origin}${path}` };
}

function faultOf(url: URL): AddressFault | null {
	const { protocol, hostname } = url;
	if (protocol !== 'http:' && protocol !== 'https:') return 'not_http';
	if (url.username !== '' || url.password !== '') return 'with_credentials';
	if (url.search !== '' || url.hash !== '') return 'with_query';
	if (!plainHost.test(hostname)) return 'strange_host';
	if (protocol === 'http:' && !isNear(hostname)) return 'not_encrypted';
	return null;
}

/** This computer, or one in the same house. */
function isNear(hostname: string): boolean {
	return ownNetwork.test(hostname) || ownNames.test(hostname);
}
