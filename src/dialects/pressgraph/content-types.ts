/**
 * `ContentType` and `Taxonomy`: how a site sorts what it publishes.
 * Knows what was read of `/wp/v2/types` and `/wp/v2/taxonomies` when the gateway started; asks for nothing else than where archives are and what is in them.
 */

import { contentsOfType } from '../../graph/fields/archived.ts';
import type { ContentTypeInfo, TaxonomyInfo } from '../../wordpress/content-types.ts';
import { routeOf } from '../../wordpress/content-types.ts';
import { type FieldsOf, planned } from './builder.ts';
import { mixedArguments } from './connection.ts';
import type { Draft } from './draft.ts';
import { archiveFields } from './front-page.ts';

export function defineContentTypes(draft: Draft): void {
  const { builder, contentType, taxonomy } = draft;
  contentType.implement({
    description: 'A post type that the site shows over REST. Source: `/wp/v2/types`, read when the gateway starts.',
    interfaces: [draft.anyNode],
    fields: (t) => ({
      ...namedFields(t as never, draft, 'ContentType'),
      ...archiveFields(t),
      contents: t.field({
        type: draft.contents,
        description:
          'What the viewer may see of it, as its archive lists it; sticky posts stand in their place by date. Costs a request for each type. `null` for a type that the graph has no documents of.',
        args: mixedArguments(t, draft),
        ...planned(contentsOfType(draft.registry)),
      }),
      hasArchive: t.boolean({
        nullable: false,
        description: 'Whether the site has an archive of it.',
        resolve: ({ hasArchive }) => hasArchive !== false,
      }),
      icon: t.exposeString('icon', {
        nullable: true,
        description: 'Icon of the admin menu: a dashicon name or an address.',
      }),
      taxonomies: t.field({
        type: [taxonomy],
        nullable: { list: false, items: false },
        description: 'The taxonomies that sort it.',
        resolve: ({ taxonomies }, _args, { loaders }) =>
          loaders.site.taxonomies.filter(({ name }) => taxonomies.includes(name)),
      }),
    }),
  });

  taxonomy.implement({
    description: 'A way to sort content, e.g. by category. Source: `/wp/v2/taxonomies`, read when the gateway starts.',
    interfaces: [draft.anyNode],
    fields: (t) => ({
      ...namedFields(t as never, draft, 'Taxonomy'),
      contentTypes: t.field({
        type: [contentType],
        nullable: { list: false, items: false },
        description: 'The post types that it sorts.',
        resolve: ({ types }, _args, { loaders }) =>
          loaders.site.contentTypes.filter(({ name }) => types.includes(name)),
      }),
    }),
  });

  builder.queryFields((t) => ({
    contentTypes: t.field({
      type: [contentType],
      nullable: { list: false, items: false },
      description: 'All post types that the site shows over REST.',
      resolve: (_root, _args, { loaders }) => [...loaders.site.contentTypes],
    }),
    contentType: t.field({
      type: contentType,
      description: 'The post type with this name. `null` when the site does not show one.',
      args: { name: t.arg.string({ required: true, description: 'Name of the type: `post`, `page`, `attachment`.' }) },
      resolve: (_root, args, { loaders }) => loaders.site.contentTypes.find(({ name }) => name === args.name) ?? null,
    }),
    taxonomies: t.field({
      type: [taxonomy],
      nullable: { list: false, items: false },
      description: 'All taxonomies that the site shows over REST.',
      resolve: (_root, _args, { loaders }) => [...loaders.site.taxonomies],
    }),
    taxonomy: t.field({
      type: taxonomy,
      description: 'The taxonomy with this name. `null` when the site does not show one.',
      args: { name: t.arg.string({ required: true, description: 'Name of the taxonomy: `category`, `post_tag`.' }) },
      resolve: (_root, args, { loaders }) => loaders.site.taxonomies.find(({ name }) => name === args.name) ?? null,
    }),
  }));
}

function namedFields(
  t: FieldsOf<ContentTypeInfo | TaxonomyInfo>,
  { identities: { ids } }: Draft,
  typeName: 'ContentType' | 'Taxonomy',
) {
  return {
    id: t.id({
      nullable: false,
      description: 'Global id, unique over all types.',
      resolve: ({ name }) => ids.encode(typeName, name),
    }),
    name: t.exposeString('name', { nullable: false, description: 'Name that code uses: `post`, `category`.' }),
    label: t.exposeString('label', { nullable: false, description: "Name to display, in the site's language." }),
    description: t.exposeString('description', { nullable: false, description: 'What it is for; empty for none.' }),
    hierarchical: t.exposeBoolean('hierarchical', { nullable: false, description: 'Whether its members form a tree.' }),
    restBase: t.exposeString('restBase', { nullable: false, description: 'Last segment of its REST route.' }),
    restNamespace: t.exposeString('restNamespace', {
      nullable: false,
      description: 'Namespace of its REST route: `wp/v2`.',
    }),
    restRoute: t.string({
      nullable: false,
      description: 'Its REST route (the `collection` link of its documents): `/wp/v2/posts`.',
      resolve: (info) => routeOf(info),
    }),
  };
}
