import type { KeepRefusal } from '#lib/importers/import-file.server.ts';

/** Why a file that was named is not read. */
export type ReadRefusal = KeepRefusal | 'missing' | 'no_file' | 'unreadable';

/** Said to whoever named the file. */
export const sentences: Record<ReadRefusal, string> = {
	missing: 'There is no file of this name.',
	no_file: 'This is no file.',
	unreadable: 'The file cannot be read from the disk.',
	empty_file: 'The file is empty.',
	unknown_format: 'This is no file of contacts, messages or meetings that is understood.',
	linkedin_without_contacts:
		'This file of LinkedIn holds no contacts. Give Connections.csv, or the whole archive.',
	compressed: 'The file is packed in a way that is not read; give a ZIP archive, or what is in it.',
	office_document: 'This is a workbook or a letter. Save it as CSV and give that.',
	encrypted: 'The archive is locked by a password. Unpack it and give what is in it.',
	damaged: 'The file is damaged. What was readable has been read.',
	incomplete: 'The file ends in the middle. What was readable has been read.',
	bomb: 'The archive unfolds to far more than it could hold; reading stopped there.',
	nothing_inside: 'Nothing in the archive is of use here.',
	too_large: 'The file is larger than 10 GB.',
	too_large_demo: 'In the demo, a file has 50 MB at the most.',
	too_many: 'Too many files of this member are on their way already; let them be read first.',
	not_allowed: 'This member may not change contacts.'
};

/** What an error of the file system says of a file; any other error is thrown again. */
export function refusalOf(error: unknown): ReadRefusal {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code === 'ENOENT') return 'missing';
	if (code === 'EISDIR') return 'no_file';
	if (/^E[A-Z]+$/.test(code)) return 'unreadable';
	throw error;
}

/** Whether a word that was kept of an import is a refusal. */
export function isReadRefusal(word: string): word is ReadRefusal {
	return Object.hasOwn(sentences, word);
}
