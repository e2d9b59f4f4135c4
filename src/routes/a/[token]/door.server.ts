import { error } from '@sveltejs/kit';
import { answerNames } from '#lib/introductions/answer-names.ts';
import { openAsk } from '#lib/introductions/answer-door.server.ts';
import { closedStatus } from '#lib/introductions/knock.server.ts';

interface Asked {
	locals: App.Locals;
	params: { token: string };
}

/** The ask behind the link of this request; anything else ends on a page that tells nothing. */
export async function openDoor({ locals, params }: Asked) {
	const opened = await openAsk(locals.app.db, params.token);
	if (!opened.ok) error(closedStatus[opened.closed], opened.closed);
	return { ...opened, names: answerNames(opened.view) };
}

/** Another page of the same link, in the language asked for. */
export function pageOf(params: { token: string }, url: URL, ending?: string): string {
	const lang = url.searchParams.get('lang');
	const page = ending ? `/a/${params.token}/${ending}` : `/a/${params.token}`;
	return lang ? `${page}?${new URLSearchParams({ lang })}` : page;
}
