/**
 * A place where requests are answered from what was read of them: no `Request` has to be made for it.
 */
import type { ReadRequest } from './http/read-request.ts';
import type { RequestHead } from './http/request-head.ts';
import type { WrittenAnswer } from './http/written-answer.ts';

export interface Route {
  /** Whether a request is for this place; its body need not be read to tell. */
  takes(head: RequestHead): boolean;
  /** Largest body taken here, in bytes. */
  readonly mostBytes: number;
  /** An answer that is there already. */
  find?(request: ReadRequest): WrittenAnswer | undefined;
  /** @param client aborted when it has gone */
  answer(request: ReadRequest, client: AbortSignal): Promise<WrittenAnswer | Response>;
}

/** The address of what stands beside the graph: `/api/health` beside `/api/graphql`. */
export function besidePath(graphqlPath: string, name: string): string {
  return graphqlPath.slice(0, graphqlPath.lastIndexOf('/') + 1) + name;
}
