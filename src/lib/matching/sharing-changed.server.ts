import type { SharingChanged } from '#lib/people/sharing-door.server.ts';

/** Whom others share is matched anew, and whom they share no longer is let go. Nothing yet hangs on it. */
export const sharingChanged: SharingChanged = () => Promise.resolve();
