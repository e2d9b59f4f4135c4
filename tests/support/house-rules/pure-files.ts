import { isBuiltin } from 'node:module';
import ts from 'typescript';
import { type CodeFile, offence, visit } from './code-file.ts';
import { importsOf } from './imports.ts';

const isServer = (path: string) => /\.server\b/.test(path);

/** Files of src/lib without `.server` that reach behind the wall, for Node's modules, the clock, chance or the environment. */
export function impurities(files: CodeFile[]): string[] {
	return files
		.filter((file) => file.path.startsWith('src/lib/') && !file.isTest && !isServer(file.path))
		.flatMap((file) => [...forbiddenImports(file), ...forbiddenReadings(file)]);
}

function forbiddenImports(file: CodeFile): string[] {
	return importsOf(file)
		.filter(({ typeOnly }) => !typeOnly)
		.flatMap(({ node, named }) => {
			if (isServer(named)) return [offence(file, node, `${named} is for the server only`)];
			return isBuiltin(named) ? [offence(file, node, `${named} is Node’s own`)] : [];
		});
}

const environment = ['process.env', 'meta.env'];
const clockAndChance = [
	'Date.now',
	'performance.now',
	'Math.random',
	'crypto.randomUUID',
	'crypto.getRandomValues'
];

function forbiddenReadings(file: CodeFile): string[] {
	// A component lives in a browser, which has a clock.
	const forbidden = file.path.endsWith('.svelte')
		? environment
		: [...environment, ...clockAndChance];
	const found: string[] = [];
	visit(file.ast, (node) => {
		const read = ts.isPropertyAccessExpression(node) ? lastTwo(node) : presentDate(node);
		const known =
			forbidden.includes(read) || (read === 'new Date()' && forbidden.includes('Date.now'));
		if (known) found.push(offence(file, node, `${read}: pass it in`));
	});
	return found;
}

function lastTwo({ expression, name }: ts.PropertyAccessExpression): string {
	const owner = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
	// `import.meta` is no property access.
	const said = ts.isMetaProperty(owner) ? owner.name.text : owner.getText();
	return `${said}.${name.text}`;
}

function presentDate(node: ts.Node): string {
	const called = ts.isNewExpression(node) || ts.isCallExpression(node);
	const isDate = called && node.expression.getText() === 'Date';
	return isDate && (ts.isCallExpression(node) || !node.arguments?.length) ? 'new Date()' : '';
}

/** What only the application that SvelteKit builds can load, so that src/lib runs in raw Node. */
export function kitImports(files: CodeFile[]): string[] {
	return files
		.filter(({ path }) => path.startsWith('src/lib/'))
		.flatMap((file) =>
			importsOf(file)
				.filter(({ named }) => /^\$(app|env)\b/.test(named))
				.map(({ node, named }) => offence(file, node, `src/lib never imports ${named}`))
		);
}
