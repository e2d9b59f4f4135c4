/** A contact that is hidden behind another one, which may itself be hidden. */
export interface Hidden {
	id: string;
	mergedInto: string;
}

/** A hidden contact with the visible one it shows as, and how many merges lie between. */
export interface Leaf extends Hidden {
	root: string;
	depth: number;
}

/** Which contacts of one book show as which; nothing for those that stand alone. */
export class MergedTrees {
	private readonly parents: Map<string, string>;

	constructor(hidden: readonly Hidden[]) {
		this.parents = new Map(hidden.map(({ id, mergedInto }) => [id, mergedInto]));
	}

	/** The contact that shows instead of this one; itself where it is not hidden. */
	rootOf(id: string): string {
		return this.climb(id).root;
	}

	/** All that are hidden in the trees of these contacts, the deepest first. */
	under(ids: Iterable<string>): Leaf[] {
		const roots = new Set([...ids].map((id) => this.rootOf(id)));
		const leaves = [...this.parents].map(([id, mergedInto]) => ({
			id,
			mergedInto,
			...this.climb(id)
		}));
		return leaves
			.filter(({ root }) => roots.has(root))
			.toSorted((one, other) => other.depth - one.depth);
	}

	private climb(id: string): { root: string; depth: number } {
		let root = id;
		let depth = 0;
		for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) {
			root = next;
			depth += 1;
		}
		return { root, depth };
	}
}
