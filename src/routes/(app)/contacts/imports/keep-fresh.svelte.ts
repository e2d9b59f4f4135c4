import { invalidate } from '$app/navigation';

/** In milliseconds. */
const often = 700;

/** Reads the page's imports again and again for as long as something of them moves. */
export function keepFresh(isMoving: () => boolean): void {
	$effect(() => {
		if (!isMoving()) return;
		let isAsking = false;
		const timer = setInterval(() => {
			if (isAsking) return;
			isAsking = true;
			void invalidate('app:import').finally(() => (isAsking = false));
		}, often);
		return () => clearInterval(timer);
	});
}
