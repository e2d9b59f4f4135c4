import type { Actor } from '#lib/access/actor.ts';
import type { App as Application } from '#lib/app.server.ts';
import type { CurrentMember } from '#lib/communities/current-member.server.ts';
import type { Locale } from '#lib/i18n/locale.ts';

declare global {
	namespace App {
		interface Error {
			/** What a person can quote when they report that something went wrong. */
			reference?: string;
		}
		interface Locals {
			app: Application;
			/** The account's member, a demo role, or a stranger; link pages make their own actor. */
			actor: Actor;
			member: CurrentMember | null;
			/** The signed-in account, also while a demo role is played; null for strangers. */
			userId: string | null;
			locale: Locale;
		}
	}
}
