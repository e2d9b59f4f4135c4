import { type CodeFile, offence } from './code-file.ts';

/** Tables of the server as a whole, on purpose; all others belong to one community. */
const serverWide = [
	'users',
	'sessions',
	'accounts',
	'verifications',
	'rate_limits',
	'never_again',
	'communities'
];

/** Tables of a community whose primary key does not begin with it. */
export function unshardable(files: CodeFile[]): string[] {
	return files
		.filter(({ path, isTest }) => path.startsWith('migrations/') && !isTest)
		.flatMap((file) =>
			[...file.text.matchAll(/create table (?:if not exists )?"?(\w+)"?([^`]*)/gi)].flatMap(
				({ 1: name = '', 2: columns = '', index }) => {
					if (serverWide.includes(name)) return [];
					if (/primary key\s*\(\s*community_id\s*[,)]/i.test(columns)) return [];
					return [offence(file, index, `${name}: community_id is not first in its primary key`)];
				}
			)
		);
}
