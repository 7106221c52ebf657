/** Both versions of Apollo Client, for tests of what they do the same way: written as for 4, of which 3 differs in its types. */
import * as apollo4 from './client.ts';
import * as apollo3 from './client-3.ts';

export const versions = [
  ['Apollo Client 4', apollo4],
  ['Apollo Client 3', apollo3 as unknown as typeof apollo4],
] as const;
