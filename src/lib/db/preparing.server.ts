import type { PostgresPool } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** Connections keep what they prepared; texts beyond so many are planned each time, as usual. */
const mostPrepared = 300;

/** The same pool, whose connections parse and plan every text once each. */
export function preparing(pool: Pool): PostgresPool {
	const names = new Map<string, string>();
	const nameOf = (text: string) => {
		if (!names.has(text) && names.size < mostPrepared) names.set(text, `s${names.size}`);
		return names.get(text);
	};
	const connect = async () => withNames(await pool.connect(), nameOf);
	return { connect, end: () => pool.end(), options: pool.options };
}

/** pg prepares what has a name. */
function withNames(client: PoolClient, nameOf: (text: string) => string | undefined): PoolClient {
	const query = (text: string, values: unknown[]) =>
		client.query({ name: nameOf(text), text, values });
	return new Proxy(client, {
		get: (_, key) => (key === 'query' ? query : Reflect.get(client, key))
	});
}
