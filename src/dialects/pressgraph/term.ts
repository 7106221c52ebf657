/**
 * `Term`, and the types of the taxonomies: how content is sorted.
 */
import { count, taxonomy } from '../../graph/fields/attributes.ts';
import { contentsOf } from '../../graph/fields/contents.ts';
import { name, slug } from '../../graph/fields/names.ts';
import { carriersOf } from '../../graph/fields/neighbours.ts';
import { termDescription } from '../../graph/fields/texts.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type FieldsOf, planned } from './builder.ts';
import { mixedArguments, relatedArguments } from './connection.ts';
import type { Draft } from './draft.ts';
import { memberFields, withMembers } from './members.ts';
import { identityFields } from './node.ts';
import { seoFields } from './seo.ts';
import { linked } from './text-format.ts';
import { treeFields } from './tree.ts';

export function defineTerms(draft: Draft): void {
  const { registry } = draft;
  draft.term.implement({
    description: "What categories, tags and terms of the site's own taxonomies have in common.",
    interfaces: [draft.anyNode],
    resolveType: ({ resource }) => registry.nameOf(resource),
    fields: (t) =>
      draft.promise('Term', {
        ...identityFields(t as never, draft, {
          databaseId: "WordPress' own id, unique over all taxonomies.",
          link: "Address of its archive on the site's own front end, absolute.",
          uri: 'Path of its archive on the site, relative to the front page.',
        }),
        name: t.string({ description: 'Name to display, as plain text.', ...planned(name) }),
        slug: t.string({ description: 'Name in addresses, decoded.', ...planned(slug) }),
        description: t.string({
          description: 'What the term is about; HTML by default, empty for none.',
          ...linked(t, draft.inputs, termDescription),
        }),
        count: t.int({
          description: 'How many published posts carry it, those of its descendants not counted.',
          ...planned(count),
        }),
        taxonomy: t.field({
          type: draft.taxonomy,
          description: 'The taxonomy that it belongs to (the `about` link).',
          ...planned(taxonomy),
        }),
        ...seoFields(t as never, draft),
        posts: carrierField(t as never, draft, draft.core('post')),
        contents: contentsField(t as never, draft),
      }),
  });

  for (const resource of registry.ofFamily('term')) {
    const added = memberFields(draft, resource);
    draft.node(resource).implement({
      ...draft.describe(resource),
      interfaces: [draft.anyNode, draft.term],
      fields: (t) =>
        withMembers(
          t,
          draft,
          {
            ...carrierFields(t, draft, resource),
            ...(resource.properties.has('parent') && treeFields(t, draft, resource)),
          },
          added,
          'Term',
        ),
    });
  }
}

/** The content of one type that carries a term. */
function carrierField(t: FieldsOf<GraphNode>, draft: Draft, content: Resource) {
  const { many } = draft.namesOf(content).words;
  const offer = draft.offer(content);
  return t.field({
    type: draft.connection(content),
    description: `Published ${many} that carry it (a \`wp:post_type\` link); with \`includeChildren\` those of its descendants, too.`,
    args: {
      ...relatedArguments(t, draft, offer, 'by date, newest first'),
      includeChildren: t.arg.boolean({
        description: `Whether ${many} of its descendants count, as in WordPress' own archive; not by default. For several terms at once that takes the whole tree besides, where it is not known: one request for each hundred terms of it, or one for each of these terms, whichever are fewer.`,
      }),
    },
    ...planned(carriersOf(offer)),
  });
}

/** The content of all types that carries a term. */
function contentsField(t: FieldsOf<GraphNode>, draft: Draft) {
  return t.field({
    type: draft.contents,
    description:
      'All published content that carries it, of every type that its taxonomy sorts, in one list by date. Costs what a list of each of these types costs.',
    args: {
      ...mixedArguments(t, draft),
      includeChildren: t.arg.boolean({
        description: 'Whether content of its descendants counts; not by default. It costs what it does for one type.',
      }),
    },
    ...planned(contentsOf(draft.registry.ofFamily('content', 'media'))),
  });
}

/** One list for each type that a taxonomy sorts, beyond that of posts which all terms have. */
function carrierFields(t: FieldsOf<GraphNode>, draft: Draft, { type }: Resource) {
  const sorted = draft.registry.ofFamily('content').filter(({ taxonomies }) => taxonomies.includes(type));
  const others = sorted.filter((content) => content !== draft.core('post'));
  return Object.fromEntries(others.map((content) => [draft.namesOf(content).many, carrierField(t, draft, content)]));
}
