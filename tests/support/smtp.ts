import type { Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail as the server took it. */
interface ReceivedMail {
	from: string;
	to: string[];
	raw: string;
	parsed: Email;
	/** The text as a reader sees it, with \n at the line ends. */
	text: string;
}

/** A real SMTP server on loopback that keeps what it is given. */
export interface SmtpSink {
	/** For SMTP_URL; stays the same over stop and start. */
	url: string;
	mails(): readonly ReceivedMail[];
	/** The first mail that satisfies, now or within `patience` milliseconds. */
	waitForMail(predicate: (mail: ReceivedMail) => boolean, patience?: number): Promise<ReceivedMail>;
	/** Answers RCPT TO with this code, `times` times or for ever. */
	refuse(address: string, code: number, times?: number): void;
	/** Answers the whole letter with this code, `times` times or for ever. */
	refuseLetter(address: string, code: number, times?: number): void;
	/** Called when a letter has been taken, before that is acknowledged; 'hang_up' never does. */
	onTaken(act: (mail: ReceivedMail) => 'acknowledge' | 'hang_up'): void;
	/** Nobody listens any more; what was received is kept. */
	stop(): Promise<void>;
	start(): Promise<void>;
}

type Refusals = Map<string, { code: number; times: number }>;

/** Starts one on a free port; `await using` or `stop()` ends it. */
export async function smtpSink(): Promise<SmtpSink & AsyncDisposable> {
	const received: ReceivedMail[] = [];
	const refusals = { rcpt: new Map(), letter: new Map() } satisfies Record<string, Refusals>;
	let act: Parameters<SmtpSink['onTaken']>[0] = acknowledge;
	const take = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
		const mail = await readMail(stream, session);
		const refusal = spend(refusals.letter, mail.to[0] ?? '');
		if (refusal) throw refusal;
		received.push(mail);
		return act(mail);
	};
	let server = build(refusals.rcpt, take);
	const port = await listen(server, 0);
	const stop = () => new Promise<void>((done) => server.close(() => done()));
	return {
		url: `smtp://127.0.0.1:${port}`,
		mails: () => received,
		waitForMail: (predicate, patience = 10_000) => waitFor(received, predicate, patience),
		refuse: (address, code, times = Infinity) => refusals.rcpt.set(address, { code, times }),
		refuseLetter: (address, code, times = Infinity) =>
			refusals.letter.set(address, { code, times }),
		onTaken: (next) => {
			act = next;
		},
		stop,
		start: async () => {
			server = build(refusals.rcpt, take);
			await listen(server, port);
		},
		[Symbol.asyncDispose]: stop
	};
}

const acknowledge = () => 'acknowledge' as const;

type Take = (
	stream: SMTPServerDataStream,
	session: SMTPServerSession
) => Promise<'acknowledge' | 'hang_up'>;

function build(refusals: Refusals, take: Take): SMTPServer {
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		disableReverseLookup: true,
		closeTimeout: 100,
		onRcptTo: ({ address }, _session, done) => done(spend(refusals, address)),
		onData: async (stream, session, done) => {
			try {
				const next = await take(stream, session);
				if (next === 'hang_up') sockets.get(session.remotePort)?.destroy();
				else done();
			} catch (error) {
				done(error instanceof Error ? error : new Error('refused'));
			}
		}
	});
	const sockets = new Map<number | undefined, Socket>();
	server.server.on('connection', (socket) => sockets.set(socket.remotePort, socket));
	// A client that was killed in the middle of a dialogue is no reason to stop.
	server.on('error', () => {});
	return server;
}

function listen(server: SMTPServer, port: number): Promise<number> {
	return new Promise((done, fail) => {
		const listening = server.listen(port, '127.0.0.1', () => {
			const address = listening.address();
			if (address && typeof address === 'object') done(address.port);
			else fail(new Error('the mail server has no port'));
		});
		listening.once('error', fail);
	});
}

function spend(refusals: Refusals, address: string): Error | null {
	const refusal = refusals.get(address);
	if (!refusal || refusal.times <= 0) return null;
	refusal.times -= 1;
	const said = refusal.code < 500 ? 'try again later' : 'not wanted here';
	return Object.assign(new Error(`${said}, ${address}`), { responseCode: refusal.code });
}

async function readMail(stream: SMTPServerDataStream, session: SMTPServerSession) {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	const raw = Buffer.concat(chunks);
	const parsed = await PostalMime.parse(raw);
	const { mailFrom, rcptTo } = session.envelope;
	return {
		from: mailFrom ? mailFrom.address : '',
		to: rcptTo.map((rcpt) => rcpt.address),
		raw: raw.toString('latin1'),
		parsed,
		text: (parsed.text ?? '').replace(/\r\n/g, '\n')
	};
}

async function waitFor(
	received: readonly ReceivedMail[],
	predicate: (mail: ReceivedMail) => boolean,
	patience: number
): Promise<ReceivedMail> {
	const end = Date.now() + patience;
	for (;;) {
		const found = received.find(predicate);
		if (found) return found;
		if (Date.now() > end)
			throw new Error(`no such mail among ${received.length} in ${patience} ms`);
		await new Promise((next) => setTimeout(next, 20));
	}
}
