function listed(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/));
}

/** Stand before a name; compared in lower case without their last full stop. */
export const titles = listed(
	`dr dre prof pr mr mrs ms miss mme mlle mister madame monsieur mademoiselle maître docteur doctor
	professeur professor sir lady reverend herr frau dipl.-ing prof.dr doktor señor señora`
);

/** The same, but only with their full stop: without it they are names. */
export const dottedTitles = listed(`ing ir rev hon avv dott dott.ssa sr sra me dipl mag`);

/** Degrees and the like that nobody bears as a name: known wherever they end a name. */
export const degrees = listed(
	`mba emba embas mbas phd dphil dba edd psyd pharmd msc bsc meng beng mphil mpa mph mfa llm llb jd
	pmp capm prince2 itil cfa cpa cissp cisa cism cipp cfp frm acca fca aca caia chfc clu cma cia
	fcca shrm-cp shrm-scp sphr phr gphr csm cspo psm pspo safe spc lssbb rn np bsn msn dnp dds dmd
	facs frcs mrcp pcc mcc icf togaf crisc ceh aicp leed faia riba mrics frics esq esquire cnrs hdr`
);

/** Degrees only where something sets them off: Ma, Do and Be are also names of people. */
export const shortDegrees = listed(
	`ma ba bs ms md do ms pe cs ca acc sc be ll aia ii iii iv dr drs prof`
);

/** What tells the father from the son. */
export const generations = listed('jr sr jnr snr ii iii');

/** Written small inside a family name. */
export const particles = listed(
	`de du des d van von der den ter ten te het zu zum zur vom und del da do dos das e y i af av 't`
);

/** Begin a family name that goes on after them, and may be written large. */
export const openings = listed(
	`le la les de du des d van von der den ter ten zu zum zur vom del da do dos das af di della dello
	degli dalla lo los el al ben bin ibn mac saint sainte san santa`
);

/** After "de la", names which Spanish writes with a small article. */
export const afterSmallArticle = listed(
	`cruz torre torres vega fuente fuentes rosa peña pena hoz iglesia calle mata riva parra barrera paz
	guardia cueva garza rúa rua serna`
);

/** Words that people's names do not have and those of companies do. */
export const companyWords = listed(
	`gmbh limited llc corp corporation plc company group groupe holding consulting conseil services
	service solutions systems technologies software agency agence cabinet association fondation
	foundation institut institute université university école ecole school mairie hôtel hotel
	restaurant bank banque assurance assurances immobilier pharmacie garage clinique hôpital hospital
	team équipe support contact accueil secrétariat standard taxi plombier`
);

/** Legal forms; as a name most of them would not be written in capitals among small letters. */
export const legalForms = listed(
	`SA SAS SASU SARL EURL SNC SCOP SCP AG KG OHG UG SE BV NV SPA AB ASBL`
);
