/**
 * How much two values of a field agree, from nothing known to the same. One scale for all fields, so
 * that weights are a table: `alias` is another form of the same (Kathy, Catherine), `close` a typing
 * error away, `faint` a likeness that chance also makes.
 */
export const levelNames = ['missing', 'different', 'faint', 'close', 'alias', 'exact'] as const;

export type LevelName = (typeof levelNames)[number];

/** A place in `levelNames`; numbers, for there are millions. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** The levels by name, for code that compares. */
export const level = {
	missing: 0,
	different: 1,
	faint: 2,
	close: 3,
	alias: 4,
	exact: 5
} as const satisfies Record<LevelName, Level>;

/** How many levels there are: the width of a row of weights. */
export const levelCount = levelNames.length;
