import { type Mapping, mappingSchema } from '#lib/importers/mapped-mapping.ts';

/** What a form says of the columns; without `mapping` where it makes no sense. */
export function readColumnsForm(form: FormData): { fields: string[]; mapping?: Mapping } {
	const fields = form.getAll('column').map(String);
	const read = mappingSchema.safeParse({
		header: form.has('header'),
		fields: fields.map((field) => (field === '' ? null : field))
	});
	return read.success ? { fields, mapping: read.data } : { fields };
}
