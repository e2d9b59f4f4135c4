import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's OpenSMTPD handing what it takes to Dovecot, both on loopback, in a folder of their own. */
export interface MailServers extends AsyncDisposable {
	/** For SMTP_URL. */
	url: string;
	/** The raw mails that lie in this person's box, once there are `count` of them. */
	mailbox(address: string, count: number): Promise<Buffer[]>;
}

/** Why the servers cannot be had here; null when they can. */
export function mailServersMissing(): string | null {
	if (process.platform !== 'linux') return 'they are tried on Linux only';
	if (process.getuid?.() !== 0) return 'they start as root only';
	const absent = ['smtpd', 'dovecot'].filter((name) => !existsSync(`/usr/sbin/${name}`));
	if (absent.length > 0) return `${absent.join(' and ')} not installed, see .ci/mail-servers`;
	// OpenSMTPD keeps one control socket a machine.
	return existsSync('/run/smtpd.sock') && isRunning('smtpd') ? 'another OpenSMTPD runs here' : null;
}

function isRunning(name: string): boolean {
	return readdirSync('/proc').some((entry) => {
		try {
			return /^\d+$/.test(entry) && readFileSync(`/proc/${entry}/comm`, 'utf8').trim() === name;
		} catch {
			return false;
		}
	});
}

/** Starts both and waits until they answer; disposing ends them and removes their folder. */
export async function startMailServers(): Promise<MailServers> {
	const folder = mkdtempSync(join(tmpdir(), 'entremise-mail-'));
	chmodSync(folder, 0o755);
	const [smtp, lmtp] = [await freePort(), await freePort()];
	const dovecot = startDovecot(folder, lmtp);
	const smtpd = startOpenSmtpd(folder, smtp, lmtp);
	const dispose = async () => {
		await Promise.all([end(smtpd), end(dovecot)]);
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await Promise.all([answers(lmtp), answers(smtp)]);
	} catch (error) {
		const logs = ['dovecot.log', 'smtpd.log'].map((name) => readIfThere(join(folder, name)));
		await dispose();
		throw new Error(`the mail servers did not start:\n${logs.join('\n')}`, { cause: error });
	}
	return {
		url: `smtp://127.0.0.1:${smtp}`,
		mailbox: (address, count) => readMaildir(join(folder, 'mail', address, 'new'), count),
		[Symbol.asyncDispose]: dispose
	};
}

function startDovecot(folder: string, lmtp: number): ChildProcess {
	mkdirSync(join(folder, 'mail'));
	execFileSync('chown', ['mail:mail', join(folder, 'mail')]);
	const file = join(folder, 'dovecot.conf');
	writeFileSync(
		file,
		`base_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = lmtp
listen = 127.0.0.1
ssl = no
mail_location = maildir:${folder}/mail/%u
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%u allow_all_users=yes
}
passdb {
  driver = static
  args = nopassword=y
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtp}
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`
	);
	return spawn('/usr/sbin/dovecot', ['-F', '-c', file], { stdio: 'ignore' });
}

function startOpenSmtpd(folder: string, smtp: number, lmtp: number): ChildProcess {
	const file = join(folder, 'smtpd.conf');
	const conf = `listen on 127.0.0.1 port ${smtp}
action "deliver" lmtp "127.0.0.1:${lmtp}" rcpt-to virtual { "@" => "mail" }
match from local for any action "deliver"
`;
	writeFileSync(file, conf, { mode: 0o600 });
	return spawn(
		'sh',
		['-c', `exec /usr/sbin/smtpd -d -f "$0" >"$1" 2>&1`, file, `${folder}/smtpd.log`],
		{
			stdio: 'ignore'
		}
	);
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

async function answers(port: number): Promise<void> {
	await until(`port ${port} answers`, async () => {
		const socket = connect(port, '127.0.0.1');
		try {
			await once(socket, 'data');
			return true;
		} catch {
			return undefined;
		} finally {
			socket.destroy();
		}
	});
}

function readMaildir(folder: string, count: number): Promise<Buffer[]> {
	return until(`${count} mails in the box`, async () => {
		const files = existsSync(folder) ? readdirSync(folder) : [];
		if (files.length < count) return undefined;
		return files.map((file) => readFileSync(join(folder, file)));
	});
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
	const end = Date.now() + 10_000;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
		await new Promise((next) => setTimeout(next, 25));
	}
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	await once(child, 'exit');
}

function readIfThere(file: string): string {
	return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
