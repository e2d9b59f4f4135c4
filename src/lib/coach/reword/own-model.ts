import { createContext } from 'svelte';

/** The model a member set up for themself; how to reach it, without the key. */
export interface OwnModel {
	address: string;
	model: string;
}

const [read, provide, isProvided] = createContext<() => OwnModel | null>();

/** Tells the screens below which model this member set up, if any. */
export const provideOwnModel = provide;

/** The model set up by who is here; null for everybody else. To be called while a component is made. */
export function ownModel(): () => OwnModel | null {
	return isProvided() ? read() : () => null;
}
