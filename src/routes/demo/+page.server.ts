import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { beginAnew, beginDemo } from '#lib/demo/begin.server.ts';
import { demoRoleCookie, signDemoRole } from '#lib/access/demo-role.server.ts';
import { safePath } from '#lib/access/safe-path.ts';
import { moveClock, memberIdOf, readProgress } from '#lib/demo/story-progress.server.ts';
import { members, type Role, roles } from '#lib/demo/person.ts';
import { screenFor } from '#lib/demo/screens.ts';
import { storySteps } from '#lib/demo/story-steps.ts';
import type { Actions, PageServerLoad } from './$types';

const daysLater = 3;

export const load: PageServerLoad = async ({ locals, cookies }) => {
	refuseUnlessOn(locals);
	const playing = playedBy(locals);
	const progress = playing && (await readProgress(locals.app.db, playing.communityId));
	return {
		playing: roleNamed(playing?.email),
		/** A role is remembered, but its demo is not there any more. */
		gone: !playing && cookies.get(demoRoleCookie) !== undefined,
		people: members.map(({ role, name, headline }) => ({ role, name, headline })),
		steps: storySteps.map((step) => ({ ...step, done: progress?.done.has(step.key) ?? false }))
	};
};

export const actions: Actions = {
	open: async (event) => {
		const refusal = await tooOften(event);
		if (refusal) return refusal;
		await beginDemo(tellingOf(event.locals), new Date());
		return enter(event, 'kathy');
	},
	play: async (event) => {
		const form = await event.request.formData();
		return enter(event, textOf(form.get('member')), textOf(form.get('for')));
	},
	later: async (event) => {
		const { locals } = event;
		refuseUnlessOn(locals);
		const playing = playedBy(locals);
		if (!playing) redirect(303, '/demo');
		const refusal = await tooOften(event);
		if (refusal) return refusal;
		await locals.app.db.transaction().execute(async (trx) => {
			if (await moveClock(trx, playing.communityId, daysLater))
				await locals.app.queue.enqueue(trx, 'tick', {});
		});
		redirect(303, whereFrom(event));
	},
	reset: async (event) => {
		refuseUnlessOn(event.locals);
		if (!playedBy(event.locals)) redirect(303, '/demo');
		const refusal = await tooOften(event);
		if (refusal) return refusal;
		await beginAnew(tellingOf(event.locals), new Date());
		return enter(event, 'kathy', 'story');
	},
	leave: ({ locals, cookies }) => {
		refuseUnlessOn(locals);
		cookies.delete(demoRoleCookie, { path: '/' });
		redirect(303, '/');
	}
};

function tellingOf({ app: { config, db } }: App.Locals) {
	return { ...config, db };
}

function refuseUnlessOn({ app }: App.Locals): void {
	if (app.config.demo !== 'on') error(404);
}

function playedBy({ member }: App.Locals) {
	return member?.community.kind === 'demo' ? member : null;
}

function roleNamed(email: string | undefined): Role | null {
	return members.find((member) => member.email === email)?.role ?? null;
}

async function tooOften({ locals, getClientAddress }: RequestEvent) {
	refuseUnlessOn(locals);
	const taken = await locals.app.limits.take('demo', getClientAddress());
	return taken.ok ? null : fail(429, { limited: true });
}

/** From here on, this browser plays that person; opens the demo when it is not open yet. */
async function enter(event: RequestEvent, named: string, purpose = '') {
	const { locals, cookies } = event;
	refuseUnlessOn(locals);
	const { db, config } = locals.app;
	let member = await memberIdOf(db, named);
	if (!member && roles.some((role) => role === named)) {
		const refusal = await tooOften(event);
		if (refusal) return refusal;
		await beginDemo(tellingOf(locals), new Date());
		member = await memberIdOf(db, named);
	}
	if (!member) redirect(303, '/demo');
	cookies.set(demoRoleCookie, signDemoRole(config.secret, member.id), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: config.publicUrl.startsWith('https:')
	});
	const progress = await readProgress(db, member.communityId);
	redirect(303, screenFor(purpose, member.role, progress));
}

function textOf(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}

/** The screen whose button was pressed, so that time passes where one stands. */
function whereFrom({ request, url }: RequestEvent): string {
	const from = URL.parse(request.headers.get('referer') ?? '');
	return from?.origin === url.origin ? safePath(from.pathname + from.search) : '/';
}
