import { createTransport, type PluginFunction, type SendMailOptions } from 'nodemailer';
import type { SMTPPoolSentMessageInfo } from 'nodemailer';
import { z } from 'zod';
import { type Delivery, judgeSmtpError } from '#lib/mail/delivery.ts';
import { isBareAddress } from '#lib/mail/header-text.ts';
import type { Message } from '#lib/mail/message.ts';

/** The way out to the mail server. */
export interface Mailer {
	/** One dialogue, never repeated by itself; at most `dialogueLimit` long. */
	send(message: Message): Promise<Delivery>;
	/** Lets dialogues under way end, then hangs up. */
	close(): void;
}

/** Longest dialogue with the mail server, in milliseconds. */
export const dialogueLimit = 2 * 60_000;

/** Opens a pool to the mail server, or answers null where none is configured. Connects at the first mail. */
export function openMailer(options: {
	smtpUrl: string | null | undefined;
	/** The bare address that every mail is sent from. */
	from: string;
}): Mailer | null {
	if (!options.smtpUrl) return null;
	const pool = openPool(options.smtpUrl);
	const begun: Begun = new WeakMap();
	pool.use('stream', watchStream(begun));
	const send = async (message: Message): Promise<Delivery> => {
		if (!isBareAddress(message.to.address)) return { outcome: 'refused', why: 'address_refused' };
		const signal = AbortSignal.timeout(dialogueLimit);
		try {
			await pool.sendMail({ ...toOptions(message, options.from), signal });
			return { outcome: 'sent' };
		} catch (error) {
			return judgeSmtpError(smtpError.parse(error), begun.get(signal)?.() ?? false);
		}
	};
	return { send, close: () => pool.close() };
}

function openPool(url: string) {
	return createTransport({
		pool: true,
		url,
		maxConnections: 3,
		connectionTimeout: 20_000,
		greetingTimeout: 20_000,
		socketTimeout: 60_000,
		// A second try is for the outbox alone to decide: it counts them.
		maxRequeues: 0,
		disableFileAccess: true,
		disableUrlAccess: true
	});
}

/** For the signal that a dialogue carries: was a part of the letter handed over? */
type Begun = WeakMap<AbortSignal, () => boolean>;

// It separates "surely not sent" from "perhaps sent"; the client's errors do not.
function watchStream(begun: Begun): PluginFunction<SMTPPoolSentMessageInfo> {
	return (mail, done) => {
		const { signal } = mail.data;
		const create = mail.message.createReadStream.bind(mail.message);
		mail.message.createReadStream = (...given) => {
			const stream = create(...given);
			if (signal) begun.set(signal, () => stream.readableDidRead);
			return stream;
		};
		done();
	};
}

const smtpError = z
	.object({
		code: z.string().optional().catch(undefined),
		responseCode: z.number().optional().catch(undefined),
		command: z.string().optional().catch(undefined)
	})
	.catch({});

function toOptions(message: Message, from: string): SendMailOptions {
	const replyTo = isBareAddress(message.replyTo) ? { replyTo: message.replyTo } : {};
	const thread = message.inReplyTo
		? { inReplyTo: message.inReplyTo, references: [message.inReplyTo] }
		: {};
	return {
		envelope: { from, to: [message.to.address] },
		from: { name: message.fromName, address: from },
		to: message.to,
		...replyTo,
		...thread,
		subject: message.subject,
		text: message.text,
		html: message.html,
		messageId: message.messageId,
		date: message.date,
		headers: message.headers,
		xMailer: false
	};
}
