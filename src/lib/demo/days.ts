const day = 86_400_000;

/** The calendar day so many days before `now`, 'YYYY-MM-DD' in UTC. */
export function daysBefore(now: Date, days: number): string {
	return new Date(now.getTime() - days * day).toISOString().slice(0, 10);
}

/** Whole days from a calendar day to `now`. */
export function daysSince(now: Date, isoDay: string): number {
	return Math.floor((now.getTime() - Date.parse(isoDay)) / day);
}
