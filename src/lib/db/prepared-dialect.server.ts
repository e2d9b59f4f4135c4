import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	type QueryResult
} from 'kysely';
import type { SharedConnections } from '#lib/db/shared-connections.server.ts';
import { TemplateCompiler } from '#lib/db/template-compiler.server.ts';

/** PostgreSQL through shared connections: single statements, without transactions and streams. */
export class PreparedDialect implements Dialect {
	readonly #connections: SharedConnections;

	constructor(connections: SharedConnections) {
		this.#connections = connections;
	}

	createDriver(): Driver {
		return new PreparedDriver(this.#connections);
	}

	createQueryCompiler() {
		return new TemplateCompiler();
	}

	createAdapter() {
		return new PostgresAdapter();
	}

	createIntrospector(db: Kysely<unknown>) {
		return new PostgresIntrospector(db);
	}
}

class PreparedDriver implements Driver {
	readonly #connections: SharedConnections;
	readonly #shared: DatabaseConnection;

	constructor(connections: SharedConnections) {
		this.#connections = connections;
		this.#shared = {
			executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
				const { rows } = await connections.query(sql, parameters);
				return { rows };
			},
			streamQuery: refuse
		};
	}

	async init(): Promise<void> {}

	acquireConnection(): Promise<DatabaseConnection> {
		return Promise.resolve(this.#shared);
	}

	async releaseConnection(): Promise<void> {}

	beginTransaction = refuse;
	commitTransaction = refuse;
	rollbackTransaction = refuse;

	destroy(): Promise<void> {
		return this.#connections.end();
	}
}

function refuse(): never {
	throw new Error('Shared connections take single statements alone');
}
