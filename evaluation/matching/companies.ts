import type { CompanyMention } from '#lib/people/company-units.ts';

/**
 * Invented companies, one a line, as contacts write them; a number after `×` is of how many contacts,
 * what follows `@` the domain of their addresses. Lines that resemble one another are others. Some
 * cannot be told from their names at all: they are there to be missed rather than guessed. The rules
 * were made looking at this list.
 */
const seen = `
Acme × 14 | ACME SAS | Acme S.A.S. × 2 | Acme France × 5 | ACME FRANCE SAS | Acme Group | Groupe Acme
Acme Conseil × 3 | ACME CONSEIL SARL
Acmé Immobilier
Acmeo × 2 | ACMEO SAS
Fjord Conseil × 4 | FjordConseil | Fjord Conseil S.A.R.L. | FJORD CONSEIL (France)
Fjord Consulting
Fjords Voyages | Fjords Voyages SARL
Lumivia × 9 | Lumivia GmbH | Lumivia Deutschland GmbH × 2 | Lumivia Allemagne | LUMIVIA AG
Lumivia Energie
Luminea | Luminea SpA
Tarvos Bank × 6 | Tarvos Bank PLC | Tarvos Bank Europe
Tarvos × 11 | Tarvos Ltd | Tarvos Limited | Tarvos UK | Tarvos United Kingdom Ltd
Tarvos Asset Management × 2 | Tarvos Asset Management (France)
Air Borealie | AIR BOREALIE SA
Air France × 8 | AIR FRANCE
Air Liguria
France Alizés | France Alizes SAS
France Telmat | FRANCE TELMAT S.A.
Bank of Aurelia × 3 | Bank of Aurelia, N.A.
Bank of America × 3
Bank of Ireland
Société Nordique × 2 | Societe Nordique SA | SOCIETE NORDIQUE
Société Nordique de Chauffage
Group 4 × 2
Group 5
Groupe 4
Université Paris 1 × 4 | Universite Paris 1
Université Paris 2 × 2
Université Paris
Université de Brocéliande | Univ. de Brocéliande
Lycée Brocéliande
Radio France × 2
Radio Brocéliande
Business Europe
Business Europa Conseil
Kerlann × 7 | Kerlann Inc. | Kerlann, Inc | Kerlann North America | Kerlann LATAM | KERLANN INTERNATIONAL
Kerlan Frères
Kerland
Kernevez Systèmes | KERNEVEZ SYSTEMES
Kernevel Systèmes
Entremont Logistique × 5 | Entremnot Logistique | ENTREMONT LOGISTIQUE SAS
Entreval Logistique
Broceliance × 6 | Broceilance | Broceliance S.A.
Brocéliande Eaux
Steinmarkt × 12 | Steinnmarkt | Steinmarkt Österreich
Steinmark
Montlambert Ingénierie × 4 | Montlambert Ingéniérie | Montlanbert Ingénierie
Montlaur Ingénierie
Cabinet Chevalier × 2
Cabinet Chevallier
Dupont & Fils | Dupont et Fils | DUPONT ET FILS SARL
Dupond & Fils
Dupont & Cie | Dupont
Établissements Morvan | Ets Morvan
Morvan Transports
Morvan Transport International
International Basket Makers × 3 @ibm.example.com | IBM × 5 @ibm.example.com | International Basket Makers (IBM)
Institut de Brocéliande Moderne
Union des Verriers Artisans (UVA) | Union des Verriers Artisans × 2 | UVA × 2
Association des Bergers du Sud × 2
ABS × 3
Compagnie des Grands Lacs × 2 @cgl.example.org | CGL × 4 @cgl.example.org
Conseil Général de Lozanne
CGL Immobilier
Mercante Capital Partners × 2 | MERCANTE CAPITAL PARTNERS LLP | Mercante Capital Partners (UK) LLP
Mercante Capital
MCP
Volund AB × 3 | Volund Aktiebolag | Volund Sverige AB | Volund | Volund Norge AS | Volund Oy
Volundur hf
Kinoshita K.K. × 2 | 株式会社 Kinoshita | Kinoshita Japan
Romachka | OOO Romachka | ООО Romachka
Varenne BV × 2 | Varenne B.V. | Varenne Nederland B.V. | Varenne NV | Varenne Belgium
La Varenne
Sandhaven Pty Ltd × 2 | Sandhaven | Sandhaven Australia | SANDHAVEN (AUSTRALIA) PTY LTD
Sandhaven Wines
Talverne × 5 | Talverne S.p.A. | Talverne Italia S.r.l. | TALVERNE SPA
Talverne Gioielli
Ormello Group × 4 | Ormello | Gruppo Ormello | Ormello Holding | ORMELLO HOLDINGS LTD
Ormello Pay × 3
Delta SARL × 2 | DELTA
Delta International
Delta France
Alpha Conseil × 2 | ALPHA CONSEIL SAS | Alpha Conseils
Alpha Finance
Orange × 20 | ORANGE SA | Orange Belgium | Orange España
Orange Bank × 3
Orange Business × 2
BNP Paribas × 9 | BNP PARIBAS SA | BNP Paribas Suisse
BNP Paribas Asset Management × 3 | BNP PARIBAS ASSET MANAGEMENT Europe
Paribas Cardif
Priceward Housecoopers × 4 | PricewardHousecoopers | Priceward House Coopers
Priceward Advisory
Hôpitaux de Trévise × 2 | Hopitaux de Trevise
Hôpital de Trévise
CCI France
CCI International
CCI Trévise | C.C.I. Trévise
INSA Lyon × 2
INSA Toulouse × 2
Gaz de France × 2
Gaz de Bordures
Électricité de Trévise | Electricite de Trevise
Nantelec 44
Nantelec 49
Studio 21
Studio 22
3M Trévise
3T France | 3T | 3T SAS
SAS Institute × 3
SAS Trégor | Trégor SAS | TREGOR
Trégor Habitat
Le Courrier du Trégor
Courrier du Trégor
Ravel Martin Associés @ravelmartin.example.net | Martin Ravel Associés @ravelmartin.example.net
Martin Ravel Conseil
Ravello Martinez
Valmorency × 3 @valmorency.example.com | Valmorancy @valmorency.example.com
Vallmoren
Biothermal × 2
Biothermol × 2
Novartex × 5
Novaltex × 4
Martinet Conseil
Martinez Conseil
Techniques Laser Associées × 2 | TECHNIQUES LASER ASSOCIEES SA
Technique Lasure
Ponant Voyages Solutions | Ponant Voyages Solution
Arvor (ex Menhir) | Arvor × 4
Menhir × 2
Menhir Digital Benelux | Menhir Digital × 2 | Menhir Digital Belgique | Menhir Digital EMEA
Les Trois Mâts × 2 | Les trois mats
Trois Mâts Capital
Quatre Mâts
Toys R Us
Toys Are Us
A. B. Marchetti & Co | AB Marchetti | A.B. Marchetti & Co. Ltd
C. D. Marchetti
Helvion × 6 | Helvion Sàrl | Helvion S.à r.l. | Helvion Suisse SA | Helvion Schweiz AG | Helvion Lux
Helvionix
`;

