/**
 * The fields of what forms a tree: up to its parents, and down to what lies right below it.
 */
import { ancestors, childContent, childTerms, parent } from '../../graph/fields/hierarchy.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type Fields, type FieldsOf, planned } from './builder.ts';
import { connectionArguments, relatedList } from './connection.ts';
import type { Draft } from './draft.ts';

export function treeFields(t: FieldsOf<GraphNode>, draft: Draft, resource: Resource): Fields {
  const { one, many } = draft.namesOf(resource).words;
  const isTerm = resource.family === 'term';
  return {
    parent: t.field({
      type: draft.node(resource),
      description: `The ${one} above it (the \`up\` link). \`null\` at the top level. Its id alone costs one request for all of a list, where nothing is known of them.`,
      ...planned(parent),
    }),
    ancestors: t.field({
      type: [draft.node(resource)],
      nullable: { list: true, items: false },
      description: `The ${many} above it, nearest first.${isTerm ? '' : ' Costs a request for each level.'}`,
      ...planned(ancestors),
    }),
    children: isTerm ? termsBelow(t, draft, resource) : contentBelow(t, draft, resource),
  };
}

function termsBelow(t: FieldsOf<GraphNode>, draft: Draft, resource: Resource) {
  const { many } = draft.namesOf(resource).words;
  return t.field({
    type: draft.connection(resource),
    description: `The ${many} right below it, by name. The whole tree costs one request for each hundred ${many}.`,
    args: connectionArguments(t),
    ...planned(childTerms),
  });
}

function contentBelow(t: FieldsOf<GraphNode>, draft: Draft, resource: Resource) {
  const offer = draft.offer(resource, { field: 'MENU_ORDER' });
  return t.field({
    description: `The ${draft.namesOf(resource).words.many} right below it.`,
    ...relatedList(t, draft, offer, childContent, 'by the order that editors gave'),
  });
}
