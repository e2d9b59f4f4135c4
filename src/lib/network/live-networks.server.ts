import { type Kysely, sql } from 'kysely';
import type { Database } from '#lib/db/schema.ts';
import { findBestOfEach, findPaths, type Network } from '#lib/network/find-paths.ts';
import { findReach } from '#lib/network/find-reach.ts';
import { HeldNetwork, type NetworkSource } from '#lib/network/held-network.server.ts';
import type { CaughtUp } from '#lib/network/live-network.server.ts';
import { forgetKept, keptCommunities } from '#lib/network/kept-books.server.ts';
import type { NetworkLimits } from '#lib/network/network-limits.ts';
import type { FoundPath, FoundPaths, PathQuestion, Reached } from '#lib/network/path-finder.ts';
import { isId } from '#lib/people/book.ts';

/** How much is held, and for whom it is said when something cannot be done. */
export interface NetworksOptions {
	db: Kysely<Database>;
	prepared: Kysely<Database>;
	/** Where networks are kept for the next start. */
	folder: string;
	/** Says one line; never a person's data. */
	log: (line: string) => void;
	limits: NetworkLimits;
}

/** The networks of the communities that were asked about lately, kept in step with the database. */
export class LiveNetworks {
	readonly #source: NetworkSource;
	readonly #log: (line: string) => void;
	/** Who was asked about last comes last. */
	readonly #held = new Map<string, HeldNetwork>();
	/** Of each community that is being written, though it may be held no more: when it will be. */
	readonly #keeping = new Map<string, Promise<void>>();

	constructor({ log, ...source }: NetworksOptions) {
		this.#source = source;
		this.#log = log;
	}

	/** As `PathFinder` tells. */
	async paths(question: PathQuestion): Promise<FoundPaths> {
		const found = await this.#ask(question, (network) => findPaths(network, question), allOf);
		return found ?? { first: [], more: [] };
	}

	/** As `PathFinder` tells. */
	async bestOfEach(question: PathQuestion): Promise<FoundPath[]> {
		const find = (network: Network) => findBestOfEach(network, question);
		return (await this.#ask(question, find, (paths) => paths)) ?? [];
	}

	/** As `PathFinder` tells. */
	async reach(of: { communityId: string; memberId: string }): Promise<Reached[]> {
		return (await this.#ask(of, (network) => findReach(network, of.memberId))) ?? [];
	}

	async #ask<Answer>(
		{ communityId }: { communityId: string },
		find: (network: Network) => Answer,
		paths?: (answer: Answer) => readonly FoundPath[]
	): Promise<Answer | null> {
		if (!isId(communityId)) return null;
		const held = this.#held.get(communityId) ?? new HeldNetwork(this.#source, communityId);
		this.#held.delete(communityId);
		this.#held.set(communityId, held);
		const answer = await held.answer(find, paths);
		if (answer === null) await this.drop(communityId);
		else await this.#letGo();
		return answer;
	}

	async #letGo(): Promise<void> {
		let weight = [...this.#held.values()].reduce((sum, held) => sum + weightOf(held), 0);
		for (const [communityId, held] of this.#held) {
			if (weight <= this.#source.limits.mostContacts || this.#held.size === 1) return;
			weight -= weightOf(held);
			held.letGo();
			this.#held.delete(communityId);
			await this.#keep(held);
		}
	}

	/** To be called when something changed in a community. */
	async changed(communityId: string): Promise<void> {
		const held = this.#held.get(communityId);
		if (held) held.catchUpSoon((turn) => void this.#dropGone(communityId, turn));
		else if (isId(communityId)) await this.#forgetErased([communityId]);
	}

	async #dropGone(communityId: string, turn: Promise<CaughtUp>): Promise<void> {
		try {
			if ((await turn) === 'gone') await this.drop(communityId);
		} catch (error) {
			this.#say('read', error);
		}
	}

	/** To be called each second: finds what nobody said had changed, and keeps what has been quiet. */
	async tick(): Promise<void> {
		const all = [...this.#held].map(([id, { live }]) => [id, live.seen.snapshot] as const);
		const { rows } = await sql<{ id: string }>`
			select h.id from unnest(${all.map(([id]) => id)}::uuid[],
				${all.map(([, snapshot]) => snapshot)}::text[]) as h (id, seen)
			where not exists (select from communities c where c.id = h.id)
				or exists (select from network_changes n where n.community_id = h.id
					and n.tx >= pg_snapshot_xmin(h.seen::pg_snapshot)
					and not pg_visible_in_snapshot(n.tx, h.seen::pg_snapshot))`.execute(this.#source.db);
		for (const { id } of rows) await this.changed(id);
		const before = Date.now() - this.#source.limits.quiet;
		for (const held of this.#held.values())
			if (held.isUnkept && held.changedAt < before) await this.#keep(held);
	}

	/** Forgets what is held and kept of a community: it is read anew when it is asked about next. */
	async drop(communityId: string): Promise<void> {
		this.#held.get(communityId)?.letGo();
		this.#held.delete(communityId);
		if (!isId(communityId)) return;
		const written = this.#keeping.get(communityId);
		await forgetKept(this.#source.folder, communityId);
		if (!written) return;
		await written;
		await forgetKept(this.#source.folder, communityId);
	}

	/** Erases what is kept of communities that are no more. */
	async forgetErased(): Promise<void> {
		await this.#forgetErased(await keptCommunities(this.#source.folder));
	}

	async #forgetErased(communityIds: readonly string[]): Promise<void> {
		const ids = communityIds.filter(isId);
		if (ids.length === 0) return;
		const { rows } = await sql<{ id: string }>`
			select k.id from unnest(${ids}::uuid[]) as k (id)
			where not exists (select from communities c where c.id = k.id)`.execute(this.#source.db);
		for (const { id } of rows) await this.drop(id);
	}

	/** Keeps everything for the next start. */
	async stop(): Promise<void> {
		for (const held of this.#held.values()) {
			held.letGo();
			await this.#keep(held);
		}
		this.#held.clear();
	}

	async #keep(held: HeldNetwork): Promise<void> {
		const { communityId } = held.live;
		const kept = (this.#keeping.get(communityId) ?? Promise.resolve())
			.then(() => held.keep())
			.catch((error: unknown) => this.#say('kept', error));
		this.#keeping.set(communityId, kept);
		await kept;
		if (this.#keeping.get(communityId) === kept) this.#keeping.delete(communityId);
	}

	#say(what: string, error: unknown): void {
		const reason = error instanceof Error ? error.message : String(error);
		this.#log(`A network could not be ${what}: ${reason}`);
	}
}

function allOf({ first, more }: FoundPaths): FoundPath[] {
	return [...first, ...more];
}

/** A community weighs something even where nobody knows anybody. */
function weightOf({ contacts }: HeldNetwork): number {
	return contacts + 1000;
}
