import ts from 'typescript';
import { type CodeFile, lineAt, visit } from './code-file.ts';

/** A length in lines and what has it. */
export interface Size {
	lines: number;
	what: string;
}

export function linesOf({ path, text }: { path: string; text: string }): Size {
	return { lines: text.trimEnd().split('\n').length, what: path };
}

/** Every function with a name, longest first. Callbacks count as a part of what they stand in. */
export function namedFunctions(files: CodeFile[]): Size[] {
	const found: Size[] = [];
	for (const file of files)
		visit(file.ast, (node) => {
			const name = nameOf(node);
			if (!name) return;
			const start = lineAt(file.text, node.getStart(file.ast));
			const lines = lineAt(file.text, node.getEnd()) - start + 1;
			found.push({ lines, what: `${file.path}:${start} ${name}` });
		});
	return longestFirst(found);
}

function nameOf(node: ts.Node): string | undefined {
	if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return undefined;
	if (ts.isConstructorDeclaration(node)) return 'constructor';
	if (node.name) return node.name.getText();
	const { parent } = node;
	const named = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
	return named ? parent.name.getText() : undefined;
}

/** The number under which `share` (0..1) of the sizes are. */
export function percentile(sizes: Size[], share: number): number {
	const lines = sizes.map((size) => size.lines).toSorted((one, other) => one - other);
	return lines[Math.max(0, Math.ceil(lines.length * share) - 1)] ?? 0;
}

function longestFirst(sizes: Size[]): Size[] {
	return sizes.toSorted((one, other) => other.lines - one.lines);
}

/** The worst, for whoever wants to do better. */
export function worst(sizes: Size[], count = 8): string {
	const lines = longestFirst(sizes).slice(0, count);
	return lines.map((size) => `${size.lines} lines: ${size.what}`).join('\n');
}
