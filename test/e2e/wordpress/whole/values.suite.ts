// Values that the site and its plugins have added to documents: WordPress' own beside those of the graph, member by member.

import { expect, it } from 'vitest';
import type { Members } from '../../../support/asked-fields.ts';
import type { Graph } from '../../../support/graph.ts';
import type { RestReader } from '../rest-reader.ts';
import { differingDocuments, expectedDifferences } from './dirty-values.ts';
import { kindOf } from './kinds.ts';
import { differences, memberSelection, typeNamed } from './member-values.ts';

const types = ['Book', 'Place', 'Recipe', 'Genre', 'Media', 'Author', 'Comment'];

export function valuesSuite(graph: () => Graph, rest: RestReader): void {
  it.each(types)('%s: custom fields, those of ACF and of plugins are what REST has', async (type) => {
    const { many, route } = kindOf(type);
    const documents = [
      ...(await rest.list(route)),
      ...(await rest.list(route, { include: [0, ...differingDocuments(type)] })),
    ];
    const object = typeNamed(graph().schema, type);
    const query = `query ($ids: [ID!]) {
      list: ${many}(first: 100, where: { include: $ids }) { nodes { databaseId ${memberSelection(object)} } }
    }`;
    const nodes = new Map<number, Members>();
    for (const half of [documents.slice(0, 100), documents.slice(100)]) {
      const { list } = await graph().data(query, { variables: { ids: half.map(({ id }) => id) } });
      for (const node of list.nodes) nodes.set(node.databaseId, node);
    }
    expect(documents.length).toBeGreaterThan(4);
    for (const document of documents) {
      const node = nodes.get(document.id);
      if (!node) throw new Error(`${type} ${document.id} is not in the graph.`);
      const found = differences(object, document, node);
      expect([document.id, found]).toEqual([document.id, expectedDifferences(type, document.id)]);
    }
  });
}
