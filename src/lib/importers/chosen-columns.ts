import * as z from 'zod';
import { type MappedField, mappingSchema, type Mapping } from '#lib/importers/mapped-mapping.ts';

/** What a member said of a table's columns, under which it is found again for the next such table. */
const chosen = z.object({ key: z.string(), mapping: mappingSchema });
export type ChosenColumns = z.infer<typeof chosen>;

/** Reads what the database keeps; undefined where nobody chose. */
export function readChosen(kept: unknown): ChosenColumns | undefined {
	return chosen.safeParse(kept).data;
}

const naming: readonly MappedField[] = ['fullName', 'givenName', 'familyName', 'email', 'profile'];

/** Whether anybody can be told apart by columns like these. */
export function namesSomebody({ fields }: Mapping): boolean {
	return naming.some((field) => fields.includes(field));
}
