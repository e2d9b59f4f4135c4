import { posix } from 'node:path';

const meaningless = /^(utils?|helpers?|types?|constants?|index|misc|common|shared|stuff)$/i;

/** Files and folders of src/lib whose name says nothing about what is in them. */
export function emptyNames(paths: string[]): string[] {
	return inLib(paths)
		.filter((path) => path.split('/').some((part) => meaningless.test(part.replace(/\..*$/, ''))))
		.map((path) => `${path} is named for nothing`);
}

/** Files of src/lib that are told apart only by folder, ending or style: `AnswerForm.svelte`, `answer-form.ts`. */
export function doubledNames(paths: string[]): string[] {
	const byName = Map.groupBy(
		inLib(paths).filter((path) => !path.includes('.test.')),
		(path) =>
			posix
				.basename(path)
				.replace(/\..*$|-/g, '')
				.toLowerCase()
	);
	return [...byName.values()]
		.filter((same) => same.length > 1)
		.map((same) => `${same.join(' and ')} have one name`);
}

function inLib(paths: string[]): string[] {
	return paths.filter((path) => path.startsWith('src/lib/'));
}
