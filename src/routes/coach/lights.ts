import type { CriterionName } from '#lib/coach/judgement.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** What each light is called on the screens, and what it means. */
export const lights: Record<CriterionName, { label: () => string; text: () => string }> = {
	personal: { label: m.coach_personal, text: m.lights_personal_text },
	adapted: { label: m.coach_adapted, text: m.lights_adapted_text },
	generous: { label: m.coach_generous, text: m.lights_generous_text },
	clear: { label: m.coach_clear, text: m.lights_clear_text },
	feasible: { label: m.coach_feasible, text: m.lights_feasible_text }
};
