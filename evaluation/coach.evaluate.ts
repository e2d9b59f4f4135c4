import { parseArgs } from 'node:util';
import {
	agreement,
	auc,
	aucOfLikeLength,
	everyCriterion,
	lengthCorrelation,
	pairsInOrder,
	worstMistakes
} from './coach/measures.ts';
import { type Scored, scoreFile } from './coach/scored.ts';

const {
	values: { data, worst }
} = parseArgs({
	options: { data: { type: 'string' }, worst: { type: 'string', default: '5' } }
});
if (!data) {
	console.error('Say which letters: npm run evaluate -- coach --data FILE.jsonl [--worst 5]');
	process.exit(2);
}
report(scoreFile(data), Number(worst));

function report(letters: Scored[], count: number): void {
	const good = letters.filter(({ label }) => label === 'good').length;
	console.log(`${letters.length} letters: ${good} good, ${letters.length - good} bad`);
	console.log('\nAUC, good against bad     coach   words alone');
	tellAuc('all', letters);
	for (const lang of ['fr', 'en'])
		tellAuc(
			lang,
			letters.filter((letter) => letter.lang === lang)
		);
	const like = aucOfLikeLength(letters);
	console.log(
		`  ${'of like length'.padEnd(20)} ${shown(like.auc)}            (${like.of} couples)`
	);
	tellCorrelation(letters);
	tellAgreement(letters);
	tellPairs(letters);
	tellWorst(letters, count);
}

// Where good letters are longer, score and words go together; among the good alone, or the bad, they should not.
function tellCorrelation(letters: Scored[]): void {
	const among = (label: Scored['label']) =>
		lengthCorrelation(letters.filter((letter) => letter.label === label)).toFixed(2);
	const all = lengthCorrelation(letters).toFixed(2);
	console.log(
		`correlation of score and words: ${all}; among the good ${among('good')}, the bad ${among('bad')}`
	);
}

function tellAuc(name: string, letters: Scored[]): void {
	const ours = auc(letters, ({ judgement }) => judgement.score);
	const words = auc(letters, (letter) => letter.words);
	console.log(`  ${name.padEnd(20)} ${shown(ours)} ${shown(words)}   (${letters.length})`);
}

function shown(value: number | undefined): string {
	return (value === undefined ? '–' : value.toFixed(3)).padStart(8);
}

function tellAgreement(letters: Scored[]): void {
	console.log('\nAgreement a criterion');
	for (const name of everyCriterion) {
		const { same, of } = agreement(letters, name);
		const ours = auc(letters, ({ judgement }) => judgement.criteria[name].score);
		const share = of > 0 ? `${((100 * same) / of).toFixed(0)} %` : '–';
		console.log(
			`  ${name.padEnd(12)} ${share.padStart(6)} of ${of}   AUC alone ${ours?.toFixed(3) ?? '–'}`
		);
	}
}

function tellPairs(letters: Scored[]): void {
	const { right, wrong } = pairsInOrder(letters);
	if (right + wrong.length === 0) return;
	console.log(`\nPairs in the right order: ${right} of ${right + wrong.length}`);
	for (const each of wrong) console.log(`  ${each}`);
}

function tellWorst(letters: Scored[], count: number): void {
	console.log('\nWorst mistakes');
	for (const { id, label, judgement, text, reason } of worstMistakes(letters, count)) {
		const lights = everyCriterion.map((name) => `${name} ${judgement.criteria[name].score}`);
		console.log(`\n— ${id}, ${label}, ${judgement.score}, ${judgement.kind}: ${lights.join(', ')}`);
		if (reason) console.log(`  (${reason})`);
		console.log(text.replace(/^/gm, '  | '));
	}
}
