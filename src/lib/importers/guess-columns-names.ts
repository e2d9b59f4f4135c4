import { lettersOf } from '#lib/importers/csv-header.ts';
import type { MappedField } from '#lib/importers/mapped-mapping.ts';

/** What a column's name says that it holds; `void`: something that is not taken. */
export type NamedField = MappedField | 'void' | 'someName' | 'someTitle';

/** Names in English, French, German and Spanish, by their letters alone. */
const names: readonly (readonly [NamedField, string])[] = [
	['givenName', 'firstname givenname forename first prenom prenoms vorname rufname primernombre'],
	['familyName', 'lastname familyname surname last nomdefamille nomusuel nomdusage nachname'],
	['familyName', 'familienname apellido apellidos primerapellido segundoapellido'],
	['fullName', 'fullname displayname contactname nomcomplet nometprenom nomprenom prenomnom'],
	['fullName', 'prenometnom nomduncontact contact personne person nombrecompleto'],
	['fullName', 'nombreyapellidos vollstandigername ansprechpartner'],
	['someName', 'name nom nombre noms names'],
	['middleName', 'middlename middle additionalname deuxiemeprenom autresprenoms segundonombre'],
	['middleName', 'weiterevornamen zweitervorname'],
	['prefix', 'nameprefix prefix prefixe civilite anrede tratamiento salutation honorific civ'],
	['suffix', 'namesuffix suffix suffixe sufijo namenszusatz'],
	['someTitle', 'title titre titel titulo'],
	['nickname', 'nickname surnom spitzname apodo pseudo alias'],
	['profile', 'profil profile profileurl'],
	['link', 'url website siteweb site siteinternet web webpage personalwebpage pageweb webseite'],
	['link', 'paginaweb homepage blog lien link websitevalue'],
	['company', 'company companyname organization organisation organizationname societe entreprise'],
	['company', 'nomdelentreprise nomdelasociete firma firmenname unternehmen empresa compania'],
	['company', 'employer employeur accountname organizacion raisonsociale structure etablissement'],
	['position', 'position jobtitle job poste fonction role occupation funktion puesto cargo beruf'],
	['position', 'berufsbezeichnung intitule intituleduposte metier profession headline'],
	['connectedOn', 'connectedon connected connectele datedeconnexion enrelationdepuis']
];

const fieldNamed = new Map(
	names.flatMap(([field, known]) => known.split(' ').map((name) => [name, field] as const))
);

const patterns: readonly (readonly [NamedField, RegExp])[] = [
	['void', /ass?ist|spouse|manager|conjoint|birth|naissance|geburt|yomi|phonetic|referred/],
	['void', /^(?:type|tipo)|(?:typ|type|label|id|status|optin|date)$|telex|telegram|isdn|tty|tdd/],
	['void', /displayname|affiche|nomcompletde|angezeigt|mostrar|mailing/],
	['void', /street|strasse|strae|^rue|city|ville|^ort|postal|zip|plz|country|^pays|land$|notes?$/],
	['profile', /linkedin/],
	['otherPhone', /fax|telecopie|pager|radiomessag|telefonfirma|telephonesociete|mainphone/],
	['email', /e?mail|courriel|correo|messagerie/],
	['phone', /phone|telephone|^tel|telefon|mobil|portable|handy|^cell|movil|^gsm|numerodetel/],
	['void', /adresse|address|direccion|date|anniver/]
];

/** What the name of a column says that it holds; undefined where it says nothing that is known. */
export function fieldOfName(cell: string): NamedField | undefined {
	const letters = lettersOf(cell);
	return fieldNamed.get(letters) ?? patterns.find(([, pattern]) => pattern.test(letters))?.[0];
}
