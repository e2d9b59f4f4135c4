/**
 * What someone may see of the mails that leave. `letters`: all, with their words. `states`: whether
 * they left, not what they say nor what they are about. `none`: nothing, not even that there is one.
 */
export type PostBoxView = 'letters' | 'states' | 'none';

/**
 * The demo's people read each other's invented letters. Elsewhere only administrators look in, and
 * as soon as mails really leave, letters are between those who write and those who receive them.
 */
export function postBoxView(who: {
	demo: boolean;
	administrator: boolean;
	/** A mail server is configured. */
	mailsLeave: boolean;
}): PostBoxView {
	if (who.demo) return 'letters';
	if (!who.administrator) return 'none';
	return who.mailsLeave ? 'states' : 'letters';
}

/** May this mail be opened? Outside the demo only what stayed here: what once left is not ours to read. */
export function opensLetter(box: { view: PostBoxView; demo: boolean }, state: string): boolean {
	return box.view === 'letters' && (box.demo || state === 'kept');
}

/**
 * May this mail's addressee be named? To whom a letter went outside may be an address that its reader
 * has not passed on to anyone; members and holders of accounts are known to who runs the place.
 */
export function namesAddressee(
	box: { view: PostBoxView; demo: boolean },
	mail: { state: string; kind: string; toMemberId: string | null }
): boolean {
	return opensLetter(box, mail.state) || mail.toMemberId !== null || mail.kind === 'account';
}
