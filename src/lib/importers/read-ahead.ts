/**
 * What a generator gives, each one asked for while the one before is still being worked with: so a
 * file is read while the database writes.
 */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
	let next = ask(items);
	try {
		for (;;) {
			const item = await next;
			if (item.done) return;
			next = ask(items);
			yield item.value;
		}
	} finally {
		await next.catch(() => {});
		await items.return(undefined);
	}
}

/** What fails is told when it is waited for: nobody may be waiting yet. */
function ask<Item>(items: AsyncGenerator<Item>) {
	const next = items.next();
	next.catch(() => {});
	return next;
}
