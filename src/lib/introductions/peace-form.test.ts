import { expect, it } from 'vitest';
import { monthlyValue, readPeaceForm } from '#lib/introductions/peace-form.ts';

function form(monthly: string, ...some: string[]): FormData {
	const data = new FormData();
	data.set('monthly', monthly);
	for (const goal of some) data.append('goal', goal);
	return data;
}

it('reads how many a month and for what', () => {
	expect(readPeaceForm(form('2', 'job', 'other', 'job'))).toEqual({
		ok: true,
		peace: { asksMonthly: 2, asksFor: ['job', 'other'] }
	});
	for (const asksMonthly of [null, 0, 7])
		expect(readPeaceForm(form(monthlyValue(asksMonthly), 'job'))).toMatchObject({
			peace: { asksMonthly }
		});
});

it('asks for what, except of who takes none at all', () => {
	expect(readPeaceForm(form('4'))).toEqual({ ok: false, refusal: 'goals_missing' });
	expect(readPeaceForm(form('0'))).toMatchObject({ ok: true });
});

it('takes nothing else', () => {
	for (const wrong of [form('-1', 'job'), form('101', 'job'), form('', 'job'), form('4', 'fame')])
		expect(readPeaceForm(wrong)).toEqual({ ok: false, refusal: 'nonsense' });
	expect(readPeaceForm(new FormData())).toEqual({ ok: false, refusal: 'nonsense' });
});
