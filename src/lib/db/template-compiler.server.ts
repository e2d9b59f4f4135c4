import {
	CamelCasePlugin,
	type CompiledQuery,
	IdentifierNode,
	type OperationNode,
	type PluginTransformQueryArgs,
	PostgresQueryCompiler,
	type QueryId,
	RawNode,
	type RootOperationNode,
	ValueNode
} from 'kysely';

/** Texts of more statements than these are put together each time. */
const mostTexts = 300;

/** Columns are written in camel case here and in snake case there; values of JSON stay as they are. */
export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** The same, but statements written as templates are left to the TemplateCompiler. */
export class LateCamelCase extends CamelCasePlugin {
	constructor() {
		super({ maintainNestedObjectKeys: true });
	}

	override transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
		return RawNode.is(args.node) ? args.node : super.transformQuery(args);
	}
}

/**
 * Puts a statement written as a template together once: of the same templates, one in the other, only
 * the values differ from one time to the next. To put it together takes longer than to send it.
 */
export class TemplateCompiler extends PostgresQueryCompiler {
	readonly #texts = new Map<string, string>();

	override compileQuery(query: RootOperationNode, queryId: QueryId): CompiledQuery {
		if (!RawNode.is(query)) return super.compileQuery(query, queryId);
		const shape: Shape = { key: '', values: [], isKnown: true };
		readShape(query, shape);
		const text = shape.isKnown ? this.#texts.get(shape.key) : undefined;
		if (text !== undefined) return { query, queryId, sql: text, parameters: shape.values };
		const compiled = super.compileQuery(
			camelCase.transformQuery({ node: query, queryId }),
			queryId
		);
		if (shape.isKnown && this.#texts.size < mostTexts) this.#texts.set(shape.key, compiled.sql);
		return compiled;
	}
}

interface Shape {
	/** The same for statements of the same text. */
	key: string;
	/** In the order of their places in the text. */
	values: unknown[];
	/** Nothing in it is of a kind whose text is not known to follow from its shape. */
	isKnown: boolean;
}

function readShape(node: OperationNode, shape: Shape): void {
	if (RawNode.is(node)) {
		shape.key += `${nameOf(node.sqlFragments)}(`;
		for (const parameter of node.parameters) readShape(parameter, shape);
		shape.key += ')';
	} else if (ValueNode.is(node) && !node.immediate) {
		shape.key += '?';
		shape.values.push(node.value);
	} else if (IdentifierNode.is(node)) shape.key += JSON.stringify(node.name);
	else shape.isKnown = false;
}

const names = new WeakMap<readonly string[], string>();
let named = 0;

/** A template is one object wherever it is used; other fragments are made anew each time, and are short. */
function nameOf(fragments: readonly string[]): string {
	if (!('raw' in fragments)) return JSON.stringify(fragments);
	const known = names.get(fragments);
	if (known !== undefined) return known;
	named += 1;
	names.set(fragments, `#${named}`);
	return `#${named}`;
}
