import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, type GraphResult, openGraph } from '../../support/graph.ts';
import { scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

const all = Array.from({ length: 23 }, (_, index) => ({
  id: 100 + index,
  slug: `s${index}`,
  date: `2024-01-${String(index + 1).padStart(2, '0')}T00:00:00`,
}));
/** Taken out of each page after it was cut, as what a viewer may not see. */
const hidden = new Set([103, 108, 109, 116]);
const shown = all.map(({ id }) => id).filter((id) => !hidden.has(id));

/** Media, of which the parents of some may not be read. */
function site(saysTotals: boolean) {
  return scriptedSite(({ route, query }) => {
    if (route !== '/wp/v2/media') return undefined;
    const sign = query.get('order') === 'asc' ? 1 : -1;
    const [after, before] = [query.get('after') ?? '', query.get('before') ?? '~'];
    const excluded = query.get('exclude')?.split(',') ?? [];
    const rows = all
      .filter(({ id, date }) => date > after && date < before && !excluded.includes(String(id)))
      .sort((one, other) => (one.id - other.id) * sign);
    const size = Number(query.get('per_page'));
    const start = Number(query.get('offset') ?? (Number(query.get('page') ?? 1) - 1) * size);
    const headers = { 'x-wp-total': String(rows.length), 'x-wp-totalpages': String(Math.ceil(rows.length / size)) };
    const page = rows.slice(start, start + size).filter(({ id }) => !hidden.has(id));
    return { json: page, headers: saysTotals ? headers : {} };
  });
}

interface Walked {
  readonly mediaItems: {
    readonly nodes: readonly { readonly databaseId: number }[];
    readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>> &
      Readonly<Record<'startCursor' | 'endCursor', string | null>>;
  };
}

async function walk(graph: Graph, order: string, way: 'first' | 'last', size: number): Promise<number[]> {
  const [argument, edge, more] =
    way === 'first'
      ? (['after', 'endCursor', 'hasNextPage'] as const)
      : (['before', 'startCursor', 'hasPreviousPage'] as const);
  const found: number[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 40; page++) {
    const answer: GraphResult<Walked> = await graph.run(
      `query ($cursor: String) { mediaItems(${way}: ${size}, ${argument}: $cursor, orderBy: { field: ${order}, direction: ASC }) {
        nodes { databaseId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { variables: { cursor } },
    );
    expect(answer.errors).toBeUndefined();
    const { nodes, pageInfo }: Walked['mediaItems'] = answer.data.mediaItems;
    const ids = nodes.map(({ databaseId }) => databaseId);
    found.splice(way === 'first' ? found.length : 0, 0, ...ids);
    if (!pageInfo[more]) return found;
    cursor = pageInfo[edge] ?? cursor;
  }
  throw new Error('The walk does not end.');
}

describe.each([
  ['says', true],
  ['hides', false],
] as const)('on a site that %s how many there are, rows that nobody may see', (_what, saysTotals) => {
  it.each([
    ['DATE', 'first', 1],
    ['DATE', 'first', 3],
    ['DATE', 'last', 1],
    ['DATE', 'last', 3],
    ['ID', 'first', 5],
    ['ID', 'first', 9],
  ] as const)('neither repeat nor hide others: %s, %s %i', async (order, way, size) => {
    graph = await openGraph(site(saysTotals));
    expect(await walk(graph, order, way, size)).toEqual(shown);
  });
});
