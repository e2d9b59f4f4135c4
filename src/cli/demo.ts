import { readConfig } from '#lib/config.server.ts';
import { openConfigured } from '#lib/db/open.server.ts';
import { beginAnew } from '#lib/demo/begin.server.ts';
import { type Command, WrongUsage } from './command.ts';

export const demo: Command = {
	summary: 'begin the demo anew',
	usage: 'reset',
	help: `Erases whatever was done in the demo and makes it as it was on the first day; opens it when it
was not open yet. Everybody who plays it begins again. No other community is touched.

Example: entremise demo reset`,
	words: { min: 1, max: 1 },
	run: async ({ words: [deed = ''], say }) => {
		if (deed !== 'reset') throw new WrongUsage(`The demo cannot ${deed}: it can reset.`);
		const config = readConfig(process.env);
		if (config.demo === 'off')
			return { ok: false, text: 'The demo is switched off on this server (DEMO=off).' };
		const opened = await openConfigured({ ...config, log: say, as: 'command' });
		try {
			const { communityId } = await beginAnew({ ...config, db: opened.db }, new Date());
			const counted = await opened.db
				.selectFrom('contacts')
				.select((eb) => eb.fn.countAll<number>().as('contacts'))
				.where('communityId', '=', communityId)
				.executeTakeFirstOrThrow();
			const text = `The demo begins anew, at ${config.publicUrl}/demo.`;
			return { ok: true, text, data: { communityId, ...counted } };
		} finally {
			await opened.close();
		}
	}
};
