/**
 * What programs import of the package, by its name there.
 */
export const packageEntries = {
  index: 'src/index.ts',
  'client-cache': 'src/client-cache/client-cache.ts',
};
