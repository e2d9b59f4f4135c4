import * as z from 'zod';

const answers = z.union([
	z.object({
		ok: z.literal(true),
		importId: z.string().optional(),
		arrived: z.number().optional(),
		state: z.string().optional()
	}),
	z.object({ ok: z.literal(false), refusal: z.string() })
]);
type Answer = Extract<z.infer<typeof answers>, { ok: true }>;

/** The server will not have this file; `refusal` says why. */
export class RefusedUpload extends Error {
	readonly refusal: string;

	constructor(refusal: string) {
		super(`The upload was refused: ${refusal}`);
		this.refusal = refusal;
	}
}

/** In milliseconds, how long to wait before each further attempt. */
const pauses = [500, 2000, 6000];

/** Asks the endpoint of uploads, a few times where the line is bad; throws RefusedUpload. */
export async function ask(path: string, init: RequestInit): Promise<Answer> {
	for (let attempt = 0; ; attempt += 1) {
		try {
			return await askOnce(path, init);
		} catch (error) {
			const pause = pauses[attempt];
			const isFinal = error instanceof RefusedUpload || init.signal?.aborted;
			if (isFinal || pause === undefined) throw error;
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
	}
}

async function askOnce(path: string, init: RequestInit): Promise<Answer> {
	const response = await fetch(`/contacts/import/upload${path}`, init);
	if (response.status === 204) return { ok: true };
	const answer = answers.parse(await response.json());
	if (!answer.ok) throw new RefusedUpload(answer.refusal);
	return answer;
}