/** Written when the rules were done, and not looked at by them since. */
const unseen = `
Pelagia × 8 | Pelagia SAS × 2 | PELAGIA FRANCE | Pelagia Maroc | Groupe Pelagia
Pelagia Assurances × 2
Pelagian
Corvane Partners × 3 | CORVANE PARTNERS LLP | Corvane Partners (Hong Kong) Ltd
Corvane Capital
Corvin Partners
Ostrel & Associés × 2 | Ostrel et Associés | OSTREL & ASSOCIES SELARL
Ostrel Immobilier
Brisemont × 5 | Brisemont S.A. | Brisemont Belgique SRL | Brisemont Belgium
Brise Mont Loisirs
Maison Brisemont
Télé Armorique × 2 | Tele Armorique
Radio Armorique
Banque d'Armorique × 3 | Banque d’Armorique SA
Banque Populaire d'Armorique
Armorique Habitat
Société Lorraine de Fonderie (SLF) × 2 | SLF × 3 | Société Lorraine de Fonderie
Fonderies Lorraines
Sud Logistique
Nord Logistique
Quantelys × 4 | Quantelys Inc | Quantelys, Inc. | Quantelys Canada Inc. | Quantelys USA
Quantelis Formation
Kjelvik AS × 2 | Kjelvik | Kjelvik Danmark ApS | Kjelvik Norge
Kjellvik Shipping
Hartmoor plc × 6 | Hartmoor | HARTMOOR PLC | Hartmoor Ireland Limited
Hartmoor Castings
Hartmoor & Sons
Dr. Veldkamp Apotheke
Veldkamp GmbH × 2 | Veldkamp GmbH & Co. KG
Mairie de Trévise × 2 | Mairie de Trevise
Ville de Trévise
Lycée Trévise
École Centrale de Trévise × 2 | Ecole Centrale de Trévise
École de Trévise
IUT de Trévise
Région Normandie
Normandie Bois
Espérance Bois | ESPERANCE BOIS SARL
Global Advisory
Universal Advisory
Ardenne Technologies × 4 | Ardennne Technologies | Ardenne Technologie
Ardent Technologies
Solutions Plus
Studio Plus
Florimond Desmarets × 3 | Florimont Desmarets
Florimond
Cap Ouest
Cap Est
Axelnor × 12 | Axelnor Ltd. | Axelnor Pty. Ltd. | Axelnor Asia Pacific | Axelnor EMEA | Axelnor Deutschland
Axelnor Robotics
Axelnor Foundation
Intermarine × 5 | Inter Marine | InterMarine SAS
Inter Marine Assurances
Lafontaine Traiteur
La Fontaine Traiteur
Vasquez Hermanos SL × 2 | Vasquez Hermanos S.L.
Vázquez Hermanas
Mondial Papier | Mondial Papiers
Mondial Relais Papier
Perrin Avocats × 2 | PERRIN AVOCATS SELARL
Perrine Avocats
Observatoire 12
Observatoire 21
Tellure × 3 @tellure.example.com | Telure @tellure.example.com
Telluris × 2
Manufacture Royale d'Horlogerie × 2 @mrh.example.org | MRH × 6 @mrh.example.org
Maison Royer Hôtels × 2
Crédit Maritime d'Outre-Mer | Crédit Maritime d’Outre Mer
Crédit Maritime
Kowalczyk sp. z o.o. × 2 | Kowalczyk Sp. z o. o. | KOWALCZYK
Kowalski sp. z o.o.
`;

interface TrueCompany {
	mention: CompanyMention;
	company: string;
}

/** The mentions with the company that each truly is: of the rules' own list, or of the unseen one. */
export function trueCompanies(which: 'seen' | 'unseen'): TrueCompany[] {
	return (which === 'seen' ? seen : unseen)
		.trim()
		.split('\n')
		.flatMap((line, company) =>
			line.split('|').map((text) => ({ mention: mentionOf(text), company: String(company) }))
		);
}

function mentionOf(text: string): CompanyMention {
	const [, name = '', contacts = '1', domain] =
		/^\s*(.*?)(?: × (\d+))?(?: @(\S+))?\s*$/u.exec(text) ?? [];
	return { name, contacts: Number(contacts), ...(domain && { domains: [domain] }) };
}
