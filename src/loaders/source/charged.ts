/**
 * A request that operations wait for: charged to them, and told to them once it is over.
 */
import { readFailure } from '../../observer.ts';
import type { Audience } from '../operation/audience.ts';

/** @param ask sends it */
export async function charged<Answer extends { readonly bytes: number }>(
  audience: Audience,
  route: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  audience.charge(route);
  const start = performance.now();
  const note = (told: { readonly bytes: number; readonly code?: string }) =>
    audience.noteRequest({ route, milliseconds: performance.now() - start, shared: false, ...told });
  try {
    const answer = await ask();
    note({ bytes: answer.bytes });
    return answer;
  } catch (error) {
    note({ bytes: 0, code: readFailure(error).code });
    throw error;
  }
}
