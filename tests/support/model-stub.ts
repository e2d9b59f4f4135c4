import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server of language models may do with a question. */
export type Behaviour = (response: ServerResponse) => void;

/** A request as it came to the stub. */
export interface Received {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
}

/** A server of language models on loopback that does what a test says, and lets any page ask it. */
export interface ModelStub {
	/** As a member would type it. */
	address: string;
	/** Questions, without the browsers' preliminary ones. */
	received: Received[];
	behaves: (behaviour: Behaviour) => void;
	close: () => Promise<void>;
}

/** Starts the stub on a free port; until told otherwise it answers with an empty letter. */
export async function startModelStub(first: Behaviour = answers('')): Promise<ModelStub> {
	const received: Received[] = [];
	let behaviour = first;
	const server = createServer(async (request, response) => {
		for (const [name, value] of Object.entries(letAnyPageAsk)) response.setHeader(name, value);
		const body = Buffer.concat(await Array.fromAsync(request)).toString();
		if (request.method === 'OPTIONS') return response.writeHead(204).end();
		const { method = '', url: path = '', headers } = request;
		received.push({ method, path, headers, body });
		return behaviour(response);
	});
	await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/v1`,
		received,
		behaves: (next) => void (behaviour = next),
		close: () =>
			new Promise((down) => {
				server.closeAllConnections();
				server.close(() => down());
			})
	};
}

const letAnyPageAsk = {
	'access-control-allow-origin': '*',
	'access-control-allow-headers': 'content-type, authorization',
	'access-control-allow-private-network': 'true'
};

/** A good answer with this content. */
export function answers(content: string): Behaviour {
	return sends(200, 'application/json', JSON.stringify({ choices: [{ message: { content } }] }));
}

/** Any answer at all. */
export function sends(status: number, type: string, body: string): Behaviour {
	return (response) => void response.writeHead(status, { 'content-type': type }).end(body);
}
