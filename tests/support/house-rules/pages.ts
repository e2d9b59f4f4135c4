import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** The rows of the first table under a heading of a page in Markdown, each as its cells. */
export function tableUnder(heading: string, page: string): string[][] {
	const lines = page.split('\n');
	const section = lines.slice(lines.indexOf(heading) + 1);
	const first = section.findIndex((line) => line.startsWith('|'));
	const past = section.findIndex((line, at) => at > first && !line.startsWith('|'));
	return section.slice(first + 2, past < 0 ? undefined : past).map((row) =>
		row
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim())
	);
}

/** The words of a cell that are written as code. */
export function codeWords(cell = ''): string[] {
	return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

/** Links of a page to files that are not there. Pictures are not looked for. */
export function deadLinks(page: string): string[] {
	const text = readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
	return [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g)]
		.map(([, to = '']) => to)
		.filter((to) => !/^[a-z]+:/.test(to))
		.filter((to) => !existsSync(posix.join(posix.dirname(page), to)))
		.map((to) => `${page} links to ${to}, which is not there`);
}
