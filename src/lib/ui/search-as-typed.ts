interface Search<Item> {
	url: (query: string) => string;
	/** What is asked as JSON by POST: names in addresses would stay in logs and histories. */
	body?: (query: string) => object;
	read: (json: unknown) => Item[];
	/** Called with the newest query's findings only, or `failed`. */
	show: (found: Item[] | 'failed', query: string) => void;
	/** Milliseconds without a key before asking. */
	wait?: number;
}

/** Asks the server while one types: waits for a pause, drops what has been overtaken. */
export function searchAsTyped<Item>({ url, body, read, show, wait = 130 }: Search<Item>) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let under: AbortController | undefined;

	async function ask(query: string): Promise<void> {
		const controller = new AbortController();
		under = controller;
		try {
			const posted = body && {
				method: 'POST',
				headers: { accept: 'application/json', 'content-type': 'application/json' },
				body: JSON.stringify(body(query))
			};
			const asked = posted ?? { headers: { accept: 'application/json' } };
			const answer = await fetch(url(query), { signal: controller.signal, ...asked });
			const found = answer.ok ? read(await answer.json()) : ('failed' as const);
			if (!controller.signal.aborted) show(found, query);
		} catch {
			if (!controller.signal.aborted) show('failed', query);
		}
	}

	function stop(): void {
		clearTimeout(timer);
		under?.abort();
	}

	return {
		stop,
		search(query: string): void {
			stop();
			timer = setTimeout(() => void ask(query), wait);
		}
	};
}
