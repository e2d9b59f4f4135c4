/**
 * What is known of one person in one place: a contact of a member's book, a line of a file. Any
 * subset of it; what is absent or empty is unknown, never different. Values may be as written.
 */
export interface MatchRecord {
	/** The same for no other record. */
	id: string;
	givenName?: string | undefined;
	familyName?: string | undefined;
	/** Read where the two parts are unknown. */
	fullName?: string | undefined;
	maidenName?: string | undefined;
	emails?: readonly string[] | undefined;
	phones?: readonly string[] | undefined;
	/** A LinkedIn profile address. */
	profile?: string | undefined;
	companies?: readonly string[] | undefined;
	position?: string | undefined;
	/** A day, a month or a year. */
	birthDate?: string | undefined;
	street?: string | undefined;
	streetNumber?: string | undefined;
	city?: string | undefined;
	postcode?: string | undefined;
	/** State, county or the like. */
	region?: string | undefined;
	/** Two letters (ISO 3166) where phones without their country's code are to be read. */
	country?: string | undefined;
	nationalId?: string | undefined;
}
