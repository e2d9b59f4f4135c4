import { m } from '#lib/i18n/paraglide/messages.js';

/** "Connections.csv, line 4"; `row.file` is inside an archive, else empty. */
export function sayPlace(
	name: string,
	row: { file: string; line?: number | null | undefined }
): string {
	const { file: inside, line } = row;
	if (line === undefined || line === null) return name;
	return inside
		? m.import_place_inside({ inside, file: name, line })
		: m.import_place({ file: name, line });
}
