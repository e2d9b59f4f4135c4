import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/communities/current-member.server.ts';
import { communityNow } from '#lib/db/clock.server.ts';
import { isFaint } from '#lib/introductions/faint.ts';
import { introducedBefore } from '#lib/introductions/introduced-before.server.ts';
import { firstName } from '#lib/introductions/letters/voice.ts';
import { dayOf, sayDate } from '#lib/i18n/dates.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { sayCount } from '#lib/i18n/say-count.ts';
import { sayTie } from '#lib/i18n/tie-sentence.ts';
import { capitalised } from '#lib/i18n/typography.ts';
import {
	acquaintancesOf,
	knownBy,
	removeAcquaintance,
	type Acquaintance
} from '#lib/network/acquaintances.server.ts';
import { noteAcquaintance } from '#lib/network/note-acquaintance.server.ts';
import { exchangeYears } from '#lib/network/exchange-years.server.ts';
import { memoryLines } from '#lib/network/memory-lines.ts';
import { asTieWord, sayStrengthOf, strengthsOf } from '#lib/network/tie-strengths.server.ts';
import { toldStrength } from '#lib/network/told-strength.ts';
import { tieYears } from '#lib/network/tie-years.ts';
import { tracesTo } from '#lib/network/ties.server.ts';
import { listImports } from '#lib/importers/import-report.server.ts';
import { countBlind } from '#lib/people/count-blind.server.ts';
import { deleteContact } from '#lib/people/contact-delete.server.ts';
import { listContacts } from '#lib/people/contact-list.server.ts';
import { searchText } from '#lib/people/search-text.ts';
import { sayWhy } from '#lib/i18n/match-reasons.ts';
import { listMerges, shownInstead } from '#lib/matching/merge-list.server.ts';
import { personOf } from '#lib/matching/person-joins.server.ts';
import { mergeContacts } from '#lib/matching/merge.server.ts';
import { sharingChanged } from '#lib/matching/sharing-changed.server.ts';
import { undoMerge } from '#lib/matching/undo-merge.server.ts';
import { retellTies } from '#lib/network/retell.server.ts';
import { readContact, readHistory } from '#lib/people/contact-read.server.ts';
import { readBookSharing } from '#lib/people/book-sharing.server.ts';
import { shareContacts } from '#lib/people/share-contacts.server.ts';
import { asSharingChoice } from '#lib/people/sharing-level.ts';
import { undoSharing } from '#lib/people/undo-sharing.server.ts';
import { viewersOf } from '#lib/people/view-as.server.ts';
import { valueSources } from '#lib/people/value-sources.ts';
import { workOf } from '#lib/people/work-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor, locale } = locals;
	const { db } = locals.app;
	const contact = await readContact(db, actor, params.id);
	if (!contact) {
		const instead = await shownInstead(db, actor, params.id);
		if (instead) redirect(303, `/contacts/${instead}`);
		error(404);
	}
	const now = await communityNow(db, signedIn(locals).communityId);
	const [connectors, known, history, imports, introduced, counts] = await Promise.all([
		acquaintancesOf(db, actor, contact.id),
		knownBy(db, actor, contact.id),
		readHistory(db, actor, contact.id),
		listImports(db, actor),
		introducedBefore(db, actor, contact.id),
		exchangeYears(db, actor, contact.id)
	]);
	const [book, viewers] = await Promise.all([readBookSharing(db, actor), viewersOf(db, actor)]);
	const joins = await personOf(db, actor, contact.id);
	const blind = await countBlind(db, actor, { company: contact.company });
	const people = [contact, ...[...connectors, ...known].map((one) => one.contact)];
	const ties = await tracesTo(db, actor, people);
	const facts = (id: string) => (ties.get(id) ?? []).map((trace) => trace.fact);
	const strengths = await strengthsOf(db, actor, new Map([[contact.id, facts(contact.id)]]), now);
	const strength = strengths.get(contact.id);
	if (!strength) error(404);
	const here = introduced.map((fact) => ({ fact, source: null }));
	const traces = [...(ties.get(contact.id) ?? []), ...here];
	const tie = (id: string) => capitalised(sayTie(facts(id), locale), locale);
	const line = ({ contact: { id, fullName, ...work }, how }: Acquaintance) => ({
		id,
		name: fullName,
		work: workOf(work),
		tie: tie(id),
		how,
		isFaint: isFaint(facts(id), now)
	});
	const files = new Map(imports.map((one) => [one.id, one.fileName]));
	return {
		first: firstName(contact.fullName),
		/** A letter was just marked as sent. */
		written: url.searchParams.has('written'),
		contact: { ...contact, work: workOf(contact), tie: tie(contact.id) },
		ofBook: book?.sharing ?? 'private',
		sharedSince: sharedSince(contact, history, locale),
		viewers,
		/** Other members' visible contacts who are this person. */
		elsewhere: joins.map(({ theirs: { fullName: name, ...shows } }) => ({ ...shows, name })),
		counted: sayCount(blind, contact.company, locale),
		memory: memoryLines(traces, locale),
		strength: toldStrength(strength, locale),
		years: tieYears(traces, counts, now.getUTCFullYear()),
		files: Object.fromEntries(files),
		merges: (await listMerges(db, actor, { contactId: contact.id })).map((merge) => ({
			...merge,
			why: sayWhy(merge.reasons, locale)
		})),
		connectors: connectors.map(line),
		known: known.map(line),
		imported: new Map(
			imports.map(({ id, fileName, createdAt }) => [id, { name: fileName, at: createdAt }])
		),
		sources: valueSources(
			contact,
			history.map(({ event }) => event)
		),
		history: history.map(({ event, at }) => ({
			event,
			at,
			file: event.kind === 'imported' ? (files.get(event.importId) ?? '') : ''
		}))
	};
};

