/** Where anybody may have an address: its domain says nothing of an employer. */
export const mailProviders: ReadonlySet<string> = new Set(
	`gmail.com ymail.com gmx.com gmx.fr gmx.net gmx.de mail.com email.com aol.com live.com live.fr msn.com
	me.com mac.com icloud.com free.fr sfr.fr orange.fr neuf.fr laposte.net yahoo.com yahoo.fr hotmail.com
	hotmail.fr outlook.com outlook.fr web.de proton.me`.split(/\s+/)
);
