/** Countries, parts of the world and regions by which branches are called, each in its writings. */
const written = `
	france
	ile de france/idf
	auvergne rhone alpes/rhone alpes
	hauts de france
	nouvelle aquitaine
	occitanie
	bretagne/brittany
	normandie/normandy
	grand est
	germany/deutschland/allemagne
	uk/united kingdom/royaume uni/great britain/grande bretagne/gb
	uk ireland/uki
	ireland/irlande
	spain/espagne/espana
	portugal
	italy/italia/italie
	belgium/belgique/belgie
	netherlands/nederland/pays bas
	luxembourg
	switzerland/suisse/schweiz/svizzera
	austria/osterreich/autriche
	poland/polska/pologne
	czech republic/czechia/republique tcheque/tchequie
	hungary/hongrie
	romania/roumanie
	bulgaria/bulgarie
	greece/grece
	sweden/sverige/suede
	norway/norge/norvege
	denmark/danmark/danemark
	finland/suomi/finlande
	turkey/turkiye/turquie
	usa/united states/united states of america/etats unis
	canada
	quebec
	mexico/mexique
	brazil/brasil/bresil
	argentina/argentine
	chile/chili
	colombia/colombie
	peru/perou
	morocco/maroc
	algeria/algerie
	tunisia/tunisie
	egypt/egypte
	senegal
	cote d ivoire/ivory coast
	cameroon/cameroun
	nigeria
	kenya
	south africa/afrique du sud
	israel
	uae/united arab emirates/emirats arabes unis
	dubai
	saudi arabia/arabie saoudite
	qatar
	india/inde
	china/chine
	hong kong
	taiwan
	japan/japon
	korea/south korea/coree/coree du sud
	singapore/singapour
	malaysia/malaisie
	thailand/thailande
	vietnam
	indonesia/indonesie
	philippines
	australia/australie
	new zealand/nouvelle zelande
	anz
	europe/europa
	western europe/europe de l ouest
	eastern europe/europe de l est
	southern europe/europe du sud
	northern europe/europe du nord
	emea
	apac/asia pacific/asie pacifique
	latam/latin america/amerique latine
	dach
	benelux
	nordics/nordic/pays nordiques
	mena
	asia/asie
	africa/afrique
	maghreb
	middle east/moyen orient
	north america/amerique du nord
	south america/amerique du sud
	americas/ameriques
	america/amerique
	oceania/oceanie
	international
	worldwide
	overseas
`;

const placeOf = new Map(
	written
		.trim()
		.split('\n')
		.flatMap((line) => {
			const names = line.trim().split('/');
			return names.map((name): [string, string] => [name, names[0] ?? name]);
		})
);

/** Of how many words the longest name of a place is. */
const longest = Math.max(...[...placeOf.keys()].map((name) => name.split(' ').length));

/** The place that folded words end with, in its English writing, and how many words it takes. */
export function placeAtEnd(
	words: readonly string[]
): { place: string; length: number } | undefined {
	for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
		const place = placeOf.get(words.slice(-length).join(' '));
		if (place !== undefined) return { place, length };
	}
	return undefined;
}

/** Whether a folded word alone is a place. */
export function isPlace(word: string): boolean {
	return placeOf.has(word);
}
