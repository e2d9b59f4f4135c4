import type { Kysely } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { dependsOn } from '#lib/network/depends-on.ts';
import type { Network } from '#lib/network/find-paths.ts';
import { forgetKept, keepBooks, readKept } from '#lib/network/kept-books.server.ts';
import {
	catchUp,
	type CaughtUp,
	type LiveNetwork,
	unreadNetwork
} from '#lib/network/live-network.server.ts';
import type { NetworkLimits } from '#lib/network/network-limits.ts';
import { beginEpoch, newsSince } from '#lib/network/network-news.server.ts';
import type { FoundPath } from '#lib/network/path-finder.ts';

/** Where networks are read, and where they are kept for the next start. */
export interface NetworkSource {
	db: Kysely<Database>;
	/** The same, for what is asked with each answer. */
	prepared: Kysely<Database>;
	folder: string;
	limits: NetworkLimits;
}

/** In milliseconds: how long changes gather at most before they are read. */
const mostGathered = 400;

/** The network of one community, kept in step for as long as it is held. */
export class HeldNetwork {
	readonly #source: NetworkSource;
	#live: LiveNetwork;
	#isRead = false;
	#isKept = true;
	#next: Promise<CaughtUp> | null = null;
	#last: Promise<unknown> = Promise.resolve();
	#timer: NodeJS.Timeout | null = null;
	#took = 0;
	/** When it changed last. */
	changedAt = 0;
	/** How many its books have. */
	contacts = 0;

	constructor(source: NetworkSource, communityId: string) {
		this.#source = source;
		this.#live = unreadNetwork(communityId);
	}

	/** Whether it changed since it was kept. */
	get isUnkept(): boolean {
		return !this.#isKept;
	}

	/** What it is at this moment. */
	get live(): LiveNetwork {
		return this.#live;
	}

	/**
	 * Finds an answer that holds now: where books changed that nothing is told from, an answer of a
	 * moment ago is as good. `paths` are those it tells; without it, it tells of all books. Null where
	 * there is no such community.
	 */
	async answer<Answer>(
		find: (network: Network) => Answer,
		paths?: (answer: Answer) => readonly FoundPath[]
	): Promise<Answer | null> {
		if (!this.#isRead) return this.#afterAll(find);
		const { prepared, limits } = this.#source;
		const news = await newsSince(prepared, this.#live.communityId, this.#live.seen);
		if (!news) return null;
		const { seen, changes } = news;
		if (changes === 'unknown') return this.#afterAll(find);
		if (changes.length === 0) {
			this.#live.seen = seen;
			return find(this.#live);
		}
		if (!paths || this.contacts <= limits.fewContacts) return this.#afterAll(find);
		const answer = find(this.#live);
		return dependsOn(paths(answer), this.#live.held, changes) ? this.#afterAll(find) : answer;
	}

	async #afterAll<Answer>(find: (network: Network) => Answer): Promise<Answer | null> {
		return (await this.catchUp()) === 'gone' ? null : find(this.#live);
	}

	/** Reads what changed until now. Who asks before it begins waits for the same reading. */
	catchUp(): Promise<CaughtUp> {
		this.#next ??= this.#queue();
		return this.#next;
	}

	#queue(): Promise<CaughtUp> {
		const turn = this.#last.then(() => {
			this.#next = null;
			return this.#read();
		});
		this.#last = turn.catch(() => {});
		return turn;
	}

	async #read(): Promise<CaughtUp> {
		const began = performance.now();
		if (!this.#isRead && !(await this.#begin())) return 'gone';
		const became = await catchUp(this.#source.db, this.#live);
		if (became === 'gone') return became;
		this.#isRead = true;
		this.contacts = contactsIn(this.#live);
		this.#took = performance.now() - began;
		if (became === 'changed') {
			this.#isKept = false;
			this.changedAt = Date.now();
		}
		return became;
	}

	async #begin(): Promise<boolean> {
		const { db, folder } = this.#source;
		const { communityId } = this.#live;
		if (!(await beginEpoch(db, communityId))) return false;
		const kept = await readKept(folder, communityId);
		if (kept) this.#live = unreadNetwork(communityId, kept);
		return true;
	}

	/** Reads what changed, once a few changes may have gathered, and gives what comes of it. */
	catchUpSoon(after: (turn: Promise<CaughtUp>) => void): void {
		if (!this.#isRead || this.#timer) return;
		this.#timer = setTimeout(
			() => {
				this.#timer = null;
				after(this.catchUp());
			},
			Math.min(this.#took, mostGathered)
		);
		this.#timer.unref();
	}

	/** Keeps it for the next start, where it changed and is worth it. */
	async keep(): Promise<void> {
		const { folder, limits } = this.#source;
		if (this.#isKept || !this.#isRead) return;
		this.#isKept = true;
		const { communityId, seen, held } = this.#live;
		if (this.contacts < limits.worthKeeping) await forgetKept(folder, communityId);
		else await keepBooks(folder, { communityId, seen: { ...seen } }, held);
	}

	/** Reads no more. */
	letGo(): void {
		if (this.#timer) clearTimeout(this.#timer);
	}
}

function contactsIn({ held }: LiveNetwork): number {
	return [...held.books.values()].reduce((sum, { known }) => sum + known.length, 0);
}
