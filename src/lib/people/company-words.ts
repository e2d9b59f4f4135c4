/** Forms that are no word of any name: left out wherever they stand. */
export const sureForms: ReadonlySet<string> = words(`
	sas sasu sarl eurl snc scop selarl selas selasu eirl gie scea gaec earl asbl sprl scrl
	inc incorporated corp llc llp ltd limited plc pllc pvt pte pty
	gmbh ggmbh ohg ug mbh kgaa kg vof aps asa oyj srl slu slp lda ltda eood ood sro doo zrt kft nyrt
	sapi sab jsc pjsc oao zao ooo pao sdn bhd tbk ооо оао зао пао 株式会社 有限会社 有限公司 股份有限公司 주식회사
	aktiebolag aktiengesellschaft ehf spzoo sderldecv sadecv sabdecv sapidecv gmbhcokg agcokg
`);

/** Forms that may be initials as well: left out at the end only. */
export const lastForms: ReadonlySet<string> = words('sa sca scp se ag ab oy nv bv kk kg na hf');

/** Forms that may be words as well: left out at the end only, where a name remains. */
export const doubtfulForms: ReadonlySet<string> = words(
	'sc sci sl as ks cv ev eg spa co company corporation cie ao private lp'
);

/** Forms that stand before the name: "SARL Dupont", "AB Volta". */
export const leadingForms: ReadonlySet<string> = words(`
	sas sasu sarl eurl sa sci scp snc selarl gie scop pt ooo oao zao ооо оао зао пао ао 株式会社 주식회사
`);

/** What a whole group calls itself. Before the name only in languages that say so: Group 4 is a name. */
export const groupWords: ReadonlySet<string> = words(
	'group groupe gruppe gruppo grupo groep holding holdings'
);
export const leadingGroupWords: ReadonlySet<string> = words('groupe gruppo grupo holding');

/** What ties a place to the words before it, as in Bank of America, Gaz de France. */
export const tyingWords: ReadonlySet<string> = words(`
	of de du des d del della di da do in en au aux for pour by par sur chez von vom la le les l the
`);

/** What a name may leave out. */
export const idleWords: ReadonlySet<string> = words('et and und');

/**
 * Words of which a name cannot consist alone: with a place or a form after them they are a name only
 * together (Air France, Business Europe, Delta International). Rather too many than too few.
 */
export const plainWords: ReadonlySet<string> = words(`
	a air radio tele tv gaz eau eaux electricite energie energy power solar telecom telecoms poste post mail rail
	bank banque banca banco bank bancaire credit caisse epargne mutuelle mutual assurance assurances insurance
	finance financial financiere capital invest investment investments investissement fund fonds trust
	societe compagnie company etablissements entreprise entreprises enterprise business commerce chambre cci
	universite university univ ecole school college lycee institut institute academy academie faculte campus
	insa iae iut iep centrale polytech sciences science recherche research
	ministere ministry mairie ville city region departement conseil council agence agency office bureau service
	services public publique publics national nationale nationaux federal federation fondation foundation
	association union ligue league comite committee club reseau network alliance confederation syndicat ordre
	hopital hopitaux hospital clinique clinic sante health care medical pharma pharmacie aide action handicap
	secours solidarite plan transparency initiative expertise atout choose team mission croix rouge
	presse news journal magazine media medias edition editions livre voyages travel tourisme tourism tour
	hotel hotels restaurant cafe coffee food foods wine vins beauty wellness spa sport sports
	transport transports transit logistique logistics autoroutes voies habitat logement immobilier estate
	construction batiment industrie industries industrial manufacturing engineering ingenierie
	tech technologie technologies technology digital data web internet cloud software logiciel logiciels solutions
	solution systems systemes system consulting consultants conseils advisory partners partenaires associates
	marketing communication communications design studio studios formation training travail emploi jobs
	management gestion expert experts groupe group holding holdings international world global universal general
	generale gruppe gruppo grupo first premier best pro plus active avenir future new nouvelle nouveau grand grande nord sud est ouest
	north south east west central centre center pacific atlantic alpha beta gamma delta sigma omega nova atlas
	phoenix horizon star blue green red open one the le la les l de du des of
`);

/** Firms named after a family, where another letter is another family. */
export const familyFirmWords: ReadonlySet<string> = words(`
	cabinet etude maitre notaire notaires avocat avocats docteur dr garage boulangerie boucherie pharmacie
	etablissements plomberie menuiserie fils freres brothers sons taxi maison domaine chateau
`);

/** Short writings of words that names are made of. */
export const shortWords: ReadonlyMap<string, string> = new Map([
	['st', 'saint'],
	['ste', 'sainte'],
	['ets', 'etablissements'],
	['univ', 'universite'],
	['intl', 'international']
]);

function words(list: string): Set<string> {
	return new Set(list.trim().split(/\s+/));
}
