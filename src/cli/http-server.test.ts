import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../tests/support/free-port.ts';
import { finish, type Handler, listen, publicServer, trustedHeaders } from './http-server.ts';

const servers: Server[] = [];
const host = '127.0.0.1';

afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => finish(server, 0)));
});

async function running(handler: Handler, config = {}) {
	const options = { publicUrl: 'https://entremise.example.org', trustProxy: false, ...config };
	const server = publicServer(options, handler);
	servers.push(server);
	const port = await freePort();
	await listen(server, { host, port });
	return { server, port };
}

/** Asks with these headers and answers those that the application was given. */
async function headersFor(headers: Record<string, string>, config = {}) {
	let seen: IncomingHttpHeaders = {};
	const { port } = await running((incoming, response) => {
		seen = incoming.headers;
		response.end();
	}, config);
	await get(port, headers);
	return seen;
}

async function get(port: number, headers = {}) {
	const asked = request({ host, port, headers }).end();
	const [response] = await once(asked, 'response');
	response.resume();
	await once(response, 'end');
	return response;
}

describe('the server before the application', () => {
	test('says the public address, whatever the request claims', async () => {
		const forged = { host: 'evil.example.org', 'x-entremise-host': 'evil.example.org' };
		expect(await headersFor(forged)).toMatchObject({
			[trustedHeaders.PROTOCOL_HEADER]: 'https',
			[trustedHeaders.HOST_HEADER]: 'entremise.example.org'
		});
	});

	test('says the address of the connection, not one that the visitor invented', async () => {
		const invented = { 'x-forwarded-for': '203.0.113.9', 'x-entremise-address': '203.0.113.9' };
		expect(await headersFor(invented)).toMatchObject({ [trustedHeaders.ADDRESS_HEADER]: host });
	});

	test.each([
		['203.0.113.9', '203.0.113.9'],
		['192.0.2.1, 203.0.113.9', '203.0.113.9'],
		['192.0.2.1, 2001:db8::9', '2001:db8::9'],
		['203.0.113.9, not an address', host],
		['', host]
	])('behind a trusted proxy, “%s” makes the visitor %s', async (forwarded, visitor) => {
		const headers = { 'x-forwarded-for': forwarded };
		const seen = await headersFor(headers, { trustProxy: true });
		expect(seen[trustedHeaders.ADDRESS_HEADER]).toBe(visitor);
	});

	test('answers 404 to what the application does not know', async () => {
		const { port } = await running((_request, _response, next) => next());
		expect((await get(port)).statusCode).toBe(404);
	});

	test('lets a request under way end before it stops, and takes no new one', async () => {
		const under = Promise.withResolvers<void>();
		const finishNow = Promise.withResolvers<void>();
		const { server, port } = await running(async (_request, response) => {
			under.resolve();
			await finishNow.promise;
			response.end('whole');
		});
		const answer = fetch(`http://${host}:${port}/`);
		await under.promise;
		const finished = finish(server);
		await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow();
		finishNow.resolve();
		expect(await (await answer).text()).toBe('whole');
		await finished;
	});

	test('cuts a request off that outlasts its patience', async () => {
		const under = Promise.withResolvers<void>();
		const { server, port } = await running(() => under.resolve());
		const answer = fetch(`http://${host}:${port}/`);
		const failed = expect(answer).rejects.toThrow();
		await under.promise;
		await finish(server, 50);
		await failed;
	});

	test('says that a port is taken, and what to do', async () => {
		const other = createServer().listen(0, host);
		servers.push(other);
		await once(other, 'listening');
		const address = other.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const server = publicServer({ publicUrl: 'http://localhost', trustProxy: false }, () => {});
		await expect(listen(server, { host, port })).rejects.toThrow(
			`Port ${port} is already in use on ${host}. Stop what uses it, or choose another with PORT.`
		);
	});
});
