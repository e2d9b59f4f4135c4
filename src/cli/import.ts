import { isSupportedCountry } from 'libphonenumber-js/max';
import { type Asked, type Command, type Outcome, WrongUsage } from './command.ts';

export const importFile: Command = {
	summary:
		'read files of contacts, messages and meetings into a member’s own, or only look at them',
	usage: 'FILE… --member EMAIL [--community ID] | FILE… --dry-run [--records] [--country FR]',
	help: `Reads each FILE into the book of the member with this e-mail address, while the application
runs or not. New contacts are private; the same file twice changes nothing. What a file is, is seen from
its content: a LinkedIn archive (the ZIP or any CSV of it), contacts of Google or Outlook as CSV, any
other CSV of people (its columns are guessed, and said), vCard, mbox, .eml, iCalendar.

  --member EMAIL   whose book; told apart by --community where there are several
  --json           the counts as one JSON object
  --dry-run        keeps nothing, needs no database: counts what an import into an empty book would
                   do. A row that repeats an earlier one of these files (people by LinkedIn profile or
                   e-mail address, else word for word; messages and meetings by who, when and which
                   conversation) is unchanged, or updated where it adds something.
                   With --json one object: {format, rows, created, updated, unchanged, records,
                   files, refused: [{file, line, reason}]}
  --records        (dry run) prints each record as JSON, one a line; with --json the counts follow
                   as the last line
  --country FR     (dry run) the country of phone numbers without a country code

A file that cannot be read, or not to its end, is named on stderr and the exit code is 1 ("refusal" in
the JSON); what was readable is kept.

Example: entremise import Connections.csv contacts.vcf --member kathy@example.com`,
	options: {
		member: { type: 'string' },
		community: { type: 'string' },
		country: { type: 'string' },
		'dry-run': { type: 'boolean', default: false },
		records: { type: 'boolean', default: false }
	},
	words: { min: 1, max: 1000 },
	run: async (asked) => (asked.options['dry-run'] === true ? lookAt(asked) : keep(asked))
};

async function lookAt({ words, options, say }: Asked): Promise<Outcome> {
	for (const option of ['member', 'community'])
		if (options[option] !== undefined) throw new WrongUsage(`--dry-run has no --${option}.`);
	const { readDry } = await import('./read-dry.ts');
	const country = countryIn(options['country']);
	const [records, json] = [options['records'] === true, options['json'] === true];
	return readDry(words, { records, json, country, now: new Date() }, say);
}

function countryIn(typed: unknown): string | undefined {
	if (typed === undefined) return undefined;
	const country = String(typed).toUpperCase();
	if (!isSupportedCountry(country)) throw new WrongUsage('--country is two letters, such as FR.');
	return country;
}

async function keep({ words, options, say }: Asked): Promise<Outcome> {
	const email = options['member'];
	if (typeof email !== 'string' || email === '')
		throw new WrongUsage('Say whose contacts these are with --member EMAIL, or --dry-run.');
	for (const option of ['records', 'country'])
		if (options[option]) throw new WrongUsage(`--${option} is for --dry-run.`);
	// A dry run does without the database, and without the time it takes to load what speaks to one.
	const { importInto } = await import('./import-into-book.ts');
	return importInto(words, { email, community: String(options['community'] ?? '') }, say);
}
