/**
 * What has a body: posts, pages, and types of the site's own, each with the fields that its properties and taxonomies give it.
 */
import { format, menuOrder, sticky } from '../../graph/fields/attributes.ts';
import { terms } from '../../graph/fields/neighbours.ts';
import { isPrivacyPage } from '../../graph/fields/site-settings.ts';
import type { GraphNode } from '../../graph/node.ts';
import { frontPageType } from '../../wordpress/address-parameters.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type FieldsOf, planned } from './builder.ts';
import type { Draft } from './draft.ts';
import { frontPageFields } from './front-page.ts';
import { memberFields, withMembers } from './members.ts';
import { sequenceFields } from './sequence.ts';
import { treeFields } from './tree.ts';

export function definePosts(draft: Draft): void {
  for (const resource of draft.registry.ofFamily('content')) {
    const { properties } = resource;
    const added = memberFields(draft, resource);
    draft.node(resource).implement({
      ...draft.describe(resource),
      interfaces: [draft.anyNode, draft.content],
      fields: (t) =>
        withMembers(
          t,
          draft,
          {
            ...(properties.has('sticky') && { sticky: stickyField(t) }),
            ...(properties.has('format') && { format: formatField(t) }),
            ...termFields(t, draft, resource),
            ...(resource.type === frontPageType && frontPageFields(t)),
            ...sequenceFields(t, draft, resource),
            ...(properties.has('menu_order') && { menuOrder: placeField(t) }),
            ...(properties.has('parent') && treeFields(t, draft, resource)),
            ...(resource === draft.core('page') && { isPrivacyPage: privacyField(t) }),
          },
          added,
          'Content',
        ),
    });
  }
}

function stickyField(t: FieldsOf<GraphNode>) {
  return t.boolean({
    nullable: false,
    description: 'Whether it is kept at the top of the front page.',
    ...planned(sticky),
  });
}

function formatField(t: FieldsOf<GraphNode>) {
  return t.string({
    description:
      'Post format: `standard`, `aside`, `gallery`, `link`, `image`, `quote`, `status`, `video`, `audio`, `chat`.',
    ...planned(format),
  });
}

function privacyField(t: FieldsOf<GraphNode>) {
  return t.boolean({
    description: 'Whether it is `site.privacyPage`; `null` where nobody says which page that is.',
    ...planned(isPrivacyPage),
  });
}

function placeField(t: FieldsOf<GraphNode>) {
  return t.int({
    description: 'Place among its siblings, as editors set it; 0 when they did not.',
    ...planned(menuOrder),
  });
}

/** One list for each taxonomy that sorts it. */
function termFields(t: FieldsOf<GraphNode>, draft: Draft, { taxonomies }: Resource) {
  const sorting = draft.registry.ofFamily('term').filter(({ type }) => taxonomies.includes(type));
  return Object.fromEntries(
    sorting.map((taxonomy) => {
      const { many, words } = draft.namesOf(taxonomy);
      const field = t.field({
        type: [draft.node(taxonomy)],
        nullable: { list: true, items: false },
        description: `Its ${words.many} (a \`wp:term\` link), in the order of the document.`,
        ...planned(terms(taxonomy)),
      });
      return [many, field];
    }),
  );
}
