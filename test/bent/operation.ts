/**
 * One operation of a client: asked once, or as a walk over a list by one who holds nothing but the last cursor.
 */
import type { Graph, RunOptions } from '../support/graph.ts';
import type { GraphAnswer, GraphError } from './comparison.ts';

export interface Operation {
  readonly name: string;
  readonly asks: string | Walk;
}

export interface Walk {
  /** A list, and the field that it is below, if it is no root field. */
  readonly list: string;
  readonly below?: string;
  readonly size: number;
  readonly direction: 'first' | 'last';
  /** Arguments beside those of the page. */
  readonly where?: string;
  /** What is asked of each node. */
  readonly nodes: string;
}

/** @param options with `warm`, what was known before is kept */
export async function ask(graph: Graph, { asks }: Operation, options: RunOptions = {}): Promise<GraphAnswer> {
  if (typeof asks !== 'string') return walked(graph, asks, options);
  const answer: GraphAnswer = await graph.run(asks, options);
  return { ...answer, requests: graph.requests.length };
}

/** Longer than any list of the magazine takes. */
const mostPages = 60;

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>> &
    Readonly<Record<'startCursor' | 'endCursor', string | null>>;
}

const ways = {
  first: { cursor: 'after', more: 'hasNextPage', edge: 'endCursor' },
  last: { cursor: 'before', more: 'hasPreviousPage', edge: 'startCursor' },
} as const;

/** As it is sent. */
export function queryOf(asks: Operation['asks']): string {
  if (typeof asks === 'string') return asks;
  const { list, below, direction, where = '', nodes } = asks;
  const page = `${list}(${direction}: $size, ${ways[direction].cursor}: $cursor, ${where}) {
    nodes { ${nodes} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  return `query ($size: Int, $cursor: String) { ${below ? `${below} { ${page} }` : page} }`;
}

/** All nodes in the order of the list, how the walk ended, and how many pages held more than was asked for. */
async function walked(graph: Graph, walk: Walk, options: RunOptions): Promise<GraphAnswer> {
  const { size, direction } = walk;
  const way = ways[direction];
  const query = queryOf(walk);
  const pages: (readonly unknown[])[] = [];
  const errors: GraphError[] = [];
  let [requests, cursor, end] = [0, null as string | null, 'without an end'];
  while (pages.length < mostPages) {
    const warm = pages.length > 0 || options.warm === true;
    const answer: GraphAnswer = await graph.run(query, { ...options, warm, variables: { size, cursor } });
    requests += graph.requests.length;
    errors.push(...(answer.errors ?? []));
    const found = pageIn(answer.data, walk);
    if (found) pages.push(found.nodes);
    cursor = found?.pageInfo[way.edge] ?? null;
    if (found?.pageInfo[way.more] && cursor !== null) continue;
    end = found === undefined ? 'nothing' : found.pageInfo[way.more] ? 'no cursor' : 'the end';
    break;
  }
  const inOrder = direction === 'first' ? pages : [...pages].reverse();
  const tooLarge = pages.filter(({ length }) => length > size).length;
  return { data: { walked: inOrder.flat(), end, tooLarge }, errors, requests };
}

function pageIn(data: unknown, { list, below }: Walk): Page | undefined {
  const names = [...(below ? [below.replace(/\(.*/, '')] : []), list];
  let value = data;
  for (const name of names) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return (value ?? undefined) as Page | undefined;
}
