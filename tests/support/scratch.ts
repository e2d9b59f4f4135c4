import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that is gone when the test file is done; other users of the machine may pass through it. */
export function scratchFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'entremise-scratch-'));
	chmodSync(folder, 0o711);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
