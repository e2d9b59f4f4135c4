import { z } from 'zod';
import type { Locale } from '#lib/i18n/locale.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sayMailState } from '#lib/mail/mail-state.ts';
import { namesAddressee, opensLetter, type PostBoxView } from '#lib/mail/post-box-view.ts';
import {
	type Addressee,
	type PostBoxLine,
	listAddressees,
	listPostBox
} from '#lib/mail/post-box.server.ts';
import type { PageServerLoad } from './$types';
import { openPostBox } from './door.server.ts';

const mostFilters = 12;

export const load: PageServerLoad = async ({ locals, url }) => {
	const box = await openPostBox(locals);
	const { view, demo, email, communityIds } = box;
	const { db } = locals.app;
	const wanted = url.searchParams.get('to');
	const addressees = await listAddressees(
		db,
		communityIds,
		view === 'letters' ? 'all' : 'accounts'
	);
	// The demo's people are invented: there, an address may stand in a link.
	const chosen = addressees.find((one) => wanted === one.key || (demo && wanted === one.email));
	const before = z.uuid().safeParse(url.searchParams.get('before')).data;
	const { lines, older } =
		wanted && !chosen
			? { lines: [], older: null }
			: await listPostBox(db, communityIds, { to: chosen?.email, before });
	return {
		view,
		demo,
		wanted: wanted !== null,
		older: older && pathOf({ to: chosen?.key, before: older }),
		newest: before ? pathOf({ to: chosen?.key }) : null,
		filters: filtersOf(addressees, chosen, email),
		lines: lines.map((line) => shown(line, box, locals.locale))
	};
};

function shown(line: PostBoxLine, box: { view: PostBoxView; demo: boolean }, locale: Locale) {
	const named = namesAddressee(box, line);
	return {
		id: line.id,
		kind: line.kind,
		to: named ? line.toName || line.toEmail : m.mail_outside({}, { locale }),
		email: named ? line.toEmail : '',
		subject: opensLetter(box, line.state) ? line.subject : null,
		createdAt: line.createdAt,
		...sayMailState(line, locale)
	};
}

function filtersOf(addressees: Addressee[], chosen: Addressee | undefined, mine: string) {
	const latest = addressees.slice(0, mostFilters);
	const listed = chosen && !latest.includes(chosen) ? [...latest, chosen] : latest;
	return listed.map((one) => {
		const name = one.name || one.email;
		return {
			person: name,
			label: one.email === mine ? m.mail_filter_me({ name }) : name,
			href: pathOf({ to: one.key }),
			current: one === chosen
		};
	});
}

function pathOf(query: { to?: string | undefined; before?: string }): string {
	const given = Object.entries(query).filter(([, value]) => value !== undefined);
	const search = new URLSearchParams(Object.fromEntries(given)).toString();
	return search ? `/post-box?${search}` : '/post-box';
}
