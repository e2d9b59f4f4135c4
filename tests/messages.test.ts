import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as compiled from '#lib/i18n/paraglide/messages/_index.js';

const locales = ['en', 'fr'] as const;
type Locale = (typeof locales)[number];

const variants = z
	.tuple([
		z.object({
			declarations: z.array(z.string()),
			selectors: z.array(z.string()),
			match: z.record(z.string(), z.string())
		})
	])
	.transform(([message]) => message);
const message = z.union([z.string(), variants]);
type Message = z.infer<typeof message>;

const settings = z
	.object({ 'plugin.inlang.messageFormat': z.object({ pathPattern: z.array(z.string()) }) })
	.parse(JSON.parse(readFileSync('project.inlang/settings.json', 'utf8')));
const patterns = settings['plugin.inlang.messageFormat'].pathPattern;

const parts = patterns.map((pattern) => ({
	part: pattern.split('/').at(-2) ?? '',
	en: readMessages(pattern, 'en'),
	fr: readMessages(pattern, 'fr')
}));

function readMessages(pattern: string, locale: Locale): Map<string, Message> {
	const text = readFileSync(pattern.replace('{locale}', locale), 'utf8');
	const said = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
	const entries = Object.entries(said).filter(([key]) => key !== '$schema');
	return new Map(entries.map(([key, value]) => [key, message.parse(value)]));
}

function textsOf(said: Message): string[] {
	return typeof said === 'string' ? [said] : Object.values(said.match);
}

function placeholdersOf(said: Message): string[] {
	const inputs = typeof said === 'string' ? [] : said.declarations.flatMap(inputOf);
	const used = textsOf(said).flatMap((text) =>
		[...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1])
	);
	return [...new Set([...inputs, ...used])].filter((name) => name !== undefined).toSorted();
}

function inputOf(declaration: string): string[] {
	const name = /^input (\w+)$/.exec(declaration)?.[1];
	return name ? [name] : [];
}

/** Inputs that lead to one variant: a count for a plural form, the value itself otherwise. */
function inputsFor(said: Message, match: string): Record<string, string | number> {
	const inputs: Record<string, string | number> = {};
	for (const name of placeholdersOf(said)) inputs[name] = 'x';
	if (typeof said === 'string') return inputs;
	for (const condition of match.split(',').map((part) => part.trim())) {
		const [selector = '', value = ''] = condition.split('=');
		const plural = said.declarations
			.map((declaration) => /^local (\w+) = (\w+): plural$/.exec(declaration))
			.find((hit) => hit?.[1] === selector);
		if (plural?.[2]) inputs[plural[2]] = value === 'one' ? 1 : 7;
		else inputs[selector] = value === '*' ? 'anything else' : value;
	}
	return inputs;
}

function say(key: string, inputs: Record<string, string | number>, locale: Locale): unknown {
	const found: unknown = Object.entries(compiled).find(([name]) => name === key)?.[1];
	return typeof found === 'function' ? found(inputs, { locale }) : undefined;
}

function filled(text: string, inputs: Record<string, string | number>): string {
	const put = text.replace(/\{(\w+)\}/g, (_, name: string) => String(inputs[name]));
	return put.replace(/\\([{}])/g, '$1');
}

function faultsOf(text: string): string[] {
	const faults: string[] = [];
	if (/\p{L}'\p{L}/u.test(text)) faults.push('an apostrophe that is straight');
	if (/ [;:!?»]|« /u.test(text)) faults.push('a plain space beside French punctuation');
	if (/[\p{L}\d)}][;!?»](\s|$)|«[^\u202f]/u.test(text))
		faults.push('no space beside French punctuation');
	return faults;
}

test('every part of the interface has messages to compile', () => {
	expect(parts.length).toBeGreaterThan(0);
	expect(parts.flatMap(({ en }) => [...en.keys()]).length).toBeGreaterThan(50);
});

describe.each(parts)('the messages of $part', ({ part, en, fr }) => {
	test('are the same in French and in English', () => {
		expect([...fr.keys()].toSorted()).toEqual([...en.keys()].toSorted());
	});

	test('begin with the name of their part', () => {
		const strange = [...en.keys()].filter((key) => !key.startsWith(`${part}_`));
		expect(strange.filter((key) => key !== 'app_name')).toEqual([]);
		expect([...en.keys()].filter((key) => !/^[a-z0-9_]+$/.test(key))).toEqual([]);
	});

	test('are never empty', () => {
		const empty = [...en, ...fr].filter(([, said]) => textsOf(said).some((text) => !text.trim()));
		expect(empty.map(([key]) => key)).toEqual([]);
	});

	test('have the same placeholders in both languages', () => {
		for (const [key, said] of en) {
			const other = fr.get(key);
			if (other) expect(placeholdersOf(other), key).toEqual(placeholdersOf(said));
		}
	});

	test('follow French typography in French', () => {
		const faults = [...fr].flatMap(([key, said]) =>
			textsOf(said).flatMap((text) => faultsOf(text).map((fault) => `${key}: ${fault}`))
		);
		expect(faults).toEqual([]);
	});

	test('say once compiled what their files say', () => {
		for (const [locale, messages] of [
			['en', en],
			['fr', fr]
		] as const)
			for (const [key, said] of messages)
				for (const [match, text] of typeof said === 'string'
					? [['', said] as const]
					: Object.entries(said.match)) {
					const inputs = inputsFor(said, match);
					expect(say(key, inputs, locale), `${locale} ${key}`).toBe(filled(text, inputs));
				}
	});
});

test('no message is written in two parts', () => {
	const keys = parts.flatMap(({ en }) => [...en.keys()]);
	expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('every message is said somewhere', () => {
	const sources = globSync('src/**/*.{ts,svelte}', {
		exclude: (path) => path.includes('paraglide')
	});
	const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
	const said = new Set(code.match(/\bm\.\w+/g));
	const unsaid = parts.flatMap(({ en }) => [...en.keys()].filter((key) => !said.has(`m.${key}`)));
	expect(unsaid).toEqual([]);
});
