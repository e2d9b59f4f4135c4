import type { Example, NoticedPassages } from '#lib/coach/examples/example.ts';

/** The five, each by a letter that fails and one that does well, by the same person. */
export const englishExamples: readonly Example[] = [
	{
		criterion: 'personal',
		verdict: 'bad',
		kind: 'revival',
		text: 'Dear all,\n\nI am leaving the bank to train as a gardener. Please share this message widely with everyone in your network, as any help is welcome. Best wishes to all of you,\n\nMoira',
		why: 'Moira speaks to everybody, so nobody feels spoken to.'
	},
	{
		criterion: 'personal',
		verdict: 'good',
		kind: 'revival',
		text: 'Hi Tariq,\n\nOutside our old office in Leeds I thought of our lunches in 2013, when you taught me to read a balance sheet. How are you these days? Thanks again for your patience,\n\nMoira',
		why: 'A place, a year, a thank-you: only Moira could write this, and only to Tariq.'
	},
	{
		criterion: 'adapted',
		verdict: 'bad',
		kind: 'ask',
		text: 'Dear Sir or Madam,\n\nMy friend Grace Holm is a dynamic, motivated and passionate professional. She is looking for exciting partnership opportunities with companies like yours. Please find attached her brochure. I look forward to your prompt reply.\n\nOwen Pryce',
		why: 'Change the address, and the same letter suits the shop next door.'
	},
	{
		criterion: 'adapted',
		verdict: 'good',
		kind: 'ask',
		text: 'Hi Beatrix,\n\nI read in my paper that your bookshop has opened a room for children: congratulations! My friend Grace Holm is opening hers soon, and I think your experience would help her. May she come and see it, one quiet morning? I would understand a no.\n\nOwen',
		why: 'Owen begins with Beatrix’s own news, and thinks of her working day.'
	},
	{
		criterion: 'generous',
		verdict: 'bad',
		kind: 'request',
		text: 'Hi Rosalind,\n\nPeter Okafor at the town hall simply has to find me a kitchen. This is urgent: call him today and tell him that I guarantee the best project in town. I am counting on you, so don’t let me down.\n\nJamal',
		why: 'The rush, the orders and the promises all land on Rosalind.'
	},
	{
		criterion: 'generous',
		verdict: 'good',
		kind: 'request',
		text: 'Hi Rosalind,\n\nCould you ask Peter Okafor whether he would give me fifteen minutes on my canteen, whenever it suits him? If it is awkward, just say no. I will let you know how it went, and lunch is on me. Thank you,\n\nJamal',
		why: 'A little time, an easy no, news promised: all of it can be kept.'
	},
	{
		criterion: 'clear',
		verdict: 'bad',
		kind: 'first-message',
		text: 'Dear Ms Whitlock,\n\nPassionate and motivated, I firmly believe in the future. Together we could create synergies and a win-win partnership. There is a great deal of energy and experience here to make the most of. With that in mind, regards,\n\nHannah Birch',
		why: 'What is Ms Whitlock to do? However willing, she cannot tell.'
	},
	{
		criterion: 'clear',
		verdict: 'good',
		kind: 'first-message',
		text: 'Dear Ms Whitlock,\n\nI am a nurse in Bristol and I am preparing a diploma in hospital hygiene. Could you spare twenty minutes on the phone, so that I understand how you train your teams? Your advice would help me choose my placement. Thank you,\n\nHannah Birch',
		why: 'Who writes, what she asks and why: all said in three sentences.'
	},
	{
		criterion: 'feasible',
		verdict: 'bad',
		kind: 'request',
		text: 'Hi Bruce,\n\nYou must know lots of important people in cycling. Introduce me to everyone in your network, and to the president of the federation, even if you do not know her. Please also find me a job and some clients. Thanks in advance,\n\nNoor',
		why: 'Who, among so many? Bruce does not know where to begin.'
	},
	{
		criterion: 'feasible',
		verdict: 'good',
		kind: 'request',
		text: 'Hi Bruce,\n\nYou worked with Odile Marsh at the bicycle workshop. Could you pass one question on to her: which fabric lasts ten years in the rain? If you are not in touch any more, no worries at all. Thanks,\n\nNoor',
		why: 'A person whom Bruce knows, one single question: he can do it tonight.'
	}
];

/** What the coach notices besides, in a few words. */
export const englishPassages: NoticedPassages = {
	'several-asks':
		'Could you introduce me to Lea Marsh? Can you read my plan? Would you also lend me a desk?',
	'mass-mailing': 'Hello everyone, I am writing to tell you about my project.',
	placeholders: 'Dear [First name], I loved your workshop last week.',
	'no-contact-details': 'Call me whenever it suits you. Thanks! Moira Lennox',
	'no-signature':
		'Hi Tariq, thanks again for having me on Thursday. Could you tell me when you are back in Leeds?',
	'third-person-details': 'Write to Odile Marsh, her e-mail is odile@example.org.',
	'all-capitals': 'Hi Bruce, PLEASE REPLY BEFORE MONDAY MORNING.',
	'no-thanks': 'Hi Bruce, could you introduce me to Odile Marsh? Noor',
	'mixed-tu-vous': 'Tu vas bien ? Je te lis souvent. Pourriez-vous me donner votre avis ?',
	pressure: 'This is urgent, I need your answer by tonight.',
	flattery: 'Your career is outstanding, your books are brilliant and you are a genius.'
};
