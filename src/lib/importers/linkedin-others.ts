import { cellsOfLine } from '#lib/importers/csv-cells.ts';
import { lettersOf } from '#lib/importers/csv-header.ts';

/** Columns that no other table has together, by their letters; there may be others beside. */
const telling = [
	'transactionmadeat invoicenumber totalamount',
	'applicationdate joburl resumename',
	'preferredjobtypes opentorecruiters',
	'verificationtype verificationserviceprovider',
	'privateidentityassetname privateidentityassetrawtext',
	'memberage buyergroups degreeclass',
	'contenttitle contenttype contentsaved',
	'alertparameters savedsearchid'
].map((names) => names.split(' '));

/** Whole headers, for what other tables may have too. */
const whole = new Set([
	'saveddate joburl jobtitle companyname',
	'organization followedon',
	'date link message',
	'date type link',
	'date link optiontext',
	'date sharelink sharecommentary sharedurl mediaurl',
	'date sharelink sharecommentary sharedurl mediaurl visibility',
	'datetime mediadescription medialink',
	'eventname eventtime status externalurl',
	'title description url startedon finishedon',
	'name publishedon description publisher url',
	'name proficiency',
	'savedat link name',
	'registeredat registrationip subscriptiontypes',
	'extension number type',
	'number extension iswhatsappnumber'
]);

/**
 * Whether a text begins as one of the files of a LinkedIn archive that tell of nobody but the member:
 * receipts, applications, reactions and so on. Some of them name people, who are no contacts.
 */
export function isLinkedinWithoutContacts(head: string): boolean {
	const line = head.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
	return [',', ';', '\t'].some((delimiter) => {
		if (!line.includes(delimiter)) return false;
		const names = cellsOfLine(line, delimiter).map(lettersOf);
		const tells = telling.some((columns) => columns.every((name) => names.includes(name)));
		return tells || whole.has(names.filter(Boolean).join(' '));
	});
}
