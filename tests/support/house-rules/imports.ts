import { posix } from 'node:path';
import ts from 'typescript';
import { type CodeFile, visit } from './code-file.ts';

/** One import of a file: what it names, where that is, and whether it vanishes when types are stripped. */
export interface Import {
	node: ts.Node;
	/** As written, such as `#lib/db/schema.ts` or `zod`. */
	named: string;
	/** Path from the application's folder, or undefined for a package. */
	path: string | undefined;
	typeOnly: boolean;
}

const read = new WeakMap<CodeFile, Import[]>();

/** All imports of a file: plain, dynamic, passed on by `export … from`, and of types. */
export function importsOf(file: CodeFile): Import[] {
	const known = read.get(file);
	if (known) return known;
	const found: Import[] = [];
	visit(file.ast, (node) => {
		const one = readImport(node);
		if (one) found.push({ node, ...one, path: pathOf(file, one.named) });
	});
	read.set(file, found);
	return found;
}

function readImport(node: ts.Node): { named: string; typeOnly: boolean } | undefined {
	if (ts.isImportDeclaration(node)) {
		// With types alone in its braces it is still run once the types are stripped.
		const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
		return named(node.moduleSpecifier, typeOnly);
	}
	if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
	if (ts.isImportTypeNode(node))
		return ts.isLiteralTypeNode(node.argument) ? named(node.argument.literal, true) : undefined;
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
		return named(node.arguments[0], false);
	return undefined;
}

function named(written: ts.Node | undefined, typeOnly: boolean) {
	return written && ts.isStringLiteralLike(written) ? { named: written.text, typeOnly } : undefined;
}

function pathOf(file: CodeFile, named: string): string | undefined {
	if (named.startsWith('#lib/')) return named.replace('#lib/', 'src/lib/');
	if (!named.startsWith('.')) return undefined;
	return posix.join(posix.dirname(file.path), named);
}
