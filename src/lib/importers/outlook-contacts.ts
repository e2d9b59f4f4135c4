import { cellsOfLine } from '#lib/importers/csv-cells.ts';
import { lettersOf } from '#lib/importers/csv-header.ts';
import { fieldOfName } from '#lib/importers/guess-columns-names.ts';
import type { MappedField } from '#lib/importers/mapped-mapping.ts';
import {
	mappedRows,
	namedColumns,
	placeAfter,
	type MappedTable
} from '#lib/importers/mapped-table.ts';
import type { ImportFormat } from '#lib/importers/record.ts';
import { unixText } from '#lib/importers/text-lines.ts';

/** The contacts that Outlook exports as CSV, from a computer or from Outlook.com, in any of four languages. */
export const outlookContacts: ImportFormat = {
	format: 'outlook-contacts',
	recognise: (head) => findOutlook(unixText(head.slice(0, 65_536))) !== undefined,
	rows: (chunks) => mappedRows(chunks, findOutlook)
};

/** By their letters: columns that only Outlook has, of which a header has at least three. */
const own = new Set(
	`businessstreet homestreet businessfax businessphone homephone businesspostalcode referredby
	emailtype emaildisplayname otherstreet companymainphone ttytddphone spouse isdn webpage
	organizationalidnumber assistantsphone directoryserver
	ruebureau ruedomicile telecopiebureau telephonebureau telephonedomicile codepostalbureau
	typedemessagerie nomcompletdeladressedemessagerie telmobile pageweb recommandepar autrerue rnis
	telephonesociete conjointe serveurdannuaire telephonedelassistante
	straegeschaftlich straeprivat strassegeschaftlich strasseprivat faxgeschaftlich telefongeschaftlich telefonprivat empfohlenvon
	emailtyp emailangezeigtername webseite telefonfirma mobiltelefon partner
	calledeltrabajo callededomicilio faxdeltrabajo telefonodeltrabajo telefonoparticular paginaweb
	tipodecorreoelectronico nombreparamostrardelcorreoelectronico recomendadopor telefonomovil`.split(
		/\s+/
	)
);

const emails = new Set(
	`emailaddress adressedemessagerie adresseelectronique emailadresse direcciondecorreoelectronico
	direcciondecorreo adressedecourrier`.split(/\s+/)
);

function findOutlook(head: string): MappedTable | undefined {
	for (const [index, line] of head.split('\n').slice(0, 20).entries()) {
		for (const delimiter of [',', ';', '\t']) {
			const header = cellsOfLine(line, delimiter);
			if (isOutlook(header)) return tableOf(head, header, index + 1, delimiter);
		}
	}
	return undefined;
}

function isOutlook(header: readonly string[]): boolean {
	if (header.length < 8) return false;
	const letters = new Set(header.map(lettersOf));
	const marks = [...letters].filter((name) => own.has(name));
	return marks.length >= 3 && [...letters].some((name) => emails.has(name));
}

function tableOf(head: string, header: string[], line: number, delimiter: string): MappedTable {
	const fields = header.map((cell, index) => fieldOf(cell, header.slice(0, index)));
	const place = placeAfter(head, line, delimiter);
	return { header, delimiter, fields, fewest: namedColumns(header), ...place };
}

/** The first title is what one is addressed by; Outlook writes a post as another one, if any. */
function fieldOf(cell: string, before: readonly string[]): MappedField | null {
	const field = fieldOfName(cell);
	if (field === 'void' || field === undefined) return null;
	if (field === 'someTitle') return before.some(isTitle) ? 'position' : 'prefix';
	if (field === 'someName') return lettersOf(cell) === 'nombre' ? 'givenName' : 'familyName';
	return field;
}

function isTitle(cell: string): boolean {
	return fieldOfName(cell) === 'someTitle';
}
