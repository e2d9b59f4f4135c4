/** How long a password is, in characters. Length is the one rule; kinds of characters are free. */
export const passwordLength = { least: 10, most: 128 };
