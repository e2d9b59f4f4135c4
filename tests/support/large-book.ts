import type { Pool } from 'pg';
import { contactSearchText } from '#lib/people/contact-search-text.ts';

const given =
	'Anne Paul Zoé Dean Kathy Inès Hugo Léa Marc Nora Omar Rose Tom Élise Yann Maud Karim Lucie Jean Sofia'.split(
		' '
	);
const family =
	'Arnaud Bellec Carpentier Delorme Esposito Faure Garnier Haddad Imbert Jolivet Kervella Lemoine Marchal Nguyen Olivier Perrin Quentin Roussel Sanchez Tessier'.split(
		' '
	);
const first =
	'Menhir Argos Boréal Calypso Dolmen Estuaire Fougère Granit Horizon Isatis Jonquille Kalmia Lavande Meridian Nacre Opale Pivoine Quartz Romarin Solstice Tamaris Umbra Verveine Ypsilon Zénith'.split(
		' '
	);
const second =
	'Banque Conseil Digital Énergie Finance Group Habitat Industries Jouets Logistique Mobilité Nautique Optique Pharma Recherche Santé Transports Voyages Assurances Design'.split(
		' '
	);
const posts = ['Directrice financière', 'Chef de projet', 'Ingénieure', 'Acheteur', 'Juriste'];

/** Numbers from 0 to 1 that look like chance and are always the same. */
function steadyChance(): () => number {
	let mixed = 42;
	return () => {
		mixed = (Math.imul(mixed, 1_664_525) + 1_013_904_223) >>> 0;
		return mixed / 2 ** 32;
	};
}

/**
 * Fills the book of the member of this name as a long working life does: a few companies with
 * hundreds of people, thousands with one; most ties are faint. Always the same people.
 */
export async function fillBook(pool: Pool, memberName: string, count: number): Promise<void> {
	const chance = steadyChance();
	const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? '';
	const people = Array.from({ length: count }, (_, at) => {
		// The nth company has as many people as a power of n says.
		const nth = Math.floor(3 * (Math.pow(1 - chance(), -1.1) - 1));
		const words = [first[nth % 25], second[Math.floor(nth / 25) % 20]];
		const serial = nth >= 500 ? ` ${Math.floor(nth / 500)}` : '';
		const company = chance() < 0.08 ? '' : words.join(' ') + serial;
		const [givenName, familyName] = [pick(given), `${pick(family)} ${at}`];
		const fullName = `${givenName} ${familyName}`;
		const position = pick(posts);
		const searchText = contactSearchText({ fullName, company, position });
		const near = nth < 6 ? 0.55 : 0.25;
		const told = chance() < near ? Math.round(10 + 85 * chance() ** 2.2) / 100 : null;
		const closeness = told && told > 0.5 ? (told > 0.75 ? 'close' : 'good') : null;
		return { givenName, familyName, fullName, company, position, searchText, closeness, told };
	});
	await pool.query(
		`with member as (select community_id, id from members where name = $2),
			given as (select gen_random_uuid() as id, * from jsonb_to_recordset($1::jsonb) as given (
				"givenName" text, "familyName" text, "fullName" text, company text, position text,
				"searchText" text, closeness text, told real)),
			added as (
				insert into contacts (community_id, owner_id, id, given_name, family_name, full_name, company,
					position, search_text, closeness, how_known)
				select member.community_id, member.id, given.id, "givenName", "familyName", "fullName",
					company, position, "searchText", closeness,
					case when closeness is null then '' else 'anciens collègues' end
				from given, member)
		insert into strengths (community_id, owner_id, contact_id, told)
		select member.community_id, member.id, given.id, told from given, member where told is not null`,
		[JSON.stringify(people), memberName]
	);
}
