/** The version of this package, as its package.json says (a test holds them together): nothing is read where it is asked for. */
export const version = '0.1.0';
