const given = ['Kathy', 'Dean', 'Zoé', 'Jean-François', 'Łukasz', 'Søren', 'Aïcha', 'Pierre'];
const family = ['Martin', 'De Morgan', "O'Neil", 'Müller', 'Lefèvre', 'Garcia', 'Ndiaye', 'Roy'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const correspondents = 400;
const owner = 'Kathy Owner <kathy.owner@example.com>';

const encoder = new TextEncoder();
/** Bodies are the bulk of a mailbox: made once, and cut to length for each message. */
const prose = encoder.encode(
	'Thank you for the other day, and for what you said of it.\n\nFrom what I hear, they look for somebody.\n>From the beginning, then.\n\n'.repeat(
		400
	)
);
const attachment = encoder.encode(
	`${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx'}\n`.repeat(40_000)
);

/**
 * A mailbox as Google Takeout writes it, of invented people, the same for the same seed: at least
 * `bytes` long, in pieces, with lists, robots, junk, sent messages and attachments among it.
 */
export function* mboxFile(bytes: number, seed = 1): Generator<Uint8Array> {
	const chance = chances(seed);
	let written = 0;
	for (let index = 0; written < bytes; index += 1) {
		const head = encoder.encode(headersOf(index, chance));
		const body = chance() < 0.12 ? attachment : prose;
		const length = Math.floor(chance() ** 3 * body.length) + 200;
		yield head;
		yield body.subarray(0, length);
		yield end;
		written += head.length + Math.min(length, body.length) + end.length;
	}
}

const end = encoder.encode('\n\n');

/** Numbers from 0 to 1 that only the seed decides. */
function chances(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

function headersOf(index: number, chance: () => number): string {
	const kind = chance();
	const other = person(Math.floor(chance() ** 2 * correspondents), kind);
	const sent = kind > 0.6;
	const at = new Date(Date.UTC(2006, 0, 1) + index * 1_800_000);
	const clock = at.toISOString().slice(11, 19);
	const month = months[at.getUTCMonth()] ?? '';
	const weekday = days[at.getUTCDay()] ?? '';
	const day = at.getUTCDate();
	return [
		`From ${1_500_000_000_000_000_000n + BigInt(index)}@xxx ${weekday} ${month} ${String(day).padStart(2, '0')} ${clock} +0000 ${at.getUTCFullYear()}`,
		`X-GM-THRID: ${1_500_000_000_000 + Math.floor(index / 3)}`,
		`X-Gmail-Labels: ${sent ? 'Sent' : kind < 0.05 ? 'Spam' : 'Inbox,Opened'}`,
		'Delivered-To: kathy.owner@example.com',
		...trace,
		`Message-ID: <${index}@mail.example.com>`,
		`Date: ${weekday}, ${day} ${month} ${at.getUTCFullYear()} ${clock} +0000`,
		'Subject: =?UTF-8?Q?Des_nouvelles_de_l=27=C3=A9t=C3=A9?=',
		`From: ${sent ? owner : other}`,
		`To: ${sent ? other : owner}`,
		...(kind > 0.1 && kind < 0.35 ? ['List-Id: <friends.example.org>'] : []),
		'MIME-Version: 1.0',
		'Content-Type: multipart/mixed; boundary="=_part"',
		'',
		''
	].join('\n');
}

const trace = Array.from(
	{ length: 6 },
	(_, hop) =>
		`Received: by relay-${hop}.example.net with SMTP id ${'a1b2c3d4'.repeat(3)};\n        Mon, 23 Nov 2026 06:30:31 +0000 (UTC)`
).concat(
	`DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=2026;\n${Array.from({ length: 5 }, () => `        b=${'Zm9vYmFy'.repeat(8)}`).join('\n')}`
);

function person(index: number, kind: number): string {
	if (kind < 0.1) return `Robot <no-reply+${index}@example.net>`;
	const first = given[index % given.length] ?? '';
	const last = family[Math.floor(index / given.length) % family.length] ?? '';
	const name =
		index % 3 === 0 ? `"${last}, ${first}"` : `=?UTF-8?B?${btoa(utf8(`${first} ${last}`))}?=`;
	return `${name} <person.${index}@example.org>`;
}

function utf8(text: string): string {
	return String.fromCharCode(...encoder.encode(text));
}
