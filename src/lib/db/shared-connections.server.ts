import { Client, type ClientConfig, type QueryResult } from 'pg';

/** A connection keeps what it prepared; texts beyond so many are planned each time, as usual. */
const mostPrepared = 300;
/** Where so many statements wait on each connection, another is opened. */
const mostWaiting = 32;

interface Line {
	client: Promise<Client>;
	waiting: number;
}

/**
 * Connections that everybody uses at once: a statement is sent without waiting for the answers to
 * those before it, so that the database stays at work in place of being woken for each. It parses
 * every text once a connection, and plans it once for any value. For statements that stand alone.
 */
export class SharedConnections {
	readonly #config: ClientConfig;
	readonly #most: number;
	readonly #names = new Map<string, string>();
	#lines: Line[] = [];
	#ended = false;

	/** Opens `most` of them at most, none before the first statement. */
	constructor(config: ClientConfig, most: number) {
		this.#config = { ...config, pipeline: true };
		this.#most = most;
	}

	/** Rejects as pg does, for this statement alone; all that waited on a connection that was lost. */
	async query(text: string, values: readonly unknown[]): Promise<QueryResult> {
		const line = this.#line();
		line.waiting += 1;
		try {
			const client = await line.client;
			return await client.query({ name: this.#nameOf(text), text, values: [...values] });
		} finally {
			line.waiting -= 1;
		}
	}

	/** Answers what was asked, then closes all. */
	async end(): Promise<void> {
		this.#ended = true;
		const lines = this.#lines;
		this.#lines = [];
		for (const { client } of lines) await client.then((one) => one.end()).catch(() => {});
	}

	#line(): Line {
		if (this.#ended) throw new Error('The database was closed');
		const free = this.#lines.find(({ waiting }) => waiting < mostWaiting);
		if (free) return free;
		if (this.#lines.length < this.#most) return this.#open();
		return this.#lines.reduce((one, other) => (other.waiting < one.waiting ? other : one));
	}

	#open(): Line {
		const client = new Client(this.#config);
		const line = { client: ready(client), waiting: 0 };
		const lost = () => {
			this.#lines = this.#lines.filter((one) => one !== line);
		};
		client.on('error', lost);
		client.on('end', lost);
		line.client.catch(lost);
		this.#lines.push(line);
		return line;
	}

	#nameOf(text: string): string | undefined {
		if (!this.#names.has(text) && this.#names.size < mostPrepared)
			this.#names.set(text, `s${this.#names.size}`);
		return this.#names.get(text);
	}
}

async function ready(client: Client): Promise<Client> {
	await client.connect();
	// Left to itself PostgreSQL plans some anew each time, because one value looks cheaper than any.
	await client.query('set plan_cache_mode = force_generic_plan');
	return client;
}
