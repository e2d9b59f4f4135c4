import {
	archiveRows,
	isArchive,
	isOfficeDocument,
	isOtherwisePacked
} from '#lib/importers/archive.ts';
import { takeByteHead } from '#lib/importers/byte-head.ts';
import { calendar } from '#lib/importers/calendar.ts';
import { decodeText, type ByteChunks } from '#lib/importers/decode.ts';
import { emailFile } from '#lib/importers/email-file.ts';
import type { FileNote, FileRefusal } from '#lib/importers/file-refusal.ts';
import { googleContacts } from '#lib/importers/google-contacts.ts';
import { linkedinConnections } from '#lib/importers/linkedin-connections.ts';
import { linkedinContacts } from '#lib/importers/linkedin-contacts.ts';
import { linkedinEducation } from '#lib/importers/linkedin-education.ts';
import { linkedinEmailAddresses } from '#lib/importers/linkedin-email-addresses.ts';
import { linkedinEndorsements } from '#lib/importers/linkedin-endorsements.ts';
import { linkedinInvitations } from '#lib/importers/linkedin-invitations.ts';
import { linkedinMessages } from '#lib/importers/linkedin-messages.ts';
import { isLinkedinWithoutContacts } from '#lib/importers/linkedin-others.ts';
import { linkedinPositions } from '#lib/importers/linkedin-positions.ts';
import { linkedinProfile } from '#lib/importers/linkedin-profile.ts';
import { linkedinRecommendations } from '#lib/importers/linkedin-recommendations.ts';
import { csvContacts, mappedContacts } from '#lib/importers/mapped-contacts.ts';
import type { Mapping } from '#lib/importers/mapped-mapping.ts';
import { mbox } from '#lib/importers/mbox.ts';
import { outlookContacts } from '#lib/importers/outlook-contacts.ts';
import type { ByteFormat, FormatName, ImportFormat, ImportRow } from '#lib/importers/record.ts';
import { vcard } from '#lib/importers/vcard.ts';

/** Formats that say what they are; the most particular first. */
const knownFormats: readonly (ImportFormat | ByteFormat)[] = [
	vcard,
	mbox,
	calendar,
	emailFile,
	googleContacts,
	outlookContacts,
	linkedinMessages,
	linkedinInvitations,
	linkedinRecommendations,
	linkedinEndorsements,
	linkedinContacts,
	linkedinProfile,
	linkedinPositions,
	linkedinEducation,
	linkedinEmailAddresses,
	linkedinConnections
];

/** Also those that are guessed, which would find people in files of an archive that list none. */
const formats: readonly (ImportFormat | ByteFormat)[] = [...knownFormats, csvContacts];

/** A file that is read; `notes` grows while its rows are, see FileNote. */
export type OpenedImport =
	| { ok: true; format: FormatName; rows: AsyncGenerator<ImportRow>; notes: FileNote[] }
	| { ok: false; refusal: FileRefusal };

/**
 * Recognises a file by what is in it, and gives its rows as they are read. The file's name is of use
 * only where the content cannot tell: recommendations given or received. `mapping`: what somebody
 * said of the columns, where it is a table of people that does not say so itself.
 */
export async function openImport(
	bytes: ByteChunks,
	fileName = '',
	mapping?: Mapping
): Promise<OpenedImport> {
	const { head, whole } = await takeByteHead(bytes);
	if (isOfficeDocument(head)) return { ok: false, refusal: 'office_document' };
	if (!isArchive(head))
		return openFile(head, whole, fileName, mapping ? withColumns(mapping) : formats);
	const notes: FileNote[] = [];
	return {
		ok: true,
		format: 'linkedin-archive',
		rows: archiveRows(whole, openEntry, notes),
		notes
	};
}

function withColumns(mapping: Mapping) {
	return [...knownFormats, mappedContacts(mapping)];
}

async function openEntry(bytes: ByteChunks, fileName: string): Promise<OpenedImport> {
	const { head, whole } = await takeByteHead(bytes);
	return openFile(head, whole, fileName, knownFormats);
}

async function openFile(
	head: Uint8Array,
	whole: ByteChunks,
	fileName: string,
	among: readonly (ImportFormat | ByteFormat)[]
): Promise<OpenedImport> {
	if (isArchive(head) || isOtherwisePacked(head)) return { ok: false, refusal: 'compressed' };
	const text = (await Array.fromAsync(decodeText([head]))).join('');
	if (text.trim() === '') return { ok: false, refusal: 'empty_file' };
	const found = among.find((format) => format.recognise(text));
	// Where only a table could be guessed. In an archive such a file is one of many, and left out.
	const guessed = among !== knownFormats && (!found || found.format === 'csv-contacts');
	if (guessed && isLinkedinWithoutContacts(text))
		return { ok: false, refusal: 'linkedin_without_contacts' };
	if (!found) return { ok: false, refusal: 'unknown_format' };
	const rows =
		'rowsOfBytes' in found ? found.rowsOfBytes(whole) : found.rows(decodeText(whole), fileName);
	return { ok: true, format: found.format, rows, notes: [] };
}
