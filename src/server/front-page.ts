/**
 * `/`: leads a browser to GraphiQL, and says to everybody else where the graph is.
 */
import { wantsPage } from './graphiql.ts';
import { WrittenAnswer } from './http/written-answer.ts';
import type { Route } from './route.ts';

/** @param hasGraphiql whether a browser finds GraphiQL where the graph is */
export function createFrontPage(graphqlPath: string, healthPath: string, hasGraphiql: boolean): Route {
  // From the page itself: a proxy may serve all of it in a folder.
  const headers = { location: `.${graphqlPath}`, vary: 'Accept', 'cache-control': 'no-cache', 'content-length': '0' };
  const toGraphiql = new WrittenAnswer(302, headers, undefined);
  const places = { graph: graphqlPath, ...(hasGraphiql && { graphiql: graphqlPath }), health: healthPath };
  const body = Buffer.from(`${JSON.stringify(places)}\n`);
  const directory = new WrittenAnswer(
    200,
    {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'no-cache',
      vary: 'Accept',
      'x-content-type-options': 'nosniff',
    },
    body,
  );
  return {
    takes: (head) => head.isAt('/') && !head.mayHaveBody,
    mostBytes: 0,
    answer: async ({ head }) => (hasGraphiql && wantsPage(head) ? toGraphiql : directory),
  };
}
