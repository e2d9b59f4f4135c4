/** One thing of many, and how to have the one after it found meanwhile. */
interface Ahead<Item> {
	item: Item;
	/** Asks for the next one now; else it is asked for when this one is done with. */
	askNext: () => void;
}

/**
 * What a generator gives, the next one asked for while one is still being worked with: so a file is
 * read while the database writes, and not while the database waits to be told what.
 */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Ahead<Item>> {
	let next: ReturnType<typeof items.next> | undefined;
	const askNext = () => {
		next ??= ask(items);
	};
	try {
		for (;;) {
			askNext();
			const item = await next;
			if (!item || item.done) return;
			next = undefined;
			yield { item: item.value, askNext };
		}
	} finally {
		// What is still being read is waited for.
		await items.return(undefined);
	}
}

/** What fails is told when it is waited for: nobody may be waiting yet. */
function ask<Item>(items: AsyncGenerator<Item>) {
	const next = items.next();
	next.catch(() => {});
	return next;
}
