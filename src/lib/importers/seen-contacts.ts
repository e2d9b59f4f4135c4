import { KeyTable, shortHash } from '#lib/importers/key-table.ts';
import type { ContactRecord } from '#lib/importers/record.ts';
import { detailKey, toldPerson, type ToldPerson } from '#lib/importers/told-person.ts';

/** What a row does to the people whom rows before it told of. */
export type ContactEnd = 'created' | 'updated' | 'unchanged';

/** What is known of one person, besides the details in the table. */
const fields = ['company', 'position', 'connectedOn'] as const;

/** The people whom rows told of, of each only enough to say whether a row tells anything new. */
export class SeenContacts {
	readonly #country: string | undefined;
	/** Ids by what identifies people; and whose details are known, where several share them. */
	readonly #table = new KeyTable();
	/** For each person: the file that told of them last, and whether their profile is known. */
	readonly #files: number[] = [];
	readonly #withProfile: boolean[] = [];
	/** Of each person's fields a hash, 0 where nothing is known. */
	readonly #said = { company: [0], position: [0], connectedOn: [0] };
	#file = 0;

	constructor(country?: string) {
		this.#country = country;
	}

	/** The rows that follow are of another file. */
	begin(): void {
		this.#file += 1;
	}

	take(record: ContactRecord): ContactEnd {
		const person = toldPerson(record, this.#country);
		const known = this.#find(person);
		const id = known ?? this.#files.length;
		if (known === undefined) this.#withProfile.push(false);
		const news = this.#tell(person, id);
		this.#files[id] = this.#file;
		if (known === undefined) return 'created';
		return news ? 'updated' : 'unchanged';
	}

	/** By profile; by an e-mail address unless profiles differ; else by all that is said. */
	#find(person: ToldPerson): number | undefined {
		let byEmail: number | undefined;
		let profile = false;
		for (const detail of person.details) {
			const isProfile = detail.kind === 'profile';
			if (!isProfile && (detail.kind !== 'email' || byEmail !== undefined)) continue;
			const id = this.#table.get(detailKey(detail));
			if (isProfile && id !== undefined) return id;
			profile ||= isProfile;
			byEmail ??= id;
		}
		if (byEmail !== undefined && !(profile && this.#withProfile[byEmail])) return byEmail;
		return isIdentified(person) ? undefined : this.#table.get(wholeKey(person));
	}

	/** Whether anything of it was new. */
	#tell(person: ToldPerson, id: number): boolean {
		let news = false;
		for (const detail of person.details) {
			if (this.#learn(detailKey(detail), id)) news = true;
			if (detail.kind === 'profile') this.#withProfile[id] = true;
		}
		for (const field of fields) if (this.#fill(field, person[field] ?? '', id)) news = true;
		if (!isIdentified(person)) this.#table.add(wholeKey(person), id);
		return news;
	}

	/** The first person with a detail has it by itself, others beside their id. */
	#learn(key: string, id: number): boolean {
		const owner = this.#table.get(key);
		if (owner === id) return false;
		const own = owner === undefined ? key : `${id} ${key}`;
		if (owner !== undefined && this.#table.get(own) !== undefined) return false;
		this.#table.add(own, id);
		return true;
	}

	/** A later row of a file only fills what is empty, the first one of a later file may differ. */
	#fill(field: (typeof fields)[number], value: string, id: number): boolean {
		const said = this.#said[field];
		const before = said[id] ?? 0;
		const now = value === '' ? 0 : shortHash(value);
		said[id] = before || now;
		if (before === 0 || now === 0 || now === before) return before === 0 && now !== 0;
		if (field === 'connectedOn' || this.#files[id] === this.#file) return false;
		said[id] = now;
		return true;
	}
}

function isIdentified({ details }: ToldPerson): boolean {
	return details.some(({ kind }) => kind === 'profile' || kind === 'email');
}

function wholeKey({ fullName, company, position, connectedOn, details }: ToldPerson): string {
	return ['whole', fullName, company, position, connectedOn, ...details.map(detailKey)].join('\n');
}
