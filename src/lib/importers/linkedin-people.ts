import { longestName } from '#lib/importers/linkedin-values.ts';
import type { Somebody } from '#lib/importers/record.ts';
import { degrees } from '#lib/people/person-name-words.ts';
import { readPersonName } from '#lib/people/person-name.ts';
import { normaliseProfile } from '#lib/people/profile-address.ts';

/** What LinkedIn writes for an account that is no more. */
const vanished = /^(?:a )?linkedin member$|^(?:membre|utilisateur) (?:de )?linkedin$/i;

/** The id in a `urn:li:fsd_profile:ACoAA…`, which is also the end of an address. */
const urn = /^urn:li:\w+:(AC[a-z]AA[\w-]+)$/;

/** Whom a name and an address (or Urn) mean; undefined where neither tells. */
export function somebodyIn(name: string, address: string): Somebody | undefined {
	const fullName = vanished.test(name) ? '' : shown(name);
	const profile = profileIn(address);
	if (profile !== undefined) return { fullName, profile };
	return fullName === '' ? undefined : { fullName };
}

function shown(name: string): string {
	return readPersonName({ fullName: name.slice(0, longestName) }).fullName;
}

function profileIn(address: string): string | undefined {
	const id = urn.exec(address)?.[1];
	const result = normaliseProfile(id ? `https://www.linkedin.com/in/${id}` : address);
	return result.ok ? result.profile : undefined;
}

/**
 * Those whom a message went to: names with a comma between them, which may also stand inside a
 * name, and in newer files their addresses. Where names and addresses cannot be told to belong
 * together, the addresses alone.
 */
export function everybodyIn(names: string, addresses: string): Somebody[] {
	const places = addresses.split(/[\s,;]+/).filter(Boolean);
	if (places.length === 1) return known([somebodyIn(names, addresses)]);
	const apart = names.split(/\s*,\s*/).filter(Boolean);
	const people = withDegrees(apart);
	if (places.length === 0) return known(people.map((name) => somebodyIn(name, '')));
	const there = [people, apart, people.filter((name) => !vanished.test(name))];
	const fitting = there.find((list) => list.length === places.length) ?? [];
	return known(places.map((place, index) => somebodyIn(fitting[index] ?? '', place)));
}

/** Puts "Pierre Y", "MBA" together again. */
function withDegrees(parts: readonly string[]): string[] {
	const names: string[] = [];
	for (const part of parts) {
		const last = names.pop();
		if (last === undefined) names.push(part);
		else if (isDegree(part)) names.push(`${last}, ${part}`);
		else names.push(last, part);
	}
	return names;
}

function isDegree(part: string): boolean {
	if (part.includes(' ')) return false;
	return part.includes('.') || !/\p{Ll}/u.test(part) || degrees.has(part.toLowerCase());
}

function known(people: readonly (Somebody | undefined)[]): Somebody[] {
	return people.filter((somebody) => somebody !== undefined);
}
