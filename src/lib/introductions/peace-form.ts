import { z } from 'zod';
import { goals, type Peace } from '#lib/introductions/judge-peace.ts';

const unlimited = 'all';
const shape = z.object({
	monthly: z.union([
		z.literal(unlimited),
		z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(100))
	]),
	asksFor: z.array(z.enum(goals))
});

/** The number a month as the form holds it. */
export function monthlyValue(asksMonthly: number | null): string {
	return asksMonthly === null ? unlimited : String(asksMonthly);
}

/** What the settings form says; 'goals_missing' when it accepts requests, but for nothing. */
export function readPeaceForm(
	form: FormData
): { ok: true; peace: Peace } | { ok: false; refusal: 'nonsense' | 'goals_missing' } {
	const read = shape.safeParse({ monthly: form.get('monthly'), asksFor: form.getAll('goal') });
	if (!read.success) return { ok: false, refusal: 'nonsense' };
	const { monthly, asksFor } = read.data;
	const asksMonthly = monthly === unlimited ? null : monthly;
	if (asksFor.length === 0 && asksMonthly !== 0) return { ok: false, refusal: 'goals_missing' };
	return { ok: true, peace: { asksMonthly, asksFor: [...new Set(asksFor)] } };
}
