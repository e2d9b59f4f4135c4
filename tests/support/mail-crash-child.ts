// Sends what is in the outbox as the application would after a start; its parent kills it meanwhile.
import { openDatabase } from '#lib/db/connect.server.ts';
import { resendLeftBehind } from '#lib/mail/left-behind.server.ts';
import { MailDeferred, sendMail } from '#lib/mail/send-mail.server.ts';
import { openMailer } from '#lib/mail/transport.server.ts';
import { rememberingQueue, sending } from './mail-draft.ts';

const [databaseUrl = '', smtpUrl = '', moment = ''] = process.argv.slice(2);
const now = new Date(moment);
const { db, close } = openDatabase({ url: databaseUrl });
const mailer = openMailer({ smtpUrl, from: 'post@entremise.example.org' });
const { enqueue, jobs } = rememberingQueue();

await resendLeftBehind(db, enqueue, now);
for (const job of jobs) {
	await sendMail(sending({ db, mailer }), job, now).catch((error: unknown) => {
		if (!(error instanceof MailDeferred)) throw error;
	});
}
mailer?.close();
await close();
