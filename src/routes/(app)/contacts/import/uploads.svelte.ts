import { type Sample, secondsLeft, withSample } from '#lib/importers/time-left.ts';
import { ask, RefusedUpload } from './ask-upload.ts';
import { piecesOf } from './piece-size.ts';

export type UploadState =
	'queued' | 'sending' | 'done' | 'mapping' | 'refused' | 'lost' | 'cancelled';

/** One file on its way from this window. */
export class Upload {
	readonly file: File;
	/** What others may know of the contacts it brings: a level, or `book`. */
	readonly sharing: string;
	state = $state<UploadState>('queued');
	/** Bytes that have come. */
	arrived = $state(0);
	/** Whether some of it had come in an earlier attempt. */
	resumed = $state(false);
	refusal = $state('');
	importId = $state('');
	private samples = $state.raw<Sample[]>([]);
	private stop = new AbortController();

	constructor(file: File, sharing: string) {
		this.file = file;
		this.sharing = sharing;
	}

	get isOver(): boolean {
		return this.state !== 'queued' && this.state !== 'sending';
	}

	get secondsLeft(): number | undefined {
		return secondsLeft(this.samples, this.file.size);
	}

	/** Sends what has not come yet; never throws. */
	async send(): Promise<void> {
		this.state = 'sending';
		this.stop = new AbortController();
		this.samples = [];
		try {
			await this.sendAll();
		} catch (error) {
			if (this.stop.signal.aborted) return;
			this.state = error instanceof RefusedUpload ? 'refused' : 'lost';
			this.refusal = error instanceof RefusedUpload ? error.refusal : 'lost';
		}
	}

	private async sendAll(): Promise<void> {
		const { signal } = this.stop;
		const { name, size: bytes, lastModified } = this.file;
		const file = JSON.stringify({
			name,
			bytes,
			stamp: String(lastModified),
			sharing: this.sharing
		});
		const begun = await ask('', { method: 'POST', body: file, signal });
		this.importId = begun.importId ?? '';
		this.move(begun.arrived ?? 0);
		this.resumed = this.arrived > 0;
		const size = piecesOf();
		while (this.arrived < bytes) {
			const began = performance.now();
			const body = this.file.slice(this.arrived, this.arrived + size.next());
			const url = `/${this.importId}?at=${this.arrived}`;
			const kept = await ask(url, { method: 'PUT', body, signal });
			this.move(kept.arrived ?? 0);
			size.took(performance.now() - began);
		}
		const ended = await ask(`/${this.importId}`, { method: 'POST', signal });
		this.state = ended.state === 'mapping' ? 'mapping' : 'done';
	}

	private move(arrived: number): void {
		this.arrived = arrived;
		this.samples = withSample(this.samples, { at: performance.now(), done: arrived });
	}

	/** Sends no more of it, and has thrown away what has come. */
	async cancel(): Promise<void> {
		if (this.isOver && this.state !== 'lost') return;
		this.state = 'cancelled';
		this.stop.abort();
		if (this.importId) await ask(`/${this.importId}`, { method: 'DELETE' }).catch(() => {});
	}
}

/** What this window sends: it goes on while its reader looks at other pages. */
class Uploads {
	list = $state<Upload[]>([]);
	private running: Promise<void> | undefined;

	get isSending(): boolean {
		return this.list.some((one) => !one.isOver);
	}

	/** Sends files one after the other; answers once these and all before them are over. */
	async add(files: readonly File[], sharing: string): Promise<Upload[]> {
		const added = files.map((file) => new Upload(file, sharing));
		this.list = [...this.list.filter((one) => !one.isOver), ...added];
		await this.drain();
		return added;
	}

	/** Sends one again whose connection was lost. */
	async again(upload: Upload): Promise<void> {
		upload.state = 'queued';
		await this.drain();
	}

	private drain(): Promise<void> {
		this.running ??= this.sendNext().finally(() => (this.running = undefined));
		return this.running;
	}

	private async sendNext(): Promise<void> {
		for (;;) {
			const next = this.list.find(({ state }) => state === 'queued');
			if (!next) return;
			await next.send();
		}
	}
}

export const uploads = new Uploads();
