/**
 * Keys of the list of contacts: "/" goes to the search, the arrows go down from it through the people
 * and back up. What a person types into any other field stays theirs.
 */
export function stepThrough(event: KeyboardEvent, place: HTMLElement | undefined): void {
	if (!place || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
	const search = place.querySelector<HTMLInputElement>('[data-search]');
	const from = document.activeElement;
	if (event.key === '/' && !isTypedIn(from)) focus(search, event);
	if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
	const stops = [search, ...place.querySelectorAll<HTMLElement>('li a')];
	const at = stops.findIndex((stop) => stop !== null && stop === from);
	if (at >= 0) focus(stops[at + (event.key === 'ArrowDown' ? 1 : -1)], event);
}

function isTypedIn(element: Element | null): boolean {
	return element?.matches('input, textarea, select, [contenteditable]') ?? false;
}

function focus(element: HTMLElement | null | undefined, event: KeyboardEvent): void {
	if (!element) return;
	event.preventDefault();
	element.focus();
}
