import { type Member, system } from '#lib/access/actor.ts';
import { contactOf, dateBack, memberOf } from '#lib/demo/cast.server.ts';
import { daysBefore } from '#lib/demo/days.ts';
import { pastStories, type PastStory, type Turn, type When } from '#lib/demo/past-stories.ts';
import { openStage, type Stage, type Telling } from '#lib/demo/stage.server.ts';
import { storyPeople } from '#lib/demo/story.ts';
import { act, type Acted, type Deed } from '#lib/introductions/act.server.ts';
import { askFacts } from '#lib/introductions/ask-facts.ts';
import { readRequestToMe } from '#lib/introductions/connector-view.server.ts';
import { beginDraft } from '#lib/introductions/draft.server.ts';
import { askLetter } from '#lib/introductions/letters/ask-letter.ts';
import { proposeLetter } from '#lib/introductions/propose-letter.server.ts';
import { proposeThanks } from '#lib/introductions/propose.server.ts';
import { readOwnRequest } from '#lib/introductions/requester-view.server.ts';
import { sendRequest } from '#lib/introductions/send-request.server.ts';
import { thank } from '#lib/introductions/thank.server.ts';

/** One introduction while its story is told. */
interface Told {
	stage: Stage;
	story: PastStory;
	requester: Member;
	connector: Member;
	requestId: string;
	key: { communityId: string; introductionId: string };
}

/**
 * Plays, through the doors that everybody uses, what had happened before the demo begins: the home
 * screens have something to say, and the history is what it would be.
 */
export async function tellStories(telling: Telling, communityId: string, now: Date): Promise<void> {
	const stage = openStage(telling);
	for (const story of pastStories) {
		const told = await begin(stage, story, communityId, momentOf(now, story.requested));
		for (const turn of story.turns) {
			const at = momentOf(now, turn);
			granted(await play(told, turn, at));
			await stage.settle(at);
		}
	}
}

function momentOf(now: Date, { days, hour }: When): Date {
	const midnight = Date.parse(daysBefore(now, days));
	return new Date(midnight + Math.round(hour * 60) * 60_000);
}

async function begin(stage: Stage, story: PastStory, communityId: string, at: Date): Promise<Told> {
	const { db } = stage.doors;
	const requester = await memberOf(db, communityId, storyPeople[story.requester].email);
	const connector = await memberOf(db, communityId, storyPeople[story.connector].email);
	const wanted = {
		connector: await contactOf(db, requester, storyPeople[story.connector].profile),
		targets: [await contactOf(db, requester, storyPeople[story.target].profile)],
		reason: story.reason
	};
	const { requestId } = granted(await beginDraft(stage.doors, requester, wanted, at));
	await proposeLetter(db, requester, requestId, at);
	granted(await sendRequest(stage.doors, requester, requestId, 'mail', at));
	await stage.settle(at);
	const introductionId = await dateBack(db, communityId, requestId, at);
	return { stage, story, requester, connector, requestId, key: { communityId, introductionId } };
}

function play(told: Told, turn: Turn, at: Date): Promise<Acted | { ok: boolean }> {
	const { stage, key, requester, story } = told;
	const perform = (actor: Parameters<typeof act>[1], deed: Deed) =>
		act(stage.doors, actor, key, deed, at);
	switch (turn.kind) {
		case 'ask':
			return ask(told, at);
		case 'agree':
			return perform(
				{ kind: 'target_link', ...key },
				{
					event: { kind: 'agree', channels: [turn.by] },
					details: { [turn.by]: storyPeople[story.target][turn.by] },
					words: { answerWord: turn.word }
				}
			);
		case 'read':
			return perform(requester, { event: { kind: 'read' } });
		case 'report':
			return perform(requester, {
				event: { kind: 'report', outcome: turn.outcome },
				words: { outcome: turn.outcome, outcomeNote: turn.note }
			});
		case 'thank':
			return giveThanks(told, at);
		case 'remind':
		case 'give_up':
			return perform(system, { event: { kind: turn.kind } });
	}
}

/** The connector's part: the letter as proposed, to the address in their own book. */
async function ask({ stage, connector, requestId, key }: Told, at: Date): Promise<Acted> {
	const view = await readRequestToMe(stage.doors.db, connector, key.communityId, requestId);
	const introduction = view?.introductions[0];
	if (!view || !introduction) throw new Error('The story asks for nobody.');
	const facts = askFacts(view, introduction, {}, at);
	const letter = askLetter(facts);
	const words = {
		askLocale: facts.voice.locale,
		askRegister: facts.voice.register,
		askSubject: letter.subject,
		askLetter: letter.text,
		askChannel: 'mail' as const,
		askEmail: introduction.recalled[0]?.emails[0] ?? ''
	};
	return act(stage.doors, connector, key, { event: { kind: 'ask' }, words }, at);
}

async function giveThanks({ stage, requester, requestId }: Told, at: Date) {
	const { doors } = stage;
	const view = await readOwnRequest(doors.db, requester, requestId);
	const letter = view && (await proposeThanks(doors.db, requester, view));
	return thank(doors, requester, requestId, { letter: letter?.text ?? '', channel: 'mail' }, at);
}

/** The stories are written so that nothing in them is refused. */
function granted<Answer extends { ok: boolean }>(answer: Answer): Extract<Answer, { ok: true }> {
	if (!isGranted(answer)) throw new Error('The demo’s past cannot have happened like this.');
	return answer;
}

function isGranted<Answer extends { ok: boolean }>(
	answer: Answer
): answer is Extract<Answer, { ok: true }> {
	return answer.ok;
}
