import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph } from '../../../support/graph.ts';
import { networkSite } from '../../../support/network-site.ts';
import { RestReader } from '../rest-reader.ts';
import { differingDocuments, expectedDifferences } from './dirty-values.ts';
import { differences, memberSelection, typeNamed } from './member-values.ts';

const kinds = [
  { type: 'Book', many: 'books', route: '/wp/v2/books' },
  { type: 'Place', many: 'places', route: '/wp/v2/places' },
  { type: 'Recipe', many: 'kitchenRecipes', route: '/wp/v2/kitchen-recipes' },
  { type: 'Genre', many: 'genres', route: '/wp/v2/genres' },
  { type: 'Media', many: 'mediaItems', route: '/wp/v2/media' },
  { type: 'Author', many: 'authors', route: '/wp/v2/users' },
  { type: 'Comment', many: 'comments', route: '/wp/v2/comments' },
];

/** WordPress' own documents beside those of the graph, member by member. */
describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  const rest = new RestReader(site);
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(networkSite(site.url));
  });
  afterAll(() => graph.close());

  it.each(kinds)(
    '$type: custom fields, those of ACF and of plugins are what REST has',
    async ({ type, many, route }) => {
      const documents = [
        ...(await rest.list(route)),
        ...(await rest.list(route, { include: [0, ...differingDocuments(type)] })),
      ];
      const object = typeNamed(graph.schema, type);
      const query = `query ($ids: [ID!]) {
      list: ${many}(first: 100, where: { include: $ids }) { nodes { databaseId ${memberSelection(object)} } }
    }`;
      const nodes = new Map<number, never>();
      for (const half of [documents.slice(0, 100), documents.slice(100)]) {
        const ids = half.map(({ id }) => id);
        const { list } = await graph.data(query, { variables: { ids } });
        for (const node of list.nodes) nodes.set(node.databaseId, node as never);
      }
      expect(documents.length).toBeGreaterThan(4);
      for (const document of documents) {
        const node = nodes.get(document.id);
        if (!node) throw new Error(`${type} ${document.id} is not in the graph.`);
        expect([document.id, differences(object, document, node)]).toEqual([
          document.id,
          expectedDifferences(type, document.id),
        ]);
      }
    },
  );
});
