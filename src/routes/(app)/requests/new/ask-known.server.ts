import { signedIn } from '#lib/communities/current-member.server.ts';
import type { TypedRequest, TypedTarget } from '#lib/introductions/typed-request.ts';
import { askedPerson, type AskedPerson } from '#lib/matching/known-person.ts';
import { knownPersons } from '#lib/matching/known-persons.server.ts';
import { whoIsTyped } from '#lib/matching/typed-person.server.ts';
import { readContact } from '#lib/people/contact-read.server.ts';

/** Of one row: whom to ask about, and whom the requester chose. */
export interface AskedRow {
	people: AskedPerson[];
	chosen: AskedPerson | undefined;
}

/** Who may be meant in each row, as far as that is not settled; nobody to who asks too often. */
export async function askRows(locals: App.Locals, { targets }: TypedRequest): Promise<AskedRow[]> {
	const { app, actor } = locals;
	const { db } = app;
	const mayAsk = async () => (await app.limits.take('known', signedIn(locals).memberId)).ok;
	const rows: AskedRow[] = [];
	for (const { name, company, contactId, same, apart } of targets) {
		const [chosen] = same ? await knownPersons(db, actor, [same]) : [];
		const open = name.trim() !== '' && !contactId && !chosen;
		const people =
			open && (await mayAsk()) ? await whoIsTyped(db, actor, { name, company, apart }) : [];
		rows.push({ people: people.map(askedPerson), chosen: chosen && askedPerson(chosen) });
	}
	return rows;
}

/** Does what a button of `AskWhoItIs` says: "same 0 <id>", "apart 0 <id>" or "other 0 <id>". */
export async function sayRow(locals: App.Locals, typed: TypedRequest, said: string): Promise<void> {
	const [word, at, id = ''] = said.split(' ');
	const row = typed.targets[Number(at)];
	if (!row) return;
	if (word === 'same') Object.assign(row, await chosenRow(locals, id));
	else row.apart.push(id);
	if (word === 'other') row.same = '';
}

async function chosenRow(
	{ app: { db }, actor }: App.Locals,
	id: string
): Promise<Partial<TypedTarget>> {
	const [person] = await knownPersons(db, actor, [id]);
	const own = await readContact(db, actor, person?.ownId ?? id);
	if (own) return { name: own.fullName, company: own.company, contactId: own.id, same: '' };
	if (!person) return {};
	const { name, company, position } = person;
	return { name, company, position, same: person.id };
}
