import { m } from '#lib/i18n/paraglide/messages.js';
import type { ToldLink } from '#lib/network/told-path.ts';

const words = {
	sure: m.network_strength_sure,
	likely: m.network_strength_likely,
	possible: m.network_strength_possible,
	faint: m.network_strength_faint
};

/** What is written on a link of a path, its parts parted by `; `. */
export function sayLink({ said, word, noted }: ToldLink): string {
	const strength = noted ? m.find_noted() : word === 'fellow' ? '' : words[word]();
	return [strength, said].filter(Boolean).join('; ');
}
