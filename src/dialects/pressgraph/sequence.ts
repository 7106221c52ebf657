/**
 * `next`, `previous` and `related` of content: where a reader goes from here.
 */
import { adjacent, mostRelated, related, relatedNode, sharedTerms } from '../../graph/fields/sequence.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type Fields, type FieldsOf, planned } from './builder.ts';
import type { Draft } from './draft.ts';

export function defineRelated(draft: Draft): void {
  draft.related.implement({
    description: 'Content that has terms in common with other content.',
    fields: (t) => ({
      node: t.field({
        type: draft.content,
        nullable: false,
        description: 'The content itself.',
        ...planned(relatedNode),
      }),
      terms: t.field({
        type: [draft.term],
        nullable: { list: false, items: false },
        description:
          'The terms that both have, of all taxonomies. Cost one request a taxonomy for all of a list, where they are not known.',
        ...planned(sharedTerms),
      }),
    }),
  });
}

export function sequenceFields(t: FieldsOf<GraphNode>, draft: Draft, resource: Resource): Fields {
  const { one, many } = draft.namesOf(resource).words;
  const neighbour = (side: 'next' | 'previous', stands: string) =>
    t.field({
      type: draft.node(resource),
      description: `The ${one} that ${stands} by date; of equal dates, by id. \`null\` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred ${many} that its documents lie among.`,
      args: {
        inSame: t.arg.string({
          description: `WordPress' name of a taxonomy, as \`category\`: only among ${many} that have a term of it in common. Of a list, each set of terms is then asked for by itself.`,
        }),
      },
      ...planned(adjacent(resource, side)),
    });
  return {
    next: neighbour('next', 'follows'),
    previous: neighbour('previous', 'comes before'),
    related: t.field({
      type: [draft.related],
      nullable: { list: true, items: false },
      description: `Other ${many} that share a term with it, of any taxonomy that sorts them, newest first. Empty where it has no terms. Costs one request for each set of terms that documents of a list have.`,
      args: {
        first: t.arg.int({ required: true, defaultValue: 4, description: `How many at most, 0 to ${mostRelated}.` }),
      },
      ...planned(related(resource, draft.registry)),
    }),
  };
}
