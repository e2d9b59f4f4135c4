/** Presses what a single letter stands for, unless somebody is typing: each element names its key. */
export function pressOnKey(event: KeyboardEvent, place: HTMLElement | undefined): void {
	if (!place || event.defaultPrevented || event.repeat) return;
	if (event.altKey || event.ctrlKey || event.metaKey) return;
	if (document.activeElement?.matches('input, textarea, select, [contenteditable]')) return;
	const pressed = [...place.querySelectorAll<HTMLElement>('[data-key]')].find(
		(one) => one.dataset['key'] === event.key.toLowerCase()
	);
	if (!pressed) return;
	event.preventDefault();
	pressed.click();
}
