import type { Role } from '#lib/demo/person.ts';
import { storyPeople } from '#lib/demo/story.ts';

/** What the story's screens are about, once it has come to them. */
export interface StoryPlaces {
	/** Ids in Kathy's book; empty when she has deleted them. */
	contacts: { dean: string; pierre: string; paul: string };
	/** The latest request for Pierre or Paul. */
	requestId: string | null;
	introductionId: string | null;
}

/**
 * The path of the screen on which a person does what a step of the story is about; for anything
 * else, where that person starts.
 */
export function screenFor(purpose: string, role: Role, places: StoryPlaces | null): string {
	const introduction = places?.introductionId
		? `/introductions/${places.introductionId}`
		: '/introductions';
	switch (purpose) {
		case 'find':
			return places?.contacts.pierre ? `/contacts/${places.contacts.pierre}` : '/contacts';
		case 'ask':
			return askScreen(places);
		case 'pass_on':
		case 'learn':
			return places?.requestId ? `/requests/${places.requestId}` : '/';
		case 'write':
		case 'thank':
			return introduction;
		case 'sylvie':
		case 'sophie':
			return `/contacts?q=${purpose}`;
		case 'story':
			return '/demo';
		default:
			return startOf(role);
	}
}

function askScreen(places: StoryPlaces | null): string {
	if (!places) return '/requests/new';
	const { dean, pierre, paul } = places.contacts;
	const query = new URLSearchParams({ connector: dean });
	for (const target of [pierre, paul]) query.append('target', target);
	return `/requests/new?${query}`;
}

/** Those who are asked have nothing to do in the application: a letter waits for them. */
function startOf(role: Role): string {
	if (role !== 'pierre' && role !== 'paul') return '/';
	return `/post-box?to=${encodeURIComponent(storyPeople[role].email)}`;
}
