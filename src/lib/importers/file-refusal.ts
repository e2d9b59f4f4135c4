/**
 * Why a file is not read, or not to its end. `linkedin_without_contacts`: of a LinkedIn archive, and
 * about nobody but the member; `compressed`: packed in a way that is not read;
 * `office_document`: a workbook or letter, which is a ZIP archive too; `encrypted`: locked by a
 * password; `damaged`: it is not what it says of itself; `incomplete`: it ends in the middle;
 * `bomb`: it unfolds to far more than it could hold; `nothing_inside`: no file in it is of use.
 */
export type FileRefusal =
	| 'empty_file'
	| 'unknown_format'
	| 'linkedin_without_contacts'
	| 'compressed'
	| 'office_document'
	| 'encrypted'
	| 'damaged'
	| 'incomplete'
	| 'bomb'
	| 'nothing_inside';

/**
 * What is to be known of a file beside its rows. `skipped`: a file in an archive that was not read,
 * `unknown_format` where it holds nothing of interest. `broken`: reading ended before the file did,
 * or what was read is not what had been packed; what came before stands. Without `file` it is the
 * file itself.
 */
export type FileNote =
	| { kind: 'skipped'; file: string; reason: FileRefusal }
	| { kind: 'broken'; file?: string; reason: FileRefusal };
