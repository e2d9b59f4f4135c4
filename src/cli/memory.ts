import type { Kysely } from 'kysely';
import type { Member } from '#lib/access/actor.ts';
import { readConfig } from '#lib/config.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { openConfigured } from '#lib/db/open.server.ts';
import type { Database } from '#lib/db/schema.ts';
import { dayOf } from '#lib/i18n/dates.ts';
import { sayStrength } from '#lib/i18n/strength-sentence.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { capitalised } from '#lib/i18n/typography.ts';
import { sayWholeFact } from '#lib/i18n/whole-fact.ts';
import { listImports } from '#lib/importers/import-report.server.ts';
import { introducedBefore } from '#lib/introductions/introduced-before.server.ts';
import { isDormant } from '#lib/network/dormancy.ts';
import { isInferred } from '#lib/network/inferred.ts';
import type { Trace } from '#lib/network/memory.ts';
import { tracesTo } from '#lib/network/ties.server.ts';
import type { TieStrength } from '#lib/network/tie-strength.ts';
import { strengthsOf } from '#lib/network/tie-strengths.server.ts';
import { type ContactSheet, readContact } from '#lib/people/contact-read.server.ts';
import { type Command, type Outcome, WrongUsage } from './command.ts';
import { membersWith, whoIsIt } from './members-with.ts';

export const memory: Command = {
	summary: 'how a member knows one of their contacts, with the evidence',
	usage: '--member EMAIL --contact ID [--community ID] [--json]',
	help: `Tells how the member with this e-mail address knows one of their contacts: each fact with its
dates, whether it is inferred, and the file and line it comes from. The id of a contact is the end of
the address of its page. A member of several communities is told apart by --community.

Example: entremise memory --member dean@example.com --contact 0190…`,
	options: {
		member: { type: 'string' },
		contact: { type: 'string' },
		community: { type: 'string' }
	},
	words: { min: 0, max: 0 },
	run: async ({ options, say }) => {
		const [email, contact] = [text(options['member']), text(options['contact'])];
		if (email === '') throw new WrongUsage('Say whose memory it is with --member EMAIL.');
		if (contact === '') throw new WrongUsage('Say of whom with --contact ID.');
		const { dataFolder, databaseUrl } = readConfig(process.env);
		const opened = await openConfigured({ dataFolder, databaseUrl, log: say, as: 'command' });
		try {
			const members = await membersWith(opened.db, email, text(options['community']));
			const [member] = members;
			if (!member || members.length > 1) return { ok: false, text: whoIsIt(members, email) };
			return await remember(opened.db, member, contact);
		} finally {
			await opened.close();
		}
	}
};

/** What a member knows of one of their contacts, as the command tells it. */
export async function remember(
	db: Kysely<Database>,
	member: Member,
	contactId: string
): Promise<Outcome> {
	const contact = await readContact(db, member, contactId);
	if (!contact) return { ok: false, text: 'This member has no contact with this id.' };
	const now = await communityNow(db, member.communityId);
	const traces = (await tracesTo(db, member, [contact])).get(contact.id) ?? [];
	const here = await introducedBefore(db, member, contact.id);
	const all = [...traces, ...here.map((fact) => ({ fact, source: null }))];
	const facts = traces.map(({ fact }) => fact);
	const strengths = await strengthsOf(db, member, new Map([[contact.id, facts]]), now);
	const files = new Map((await listImports(db, member)).map(({ id, fileName }) => [id, fileName]));
	const outcome = told(contact, all, files, dayOf(now));
	return withStrength(outcome, strengths.get(contact.id));
}

function told(
	contact: ContactSheet,
	traces: readonly Trace[],
	files: ReadonlyMap<string, string>,
	today: string
): Outcome {
	const known = traces.map(({ fact }) => fact);
	const sentence = inBoth((locale) => `${capitalised(sayTie(known, locale), locale)}.`);
	const dormant = isDormant(known, contact, today);
	const facts = traces.flatMap(({ fact, source }) => {
		if (fact.kind === 'none') return [];
		const from = source && {
			import: source.importId,
			file: source.file || (files.get(source.importId) ?? ''),
			line: source.line
		};
		const said = inBoth((locale) => `${capitalised(sayWholeFact(fact, locale), locale)}.`);
		return [{ ...fact, inferred: isInferred(fact), sentence: said, source: from }];
	});
	const lines = facts.map(
		({ inferred, sentence: { en }, source }) =>
			`${inferred ? '~' : '-'} ${en}${source ? ` [${source.file}:${source.line ?? '?'}]` : ''}`
	);
	const text = [`${contact.fullName}: ${sentence.en}`, ...lines].join('\n');
	const who = { id: contact.id, name: contact.fullName };
	return { ok: true, text, data: { contact: who, sentence, facts, dormant } };
}

/** How likely they are to answer, beside what makes it so. */
function withStrength(outcome: Outcome, strength: TieStrength | undefined): Outcome {
	if (!outcome.ok || !strength) return outcome;
	const { value, word } = strength;
	const sentence = inBoth((locale) => sayStrength(strength, locale));
	const text = `${outcome.text}\n= ${sentence.en}`;
	return {
		...outcome,
		text,
		data: { ...Object(outcome.data), strength: { value, word, sentence } }
	};
}

function inBoth(say: (locale: 'fr' | 'en') => string): { fr: string; en: string } {
	return { fr: say('fr'), en: say('en') };
}

function text(option: unknown): string {
	return typeof option === 'string' ? option : '';
}
