import type { CodeFile } from './code-file.ts';
import { importsOf } from './imports.ts';

/** Circles of imports in src/lib that are there when the code runs, each as its files in order. */
export function cycles(files: CodeFile[]): string[] {
	const code = files.filter(({ path, isTest }) => path.startsWith('src/lib/') && !isTest);
	const reached = new Map(code.map((file) => [file.path, runtimeImports(file)]));
	const done = new Set<string>();
	return code.flatMap(({ path }) => from(path, [], reached, done));
}

function runtimeImports(file: CodeFile): string[] {
	return importsOf(file).flatMap(({ path, typeOnly }) => (path && !typeOnly ? [path] : []));
}

function from(
	path: string,
	way: string[],
	reached: Map<string, string[]>,
	done: Set<string>
): string[] {
	const met = way.indexOf(path);
	if (met >= 0) return [`${[...way.slice(met), path].join(' → ')} is a circle`];
	if (done.has(path)) return [];
	const found = (reached.get(path) ?? []).flatMap((next) =>
		from(next, [...way, path], reached, done)
	);
	done.add(path);
	return found;
}
