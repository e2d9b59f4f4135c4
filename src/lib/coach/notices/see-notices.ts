import type { Say } from '#lib/coach/advice/advice-text.ts';
import type { Notice, NoticeKind } from '#lib/coach/judgement.ts';
import { placeholdersIn } from '#lib/coach/language/placeholder.ts';
import { noContactDetails, noSignature, thirdPersonDetails } from '#lib/coach/notices/addresses.ts';
import type { Look, Scene } from '#lib/coach/notices/scene.ts';
import type { Signal } from '#lib/coach/signals/evidence.ts';

const fewestWords = 5;

const looks: Record<NoticeKind, Look> = {
	'several-asks': seen('manyAsks'),
	'mass-mailing': seen('crowd'),
	placeholders: ({ letter }) => {
		const blanks = placeholdersIn(letter.text);
		return blanks.length > 0 ? blanks : undefined;
	},
	'no-contact-details': noContactDetails,
	'no-signature': noSignature,
	'third-person-details': thirdPersonDetails,
	'over-long': seen('overLong'),
	'all-capitals': seen('capitals'),
	'no-thanks': ({ evidence, kind }) =>
		kind === 'revival' || kind === 'ask' || evidence.has('thanks') ? undefined : [],
	'mixed-tu-vous': seen('mixedTuVous'),
	pressure: ({ evidence }) => evidence.get('pressure') ?? evidence.get('noWayOut'),
	flattery: seen('flattery')
};

/** Everything worth a word apart from the five. A text too short to judge gets none. */
export function seeNotices(scene: Scene & { say: Say }): Notice[] {
	if (scene.letter.wordCount < fewestWords) return [];
	return Object.entries(looks).flatMap(([kind, look]) => {
		const spans = look(scene);
		if (!spans || !isNoticeKind(kind)) return [];
		return [{ kind, spans: spans.map(([start, end]) => [start, end]), advice: scene.say(kind) }];
	});
}

function seen(signal: Signal): Look {
	return ({ evidence }) => evidence.get(signal);
}

function isNoticeKind(kind: string): kind is NoticeKind {
	return Object.hasOwn(looks, kind);
}
