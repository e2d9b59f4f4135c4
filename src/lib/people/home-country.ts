/** Where a member's phone numbers without a country code are from (ISO 3166), as far as one can tell. */
export function homeCountry(locale: 'fr' | 'en'): string | undefined {
	return locale === 'fr' ? 'FR' : undefined;
}
