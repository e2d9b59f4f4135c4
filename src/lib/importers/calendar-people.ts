import { parameterOf, type CalendarProperty } from '#lib/importers/calendar-property.ts';
import { somebody } from '#lib/importers/email-people.ts';
import { isRobot } from '#lib/importers/email-refusal.ts';
import type { Somebody } from '#lib/importers/record.ts';

/** A conference of hundreds ties nobody to anybody, and must not fill the memory. */
const mostNamed = 50;
/** Calendars that Google makes up as organisers, and rooms. */
const noPerson = /@(?:[a-z0-9-]+\.)*calendar\.google\.com$/;

export interface Gathering {
	/** Organiser first. */
	people: Somebody[];
	size: number;
}

/** Organiser and guests of an event: no rooms, nobody who declined, each once, at most fifty. */
export function gatheringOf(properties: readonly CalendarProperty[]): Gathering {
	const people = new Map<string, Somebody>();
	const absent = new Set<string>();
	const guests = properties.filter(({ name }) => name === 'ATTENDEE');
	const organisers = properties.filter(({ name }) => name === 'ORGANIZER');
	for (const property of [...guests.filter(stayedAway), ...organisers, ...guests]) {
		const person = personOf(property);
		const key = person?.email ?? person?.fullName ?? '';
		if (stayedAway(property)) absent.add(key);
		else if (person && !absent.has(key)) people.set(key, fuller(people.get(key), person));
	}
	return { people: [...people.values()].slice(0, mostNamed), size: people.size };
}

/** Whether somebody with this address is invited and declined. */
export function isDeclinedBy(properties: readonly CalendarProperty[], email: string): boolean {
	return properties.some(
		(property) =>
			property.name === 'ATTENDEE' && stayedAway(property) && personOf(property)?.email === email
	);
}

function stayedAway(property: CalendarProperty): boolean {
	return parameterOf(property, 'PARTSTAT').toUpperCase() === 'DECLINED';
}

function fuller(known: Somebody | undefined, person: Somebody): Somebody {
	return known && known.fullName !== '' ? known : person;
}

function personOf(property: CalendarProperty): Somebody | undefined {
	const kind = parameterOf(property, 'CUTYPE').toUpperCase();
	const role = parameterOf(property, 'ROLE').toUpperCase();
	if (['ROOM', 'RESOURCE', 'GROUP'].includes(kind) || role === 'NON-PARTICIPANT') return undefined;
	const person = somebody(parameterOf(property, 'CN'), addressOf(property));
	const email = person?.email ?? '';
	return noPerson.test(email) || isRobot(email) ? undefined : person;
}

/** Apple writes the address as a parameter where the value is a link. */
function addressOf(property: CalendarProperty): string {
	const { value } = property;
	const written = value.replace(/^mailto:/i, '');
	const address = written.includes('@') ? written : parameterOf(property, 'EMAIL');
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
