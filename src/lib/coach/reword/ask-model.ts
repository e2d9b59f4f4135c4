import { z } from 'zod';

/** Where the model is, its name there, and the key that opens it; '' where none is needed. */
export interface ModelSettings {
	address: string;
	model: string;
	key: string;
}

/** Why there is no answer. */
export type ModelRefusal =
	/** Nobody there, or the server does not let this page ask (CORS). */
	| 'unreachable'
	/** It took longer than one waits. */
	| 'slow'
	/** The writer called it off. */
	| 'cancelled'
	/** The key is missing or wrong. */
	| 'refused'
	/** Nothing at this address, or no model of this name. */
	| 'not_found'
	| 'too_many'
	/** It answered with an error of its own. */
	| 'failed'
	/** What came is no answer that can be read. */
	| 'nonsense'
	/** More came than any letter needs. */
	| 'too_long';

export type ModelAnswer = { ok: true; text: string } | { ok: false; refusal: ModelRefusal };

/** How long one waits for a model, in milliseconds. */
export const patience = 30_000;

// Letters are short; thoughts that a model writes down before it may be long.
const mostBytes = 262_144;

const reply = z.object({
	choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown())
});
const no = (refusal: ModelRefusal) => ({ ok: false, refusal }) as const;

/** The one message to a model, as it leaves. */
function requestBody({ model }: Pick<ModelSettings, 'model'>, prompt: string): string {
	return JSON.stringify({ model, messages: [{ role: 'user', content: prompt }], stream: false });
}

/**
 * Asks an OpenAI-compatible server once. Sends the prompt, the model's name and the key, to this address
 * alone: no cookies, no address of the page, no following elsewhere. Never throws.
 */
export async function askModel(
	fetch: typeof globalThis.fetch,
	settings: ModelSettings,
	prompt: string,
	signal: AbortSignal
): Promise<ModelAnswer> {
	try {
		const response = await fetch(`${settings.address}/chat/completions`, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(settings.key && { authorization: `Bearer ${settings.key}` })
			},
			body: requestBody(settings, prompt),
			signal,
			redirect: 'error',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store'
		});
		if (!response.ok) {
			await response.body?.cancel();
			return no(refusalOf(response.status));
		}
		const body = await readAtMost(response, mostBytes);
		return body === null ? no('too_long') : readReply(body);
	} catch {
		return no(signal.aborted ? whyAborted(signal) : 'unreachable');
	}
}

function refusalOf(status: number): ModelRefusal {
	if (status === 401 || status === 403) return 'refused';
	if (status === 404) return 'not_found';
	return status === 429 ? 'too_many' : 'failed';
}

function whyAborted({ reason }: AbortSignal): ModelRefusal {
	return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'slow' : 'cancelled';
}

/** The text of a body; null when it is longer, and then the rest is not read. */
async function readAtMost(response: Response, most: number): Promise<string | null> {
	const reader = response.body?.getReader();
	if (!reader) return '';
	const decoder = new TextDecoder();
	let [text, size] = ['', 0];
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		size += value.byteLength;
		if (size > most) {
			await reader.cancel();
			return null;
		}
		text += decoder.decode(value, { stream: true });
	}
}

function readReply(body: string): ModelAnswer {
	const parsed = reply.safeParse(asJson(body));
	if (!parsed.success) return no('nonsense');
	const text = bare(parsed.data.choices[0].message.content);
	return text === '' ? no('nonsense') : { ok: true, text };
}

function asJson(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** Without what models put around an answer: their thoughts, and a fence of code. */
function bare(content: string): string {
	return content
		.replace(/<think>[\s\S]*?<\/think>/g, '')
		.trim()
		.replace(/^```\w*\n([\s\S]*?)\n?```$/, '$1')
		.trim();
}
