/** The folder in the data folder in which networks are kept for the next start. */
export const networkFolder = 'network';
