const months = new Map(
	[
		'jan january janv janvier',
		'feb february fev fevr fevrier',
		'mar march mars',
		'apr april avr avril',
		'may mai',
		'jun june juin',
		'jul july juil juillet',
		'aug august aou aout',
		'sep sept september septembre',
		'oct october octobre',
		'nov november novembre',
		'dec december decembre'
	].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const))
);

/** 1 to 12 for the name of a month in French or English, whole or shortened; undefined otherwise. */
export function monthNamed(name: string): number | undefined {
	const lower = name.toLowerCase();
	return months.get(lower) ?? months.get(lower.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** How many days a month (1 to 12) of a year has. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
