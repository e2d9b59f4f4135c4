import { globSync, readFileSync, statSync } from 'node:fs';
import ts from 'typescript';

/** One file of code; of a component, its script, at the lines where it stands. */
export interface CodeFile {
	/** From the application's folder, with slashes. */
	path: string;
	text: string;
	ast: ts.SourceFile;
	isTest: boolean;
}

/** Reads every file of code there is, except what is generated. */
export function readCode(): CodeFile[] {
	const paths = readPaths('{src,tests,migrations,bench,evaluation}/**/*.{ts,svelte}').concat(
		readPaths('*.config.ts')
	);
	return paths.map((path) => codeFile(path, readFileSync(path, 'utf8')));
}

/** Paths of the files that a pattern means, generated ones left out. */
export function readPaths(pattern: string): string[] {
	return globSync(pattern)
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => !path.startsWith('src/lib/i18n/paraglide/') && statSync(path).isFile())
		.toSorted();
}

export function codeFile(path: string, text: string): CodeFile {
	let ast: ts.SourceFile | undefined;
	return {
		path,
		text,
		get ast() {
			return (ast ??= parse(path, text));
		},
		isTest: path.endsWith('.test.ts') || path.startsWith('tests/')
	};
}

function parse(path: string, text: string): ts.SourceFile {
	const script = path.endsWith('.svelte') ? scriptsOf(text) : text;
	return ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

// Everything else becomes blank, so that lines and columns stay what they are.
function scriptsOf(text: string): string {
	let script = '';
	let end = 0;
	for (const found of text.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)) {
		const start = found.index + (found[1] ?? '').length;
		script += blank(text.slice(end, start)) + (found[2] ?? '');
		end = start + (found[2] ?? '').length;
	}
	return script + blank(text.slice(end));
}

function blank(rest: string): string {
	return rest.replaceAll(/[^\n]/g, ' ');
}

/** Shows every node of a file to `see`, outer ones first. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
	see(node);
	ts.forEachChild(node, (child) => visit(child, see));
}

/** One offence, as a person wants to read it. */
export function offence(file: CodeFile, at: ts.Node | number, what: string): string {
	const place = typeof at === 'number' ? at : at.getStart(file.ast);
	return `${file.path}:${lineAt(file.text, place)} ${what}`;
}

export function lineAt(text: string, place: number): number {
	return text.slice(0, place).split('\n').length;
}
