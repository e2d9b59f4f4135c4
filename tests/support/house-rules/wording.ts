import { lineAt } from './code-file.ts';

export interface TextFile {
	path: string;
	text: string;
}

interface Unwanted {
	what: string;
	written: RegExp;
	/** Those found that are nevertheless right. */
	except?: RegExp;
}

const unwanted: Unwanted[] = [
	// Written so that this very line is not found.
	{ what: 'is work left undone', written: /\b(?:TO{1}DO|FIX{1}ME)\b/g },
	{
		what: 'is a path of somebody’s machine',
		written: /(?<![\w.}-])(?:\/(?:home|Users|root|work|mnt)\/|[A-Z]:\\)[\w.-]+/g
	},
	{
		what: 'may be somebody’s e-mail: use example.com, .org or .net',
		written: /[\w.+-]+@(?:[a-z\d][a-z\d-]*\.)+[a-z][a-z\d-]+/gi,
		except: /@(?:[a-z\d-]+\.)*example(?:\.(?:com|org|net))?$/i
	},
	{
		what: 'may be somebody’s phone: use +33 6 39 98 xx xx',
		written: /(?<![\d.,-])(?:(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?|0)[1-9](?:[ .-]?\d{2}){4}(?![\d-])/g,
		except: /^(?:(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?|0)6[ .-]?39[ .-]?98|^0123456789$/
	}
];

/** Texts that do not belong into the project: what is invented looks invented. */
export function unwantedWords(files: TextFile[]): string[] {
	return files.flatMap(({ path, text }) =>
		unwanted.flatMap(({ what, written, except }) =>
			[...text.matchAll(written)]
				.filter(([found]) => !except?.test(found))
				.map((found) => `${path}:${lineAt(text, found.index)} ${found[0]} ${what}`)
		)
	);
}
