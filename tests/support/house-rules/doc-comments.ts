import ts from 'typescript';
import { type CodeFile, offence } from './code-file.ts';

/** Functions that other files may call and that do not say what they take, answer and refuse. */
export function undocumented(files: CodeFile[]): string[] {
	return files
		.filter(({ path, isTest }) => path.startsWith('src/lib/') && path.endsWith('.ts') && !isTest)
		.flatMap((file) =>
			file.ast.statements.flatMap((statement) => {
				const name = exportedFunction(statement);
				if (!name || isDocumented(file, statement)) return [];
				return [offence(file, statement, `${name} has no doc comment`)];
			})
		);
}

function exportedFunction(statement: ts.Statement): string | undefined {
	const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
	if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return undefined;
	if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? 'the default export';
	if (!ts.isVariableStatement(statement)) return undefined;
	const made = statement.declarationList.declarations.find(
		({ initializer: value }) =>
			value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
	);
	return made?.name.getText();
}

function isDocumented(file: CodeFile, statement: ts.Statement): boolean {
	const before = ts.getLeadingCommentRanges(file.ast.text, statement.getFullStart()) ?? [];
	return before.some(({ pos }) => file.ast.text.startsWith('/**', pos));
}
