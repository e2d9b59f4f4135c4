/** What members say of companies' names, as Kysely sees it; migrations/ is the truth. */
export interface CompanyTables {
	companyDecisions: CompanyDecisions;
}

interface CompanyDecisions {
	communityId: string;
	ownerId: string;
	/** Folded names, `one` < `other`; see people/company-units. */
	one: string;
	other: string;
	decision: 'same' | 'apart';
	decidedAt: Date;
}
