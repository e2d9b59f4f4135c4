import { error, fail, redirect } from '@sveltejs/kit';
import { actAsConnector } from '#lib/introductions/connector-actions.server.ts';
import { readConnectorPage } from '#lib/introductions/connector-page.server.ts';
import { closedStatus, knockAsConnector } from '#lib/introductions/knock.server.ts';
import type { Actions, PageServerLoad } from './$types';

interface Asked {
	locals: App.Locals;
	params: { token: string };
}

async function openDoor({ locals, params }: Asked) {
	const knocked = await knockAsConnector(locals.app.db, params.token);
	if (!knocked.ok) error(closedStatus[knocked.closed], knocked.closed);
	const { actor, now } = knocked;
	return { actor, now, communityId: actor.communityId, requestId: actor.requestId };
}

export const load: PageServerLoad = async (event) => {
	const { actor, communityId, requestId, now } = await openDoor(event);
	const { db, config } = event.locals.app;
	const page = await readConnectorPage({ db, ...config }, actor, communityId, requestId, now);
	// A draft's link exists before it is sent; until then it opens nothing.
	return { page: page ?? error(404, 'unknown'), locale: event.locals.locale };
};

export const actions: Actions = {
	connector: async (event) => {
		const place = { ...(await openDoor(event)), locale: event.locals.locale };
		const { db, queue, limits, config } = event.locals.app;
		const doors = { db, enqueue: queue.enqueue, limits, ...config };
		const acted = await actAsConnector(doors, place, await event.request.formData());
		if (acted.kind === 'closed') error(404, 'unknown');
		if (acted.kind === 'form')
			return acted.status < 400 ? acted.form : fail(acted.status, acted.form);
		const lang = event.url.searchParams.get('lang');
		const query = lang ? `?${new URLSearchParams({ lang })}` : '';
		redirect(303, `/r/${event.params.token}${query}#i-${acted.introductionId}`);
	}
};