/** The day on which others came to know of a contact what they may know now, in words. */
function sharedSince(
	{ sharing }: { sharing: string },
	history: Awaited<ReturnType<typeof readHistory>>,
	locale: Locale
): string | undefined {
	const last = history.find(({ event }) => event.kind === 'shared');
	if (last?.event.kind !== 'shared' || last.event.sharing !== sharing) return undefined;
	return sayDate(dayOf(last.at), locale);
}

export const actions: Actions = {
	connector: async ({ locals, params, request }) =>
		note('connector', locals, params.id, await request.formData()),
	known: async ({ locals, params, request }) =>
		note('known', locals, params.id, await request.formData()),
	forget: async ({ locals, request }) => {
		const form = await request.formData();
		const pair = {
			connectorId: String(form.get('connector') ?? ''),
			targetId: String(form.get('target') ?? '')
		};
		if (!(await removeAcquaintance(locals.app.db, locals.actor, pair))) return fail(404);
	},
	join: async ({ locals, params, request }) => {
		const { db } = locals.app;
		const form = await request.formData();
		const merge = {
			keptId: params.id,
			mergedId: await pickedContact(locals, {
				id: String(form.get('same_id') ?? ''),
				name: String(form.get('same') ?? '')
			})
		};
		const now = await communityNow(db, signedIn(locals).communityId);
		const joined = await mergeContacts(db, locals.actor, merge, now, retellTies);
		if (!joined.ok) return fail(422, { unjoined: joined.refusal });
		redirect(303, `/contacts/${params.id}`);
	},
	separate: async ({ locals, params, request }) => {
		const { db } = locals.app;
		const id = String((await request.formData()).get('merge') ?? '');
		const now = await communityNow(db, signedIn(locals).communityId);
		if (!(await undoMerge(db, locals.actor, id, now, retellTies))) return fail(404);
		redirect(303, `/contacts/${params.id}`);
	},
	strength: async ({ locals, params, request }) => {
		const said = asTieWord((await request.formData()).get('strength'));
		if (said === undefined) return fail(400);
		const { app, actor } = locals;
		const now = await communityNow(app.db, signedIn(locals).communityId);
		if (!(await sayStrengthOf(app.db, actor, params.id, said, now))) return fail(404);
		redirect(303, `/contacts/${params.id}`);
	},
	share: async ({ locals, params, request }) => {
		const choice = asSharingChoice((await request.formData()).get('sharing'));
		if (!choice) return fail(400);
		const { app, actor } = locals;
		const some = { ids: [params.id] };
		const { change } = await shareContacts(app.db, actor, some, choice, sharingChanged);
		return { sharing: change ? ('changed' as const) : ('unchanged' as const), change };
	},
	unshare: async ({ locals, request }) => {
		const change = String((await request.formData()).get('change') ?? '');
		await undoSharing(locals.app.db, locals.actor, change, sharingChanged);
		return { sharing: 'undone' as const, change: null };
	},
	delete: async ({ locals, params }) => {
		const { db, queue } = locals.app;
		const { communityId } = signedIn(locals);
		const now = await communityNow(db, communityId);
		if (!(await deleteContact(db, locals.actor, params.id, now))) error(404);
		await queue.enqueue(db, 'match_persons', { communityId, contactId: params.id });
		redirect(303, `/contacts?deleted=${params.id}`);
	}
};

/** The contact that a picker names, without scripts by its name alone; empty where nobody can be told. */
async function pickedContact(locals: App.Locals, picked: { id: string; name: string }) {
	if (picked.id !== '' || picked.name.trim() === '') return picked.id;
	const { contacts } = await listContacts(locals.app.db, locals.actor, { query: picked.name });
	const named = contacts.filter(
		({ fullName }) => searchText([fullName]) === searchText([picked.name])
	);
	return named.length === 1 ? (named[0]?.id ?? '') : '';
}

/** Notes who knows this contact, or whom this contact knows. */
async function note(side: 'connector' | 'known', locals: App.Locals, id: string, form: FormData) {
	const { db } = locals.app;
	const person = {
		id: String(form.get('person_id') ?? ''),
		name: String(form.get('person') ?? '')
	};
	const how = String(form.get('how') ?? '');
	const now = await communityNow(db, signedIn(locals).communityId);
	const ends =
		side === 'connector'
			? { connector: person, target: { id, name: '' } }
			: { connector: { id, name: '' }, target: person };
	const noted = await noteAcquaintance(db, locals.actor, { ...ends, how }, now);
	if (!noted.ok) return fail(422, { side, name: person.name, how, refusal: noted.refusal });
	return { side, name: '', how: '', refusal: null };
}
