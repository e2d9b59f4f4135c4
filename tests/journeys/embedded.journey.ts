import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { end, serve } from '../support/app.ts';

test('on the embedded database, a second application is refused, and a crash is survived', async () => {
	const DATA_FOLDER = mkdtempSync(join(tmpdir(), 'entremise-journey-'));
	const first = await serve({ DATA_FOLDER });
	await expect(serve({ DATA_FOLDER })).rejects.toThrow(
		`serve ended with 1:\nAnother Entremise is already running on ${DATA_FOLDER}.`
	);
	first.process.kill('SIGKILL');
	const second = await serve({ DATA_FOLDER });
	expect((await fetch(`${second.url}/sign-in`)).ok).toBe(true);
	expect(await end(second.process)).toBe(0);
	rmSync(DATA_FOLDER, { recursive: true });
});
