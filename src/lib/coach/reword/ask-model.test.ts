import { afterAll, describe, expect, it } from 'vitest';
import { askModel } from '#lib/coach/reword/ask-model.ts';
import {
	answers,
	type Behaviour,
	sends,
	startModelStub
} from '../../../../tests/support/model-stub.ts';

const stub = await startModelStub();
afterAll(stub.close);

const never = () => new AbortController().signal;

function ask(behaviour: Behaviour, signal = never(), key = '') {
	stub.behaves(behaviour);
	return askModel(fetch, { address: stub.address, model: 'invented-7b', key }, 'Hello?', signal);
}

const refused = (refusal: string) => ({ ok: false, refusal });
const silent: Behaviour = () => {};
const half: Behaviour = (response) =>
	void response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":');

describe('a question to a model', () => {
	it('brings the words of a good answer', async () => {
		expect(await ask(answers('Bonjour Dean,\n\nMerci.'))).toEqual({
			ok: true,
			text: 'Bonjour Dean,\n\nMerci.'
		});
	});

	it('sends the prompt, the name of the model and the key, and nothing else', async () => {
		stub.received.length = 0;
		await ask(answers('Yes.'), never(), 'a-key');
		const [only] = stub.received;
		expect(stub.received).toHaveLength(1);
		expect([only?.method, only?.path]).toEqual(['POST', '/v1/chat/completions']);
		expect(only?.headers.authorization).toBe('Bearer a-key');
		expect([only?.headers.cookie, only?.headers.referer]).toEqual([undefined, undefined]);
		expect(JSON.parse(only?.body ?? '')).toEqual({
			model: 'invented-7b',
			messages: [{ role: 'user', content: 'Hello?' }],
			stream: false
		});
	});

	it('sends no key where there is none', async () => {
		stub.received.length = 0;
		await ask(answers('Yes.'));
		expect(stub.received[0]?.headers.authorization).toBe(undefined);
	});

	it('leaves out the thoughts and the fence around an answer', async () => {
		const content = '<think>They want it\nshort.</think>\n\n```text\nHello Dean.\n```\n';
		expect(await ask(answers(content))).toEqual({ ok: true, text: 'Hello Dean.' });
	});
});

describe('a model that', () => {
	it('is not there is unreachable', async () => {
		const gone = await startModelStub();
		await gone.close();
		const settings = { address: gone.address, model: 'invented-7b', key: '' };
		expect(await askModel(fetch, settings, 'Hello?', never())).toEqual(refused('unreachable'));
	});

	it('hangs up is unreachable', async () => {
		expect(await ask((response) => void response.destroy())).toEqual(refused('unreachable'));
	});

	it('sends the letter elsewhere is not followed', async () => {
		const other = await startModelStub(answers('Hello Dean.'));
		const location = `${other.address}/chat/completions`;
		const answer = await ask((response) => void response.writeHead(307, { location }).end());
		expect([answer, other.received]).toEqual([refused('unreachable'), []]);
		await other.close();
	});

	it('does not answer in time is slow', async () => {
		expect(await ask(silent, AbortSignal.timeout(5))).toEqual(refused('slow'));
	});

	it('stops in the middle of its answer is slow too', async () => {
		expect(await ask(half, AbortSignal.timeout(50))).toEqual(refused('slow'));
	});

	it('is called off says so', async () => {
		const writer = new AbortController();
		const asked = ask(() => writer.abort(), writer.signal);
		expect(await asked).toEqual(refused('cancelled'));
	});

	it.each([
		[401, 'refused'],
		[403, 'refused'],
		[404, 'not_found'],
		[429, 'too_many'],
		[500, 'failed'],
		[503, 'failed'],
		[400, 'failed']
	])('answers %i is said to be %s', async (status, refusal) => {
		const body = '{"error":{"message":"no"}}';
		expect(await ask(sends(status, 'application/json', body))).toEqual(refused(refusal));
	});

	it.each([
		['a page', '<!doctype html><title>Welcome</title>'],
		['broken JSON', '{"choices":[{"message":{"content":"Hel'],
		['JSON of another kind', '{"result":"Hello"}'],
		['no choice', '{"choices":[]}'],
		['no words', '{"choices":[{"message":{"content":"  \\n"}}]}'],
		['no text', '{"choices":[{"message":{"content":null}}]}'],
		['nothing', '']
	])('answers with %s talks nonsense', async (_, body) => {
		expect(await ask(sends(200, 'text/html', body))).toEqual(refused('nonsense'));
	});

	it('answers without end is cut off', async () => {
		let sent = 0;
		const endless: Behaviour = (response) => {
			const more = () => {
				sent += 65_536;
				if (!response.destroyed && sent < 50_000_000) response.write('x'.repeat(65_536), more);
			};
			more();
		};
		expect(await ask(endless)).toEqual(refused('too_long'));
		expect(sent).toBeLessThan(50_000_000);
	});
});
