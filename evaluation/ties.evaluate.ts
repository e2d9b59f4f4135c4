import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { wordOf } from '#lib/network/tie-strength.ts';
import { type Asked, askedIn, byPair, type Part } from './ties/asked-ties.ts';
import { type Dealings, strengthOf } from './ties/ledger.ts';
import { rankedAuc } from './ties/ranked-auc.ts';
import { type Message, readMessages } from './ties/read-messages.ts';

const { values } = parseArgs({
	options: { data: { type: 'string' }, window: { type: 'string', default: '7' } }
});
const window = Number(values.window);
if (!values.data || !(window > 0)) {
	console.error('Say which messages: npm run evaluate -- ties --data FILE [--window DAYS]');
	process.exit(2);
}

type Rank = (known: Dealings, at: number) => number;

const last = (times: readonly number[]) => times.at(-1) ?? -Infinity;
/** What is measured: ours, the two it must be ahead of, and the same two of what they wrote alone. */
const ranks: Record<string, Rank> = {
	strength: strengthOf,
	count: ({ mine, theirs }) => mine.length + theirs.length,
	recency: ({ mine, theirs }) => Math.max(last(mine), last(theirs)),
	'their count': ({ theirs }) => theirs.length,
	'their recency': ({ theirs }) => last(theirs)
};
const asAsked: Part = { at: 0.8, to: 1 };
const earlier: Part[] = [
	{ at: 0.6, to: 0.8 },
	{ at: 0.4, to: 0.6 }
];

const { messages, left } = await readMessages(values.data);
describe(messages);
tellHead();
const { from, asked } = askedIn(messages, asAsked, window);
const aucs = tell('messages', asAsked, asked, from);
tell('pairs', asAsked, byPair(asked), from);
tell('messages, known ties', asAsked, asked.filter(isKnown), from);
for (const part of earlier) {
	const before = askedIn(messages, part, window);
	tell('messages', part, before.asked, before.from);
	tell('pairs', part, byPair(before.asked), before.from);
}
for (const other of [1, 14].filter((days) => days !== window)) {
	const within = askedIn(messages, asAsked, other);
	tell(`messages, ${other} d`, asAsked, within.asked, within.from);
}
tellWords(asked, from);
tellVerdict(aucs);

function describe(all: readonly Message[]): void {
	const people = new Set(all.flatMap((message) => [message.from, message.to])).size;
	const days = Math.round(((all.at(-1)?.at ?? 0) - (all[0]?.at ?? 0)) / 86_400);
	const size = `${all.length} messages among ${people} people over ${days} days`;
	console.log(`${basename(values.data ?? '')}: ${size}; lines left out: ${left}.`);
	console.log(
		`AUC of who answers within ${window} days, by what was known before; a draw is half.\n`
	);
}

function isKnown({ known }: Asked): boolean {
	return known.mine.length + known.theirs.length > 0;
}

function tellHead(): void {
	const heads = Object.keys(ranks).map((name) => name.padStart(15));
	console.log(
		`${'judged'.padEnd(32)}${'asked'.padStart(8)}${'answered'.padStart(10)}${heads.join('')}`
	);
}

function tell(
	what: string,
	{ at, to }: Part,
	judged: readonly Asked[],
	when: number
): Map<string, number | undefined> {
	const name = `${what}, ${Math.round(at * 100)}–${Math.round(to * 100)} %`.padEnd(32);
	const answered = judged.filter((one) => one.answered).length;
	const share = judged.length > 0 ? `${Math.round((100 * answered) / judged.length)} %` : '–';
	const found = new Map(
		Object.entries(ranks).map(([rank, score]) => [
			rank,
			rankedAuc(judged.map((one) => ({ score: score(one.known, when), holds: one.answered })))
		])
	);
	const shown = [...found.values()].map((auc) => (auc?.toFixed(4) ?? '–').padStart(15));
	console.log(`${name}${String(judged.length).padStart(8)}${share.padStart(10)}${shown.join('')}`);
	return found;
}

function tellWords(judged: readonly Asked[], when: number): void {
	console.log('\nWhat the words are worth here');
	const groups = Map.groupBy(judged, ({ known }) => wordOf(strengthOf(known, when)));
	for (const word of ['sure', 'likely', 'possible', 'faint'] as const) {
		const all = groups.get(word) ?? [];
		const mean = all.reduce((sum, { known }) => sum + strengthOf(known, when), 0) / all.length;
		const answered = all.filter((one) => one.answered).length / all.length;
		const told = all.length > 0 ? `said ${percent(mean)}, answered ${percent(answered)}` : '–';
		console.log(`  ${word.padEnd(10)}${String(all.length).padStart(8)}   ${told}`);
	}
}

function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}

function tellVerdict(found: ReadonlyMap<string, number | undefined>): void {
	const ours = found.get('strength') ?? 0;
	const rivals = [...found].filter(([name]) => name !== 'strength');
	const ahead = rivals.map(
		([name, auc = 0]) => `${name} ${ours - auc >= 0 ? '+' : '−'}${Math.abs(ours - auc).toFixed(4)}`
	);
	console.log(`\nAhead of ${ahead.join(', ')} (messages, 80–100 %, ${window} days).`);
}
