import { gateway } from '../../lib/gateway';

/** Each request is answered anew: the gateway itself keeps what it knows. */
export const dynamic = 'force-dynamic';

/** The graph for other programs, and GraphiQL for browsers. */
async function answer(request: Request): Promise<Response> {
  return (await gateway()).fetch(request);
}

export { answer as GET, answer as OPTIONS, answer as POST };
