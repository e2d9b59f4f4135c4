import { slugOf } from '#lib/demo/person.ts';

const domains = ['example.com', 'example.org', 'example.net'] as const;

export interface Details {
	email: string;
	/** E.164. */
	phone: string;
	profile: string;
}

/**
 * Addresses that reach nobody, for the `number`th person (0 to 8999): domains kept for examples,
 * numbers kept for fiction (+33 6 39 98), a profile name that only this demo would bear.
 */
export function inventDetails(
	{ givenName, familyName }: { givenName: string; familyName: string },
	number: number,
	numbered = false
): Details {
	const name = [givenName, familyName].map(slugOf);
	const end = numbered ? String(number + 1) : '';
	return {
		email: `${name.join('.')}${end}@${domains[number % domains.length]}`,
		phone: `+3363998${String(number + 1000)}`,
		profile: `https://www.linkedin.com/in/${['entremise-demo', ...name].join('-')}${end}`
	};
}
