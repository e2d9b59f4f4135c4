import type { SubmitFunction } from '$app/forms';
import { invalidateAll } from '$app/navigation';

/** After a refusal the page shows at once where things stand now; what was typed stays. */
export const stay: SubmitFunction =
	() =>
	async ({ result, update }) => {
		await update({ reset: false });
		if (result.type === 'failure') await invalidateAll();
	};
