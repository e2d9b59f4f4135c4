import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { type CodeFile, lineAt, offence, visit } from './code-file.ts';

const kinds = ts.SyntaxKind;
// Reading markup takes long: only where there may be something to find.
const suspicious = /[\w)\]]!(?!=)|\bany\b/;

/** Ways around the compiler: any, `!`, two casts in a row, comments that silence it. */
export function loopholes(files: CodeFile[]): string[] {
	return files.flatMap((file) => [
		...inCode(file),
		...(file.path.endsWith('.svelte') && suspicious.test(file.text) ? inTemplate(file) : []),
		...[...file.text.matchAll(/@ts-(?:ignore|nocheck)\b/g)].map((found) =>
			offence(file, found.index, `${found[0]} silences the compiler`)
		)
	]);
}

function inCode(file: CodeFile): string[] {
	const found: string[] = [];
	visit(file.ast, (node) => {
		const what = loopholeOf(node);
		if (what) found.push(offence(file, node, what));
	});
	return found;
}

function loopholeOf(node: ts.Node): string | undefined {
	if (node.kind === kinds.AnyKeyword) return 'any';
	if (ts.isNonNullExpression(node)) return 'a non-null !';
	if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node))
		return node.exclamationToken && 'a definite !';
	return isCast(node) && castsUnknown(node.expression) ? 'as unknown as' : undefined;
}

function isCast(node: ts.Node): node is ts.AsExpression | ts.TypeAssertion {
	return ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);
}

function castsUnknown(inner: ts.Expression): boolean {
	if (ts.isParenthesizedExpression(inner)) return castsUnknown(inner.expression);
	return isCast(inner) && inner.type.kind === kinds.UnknownKeyword;
}

const inMarkup: Record<string, string> = {
	TSAnyKeyword: 'any',
	TSNonNullExpression: 'a non-null !'
};

function inTemplate(file: CodeFile): string[] {
	const found: string[] = [];
	const look = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const { type, start } = Object.assign({ type: '', start: 0 }, node);
		const what = inMarkup[type];
		if (what) found.push(`${file.path}:${lineAt(file.text, start)} ${what}`);
		for (const child of Object.values(node)) look(child);
	};
	look(parse(file.text, { modern: true }).fragment);
	return found;
}

const leftOut = ['skip', 'only', 'todo', 'fixme'];

/** Tests that do not run, or that keep the others from running. */
export function unrunTests(files: CodeFile[]): string[] {
	return files
		.filter(({ isTest }) => isTest)
		.flatMap((file) => {
			const found: string[] = [];
			visit(file.ast, (node) => {
				if (!ts.isPropertyAccessExpression(node) || !leftOut.includes(node.name.text)) return;
				if (/^(test|it|describe|suite)\b/.test(node.getText()))
					found.push(offence(file, node, `${node.getText()} leaves tests out`));
			});
			return found;
		});
}
