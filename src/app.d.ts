import type { Actor } from '#lib/access/actor.ts';
import type { App as Application } from '#lib/app.server.ts';
import type { CurrentMember } from '#lib/communities/current-member.server.ts';
import type { Locale } from '#lib/i18n/locale.ts';

declare global {
	namespace App {
		interface Locals {
			app: Application;
			/** The account's member, a demo role, or a stranger; link pages make their own actor. */
			actor: Actor;
			member: CurrentMember | null;
			locale: Locale;
		}
	}
}
