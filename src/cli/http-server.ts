import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { isIP } from 'node:net';
import type { Config } from '#lib/config.server.ts';
import { StartRefused } from '#lib/db/start-refused.ts';

/** How the built application takes a request; what it does not know goes to `next`. */
export type Handler = (
	request: Parameters<RequestListener>[0],
	response: Parameters<RequestListener>[1],
	next: () => void
) => void;

/** The headers by which the built application learns its own address and its visitor's. */
export const trustedHeaders = {
	PROTOCOL_HEADER: 'x-entremise-protocol',
	HOST_HEADER: 'x-entremise-host',
	ADDRESS_HEADER: 'x-entremise-address'
};

/**
 * The server in front of the built application. Its address is PUBLIC_URL whatever a request claims,
 * so a forged Host or Origin has no effect.
 */
export function publicServer(
	{ publicUrl, trustProxy }: Pick<Config, 'publicUrl' | 'trustProxy'>,
	handler: Handler
): Server {
	const { protocol, host } = new URL(publicUrl);
	const server = createServer((request, response) => {
		request.headers[trustedHeaders.PROTOCOL_HEADER] = protocol.slice(0, -1);
		request.headers[trustedHeaders.HOST_HEADER] = host;
		request.headers[trustedHeaders.ADDRESS_HEADER] = visitorOf(request, trustProxy);
		// A connection kept alive would hold up the stop once its last answer is given.
		response.on('close', () => {
			if (!server.listening) server.closeIdleConnections();
		});
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	});
	return server;
}

/** Listens, or refuses (StartRefused) with the reason why that address cannot be had. */
export async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>) {
	const listening = Promise.withResolvers<void>();
	server.once('error', listening.reject).once('listening', listening.resolve);
	server.listen(port, host);
	try {
		await listening.promise;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const taken = reason.includes('EADDRINUSE');
		throw new StartRefused(
			taken
				? `Port ${port} is already in use on ${host}. Stop what uses it, or choose another with PORT.`
				: `We cannot listen on ${host} port ${port} (${reason}). Choose others with HOST and PORT.`
		);
	}
}

/** Takes no more requests and waits for those under way, at most `patience` milliseconds. */
export async function finish(server: Server, patience = 10_000): Promise<void> {
	if (!server.listening) return;
	const closed = Promise.withResolvers<void>();
	server.close(() => closed.resolve());
	server.closeIdleConnections();
	const deadline = setTimeout(() => server.closeAllConnections(), patience);
	await closed.promise;
	clearTimeout(deadline);
}

// The nearest proxy adds the address it saw at the end; what stands before it may be invented.
function visitorOf(request: IncomingMessage, trustProxy: boolean): string {
	const forwarded = request.headers['x-forwarded-for'];
	const last = [forwarded].flat().join(',').split(',').at(-1)?.trim() ?? '';
	return trustProxy && isIP(last) ? last : (request.socket.remoteAddress ?? '');
}
