import * as fc from 'fast-check';
import {
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type RawBuilder,
	sql
} from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#lib/db/schema.ts';
import { camelCase, LateCamelCase, TemplateCompiler } from '#lib/db/template-compiler.server.ts';

function through(compiler: PostgresQueryCompiler, plugin: typeof camelCase) {
	return new Kysely<Database>({
		dialect: {
			createAdapter: () => new PostgresAdapter(),
			createDriver: () => new DummyDriver(),
			createIntrospector: (db) => new PostgresIntrospector(db),
			createQueryCompiler: () => compiler
		},
		plugins: [plugin]
	});
}

const usual = through(new PostgresQueryCompiler(), camelCase);
const late = through(new TemplateCompiler(), new LateCamelCase());

/** A statement, made anew each time it is called. */
type Making = () => RawBuilder<unknown>;

const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()));
const { making } = fc.letrec<{ making: Making }>((tie) => ({
	making: fc.oneof(
		{ maxDepth: 4 },
		value.map(
			(it): Making =>
				() =>
					sql`of ${it}`
		),
		fc.constantFrom<Making>(
			() => sql`nothing`,
			() => sql``,
			() => sql.raw('now()'),
			() => sql.raw('now(1)'),
			() => sql.id('someName'),
			() => sql.id('otherName'),
			() => sql.ref('members.userId'),
			() => sql.ref('members.removedAt'),
			() => sql.lit(1),
			() => sql.lit(2),
			() => sql`in (${usual.selectFrom('members').select('userId').where('name', '=', 'Dean')})`
		),
		fc.tuple(tie('making'), value).map(
			([inner, it]): Making =>
				() =>
					sql`with ${inner()} and ${it}`
		),
		fc.tuple(tie('making'), value).map(
			([inner, it]): Making =>
				() =>
					sql`with ${it} or ${inner()}`
		),
		fc.array(tie('making')).map(
			(some): Making =>
				() =>
					sql.join(some.map((each) => each()))
		)
	)
}));

test('a template is compiled as it would be otherwise, the first time and each time after', () => {
	fc.assert(
		fc.property(making, (make) => {
			const { sql: text, parameters } = make().compile(usual);
			for (let time = 0; time < 2; time += 1)
				expect(make().compile(late)).toMatchObject({ sql: text, parameters });
		}),
		{ numRuns: 2000 }
	);
});

function named(name: string) {
	return sql`select ${name}::text`.compile(late);
}

test('of the same template only the values differ', () => {
	expect([named('one'), named('two')]).toMatchObject([
		{ sql: 'select $1::text', parameters: ['one'] },
		{ sql: 'select $1::text', parameters: ['two'] }
	]);
});

function dean(db: Kysely<Database>) {
	return db.selectFrom('members').select('userId').where('removedAt', 'is', null).compile();
}

test('what is no template is compiled as usual', () => {
	expect(dean(late).sql).toBe(dean(usual).sql);
});
