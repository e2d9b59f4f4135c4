import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#lib/db/connect.server.ts';
import { listenToNetwork, type NetworkHeard } from '#lib/network/listen-network.server.ts';
import { LiveNetworks } from '#lib/network/live-networks.server.ts';
import { networkAsked, type NetworkAsked, networkStart } from '#lib/network/network-asked.ts';

/** The beginning of the thread that finds paths; see open-path-finder.server. */
const { url, ...start } = networkStart.parse(workerData);

const log = (line: string) => parentPort?.postMessage({ line }, []);
const { db, prepared, close } = openDatabase({ url, log, connections: 4 });
const networks = new LiveNetworks({ ...start, db, prepared, log });

const ended = new AbortController();
const listening = listenToNetwork(url, (news) => void quietly(hear(news)), ended.signal);
let ticking = false;
let complaint = '';
const clock = setInterval(() => void quietly(tick()), 1000);
void quietly(networks.forgetErased());

parentPort?.on('message', (message) => void answer(networkAsked.parse(message)));

async function hear({ what, communityId }: NetworkHeard): Promise<void> {
	if (what === 'rebuild') await networks.drop(communityId);
	else await networks.changed(communityId);
}

async function tick(): Promise<void> {
	if (ticking) return;
	ticking = true;
	try {
		await networks.tick();
	} finally {
		ticking = false;
	}
}

/** What fails in the background is tried again a second later, and said once. */
async function quietly(work: Promise<void>): Promise<void> {
	try {
		await work;
		complaint = '';
	} catch (error) {
		if (complaint !== messageOf(error)) log(`Paths: ${messageOf(error)}`);
		complaint = messageOf(error);
	}
}

async function answer(asked: NetworkAsked): Promise<void> {
	const { id } = asked;
	try {
		parentPort?.postMessage({ id, answer: await answerTo(asked) }, []);
	} catch (error) {
		parentPort?.postMessage({ id, error: messageOf(error) }, []);
	}
	if (asked.ask === 'stop') parentPort?.close();
}

function answerTo(asked: NetworkAsked): Promise<unknown> {
	switch (asked.ask) {
		case 'paths':
			return networks.paths(asked.question);
		case 'bestOfEach':
			return networks.bestOfEach(asked.question);
		case 'reach':
			return networks.reach(asked.question);
		case 'stop':
			return stop();
	}
}

async function stop(): Promise<void> {
	clearInterval(clock);
	ended.abort();
	await listening;
	await networks.stop();
	await close();
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
