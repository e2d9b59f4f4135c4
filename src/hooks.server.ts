import { randomBytes } from 'node:crypto';
import { building, dev } from '$app/env';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { letPageAsk, secure } from '#lib/access/security-headers.ts';
import { type App, startApp } from '#lib/app.server.ts';
import { originOf } from '#lib/coach/reword/model-address.ts';
import { hasAccounts } from '#lib/communities/sign-up.server.ts';
import { standingOf } from '#lib/communities/standing.server.ts';
import { readWritingHelp } from '#lib/communities/writing-help.server.ts';
import { readConfig } from '#lib/config.server.ts';
import { errorLine } from '#lib/error-line.ts';
import { chooseLocale } from '#lib/i18n/locale.ts';
import { runWithLocale } from '#lib/i18n/request-locale.server.ts';
import { linkLocale } from '#lib/introductions/link-locale.server.ts';

// Outlives a reload in development, where this module is run again in the same process.
const running: { app?: App } = ((globalThis as Record<symbol, unknown>)[Symbol.for('entremise')] ??=
	{}) as { app?: App };

export const init: ServerInit = async () => {
	if (building) return;
	await running.app?.close();
	const app = await startApp(readConfig(process.env));
	running.app = app;
	process.once('sveltekit:shutdown', app.close);
	if (dev) for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, app.close);
};

export const handle: Handle = async ({ event, resolve }) => {
	const app = startedApp();
	event.locals.app = app;
	const standing = await standingOf({ ...app, db: app.prepared }, event.cookies);
	event.locals.actor = standing.actor;
	event.locals.member = standing.member;
	event.locals.userId = standing.userId;
	event.locals.locale = (await linkLocale(app.db, event)) ?? localeOf(event);
	await guard(event);
	const response = await runWithLocale(event.locals.locale, async () =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale)
		})
	);
	secure(response.headers, app.config.publicUrl);
	await letOwnModelBeAsked(event, response.headers);
	return response;
};

/** What went wrong without anyone's data: where, what kind, and a reference that the person can quote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return;
	const reference = randomBytes(4).toString('hex');
	running.app?.log(errorLine(error, { reference, where: event.route.id ?? 'no page' }));
	return { reference };
};

function startedApp(): App {
	if (!running.app) throw new Error('A request came before the application was started.');
	return running.app;
}

// A language kept with an account is its owner's choice; that of a person of the demo is a part of the story.
function localeOf({ locals, cookies, request }: RequestEvent) {
	const played = locals.member?.community.kind === 'demo';
	return chooseLocale({
		account: played ? undefined : locals.member?.locale,
		cookie: cookies.get('locale'),
		acceptLanguage: request.headers.get('accept-language')
	});
}

/** Every screen of members is closed to others here, before any of its own code runs. */
async function guard({ route, locals, url, request }: RequestEvent): Promise<void> {
	if (locals.member || !route.id?.startsWith('/(app)')) return;
	if (locals.userId) redirect(303, '/communities');
	if (!(await hasAccounts(locals.app.db))) redirect(303, '/welcome');
	const then = request.method === 'GET' ? url.pathname + url.search : url.pathname;
	redirect(303, then === '/' ? '/sign-in' : `/sign-in?then=${encodeURIComponent(then)}`);
}

/**
 * A member who set up a language model has their own browser ask it; nobody else's page may. All of
 * their screens, because a page keeps its policy while one goes from screen to screen.
 */
async function letOwnModelBeAsked({ route, locals }: RequestEvent, headers: Headers) {
	if (!route.id?.startsWith('/(app)') || !headers.has('content-security-policy')) return;
	const help = await readWritingHelp(locals.app.prepared, locals.actor);
	const origin = help && originOf(help.address);
	if (origin) letPageAsk(headers, origin);
}
