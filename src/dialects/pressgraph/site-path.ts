/**
 * `SitePath`: every address that a visitor may find on the site, for crawlers and for those who build a page for each.
 */
import { link, sitePath } from '../../graph/fields/addresses.ts';
import { modified, modifiedGmt } from '../../graph/fields/dates.ts';
import { featuredMedia } from '../../graph/fields/neighbours.ts';
import type { GraphNode } from '../../graph/node.ts';
import { edgeCursor, edgeNode, type NodeEdge, pageEdges, pageInfo, pageNodes, pageTotal } from '../../graph/paging.ts';
import {
  addressed,
  listPaths,
  mostPaths,
  type PathCount,
  type PathPage,
  pathsSize,
  usualPaths,
} from '../../graph/site-paths.ts';
import { planned } from './builder.ts';
import type { Draft } from './draft.ts';

export function defineSitePaths(draft: Draft): void {
  const { builder, registry } = draft;
  const connection = defineConnection(draft, definePath(draft));
  builder.queryField('paths', (t) =>
    t.field({
      type: connection,
      description: `Every address of the site that its documents have, as a sitemap lists them: of content of all types, of terms that something carries, and of authors; type by type, each in the order of ids. Up to ${mostPaths} at a time: WordPress gives 100 of one type at a request, of which four are under way at the same time.`,
      args: {
        types: t.arg.stringList({
          description:
            'Only those of these types: names of post types (`post`, `attachment` as well) and taxonomies (`category`) as WordPress has them, and `user` for authors. All but media, when left out. The order in which they are given changes nothing.',
        }),
        first: t.arg.int({
          required: true,
          defaultValue: usualPaths,
          description: `How many to take, 1 to ${mostPaths}.`,
        }),
        after: t.arg.string({
          description:
            'Start behind the address with this cursor, which is one of the same types. What comes or goes meanwhile repeats nothing and hides nothing.',
        }),
      },
      extensions: { pressgraph: { dresses: true, size: pathsSize } },
      resolve: (_root, args, context, info) => listPaths(registry, args, context, info),
    }),
  );
}

function definePath(draft: Draft) {
  const media = draft.core('attachment');
  return draft.builder.objectRef<GraphNode>('SitePath').implement({
    description: 'An address of the site, and what stands at it.',
    fields: (f) => ({
      uri: f.string({
        nullable: false,
        description: 'Path on the site, relative to its front page: `/2024/05/16/hello/`.',
        args: {
          form: f.arg({
            type: draft.inputs.addressForm,
            required: true,
            defaultValue: 'ENCODED',
            description: 'How to write what is not ASCII. Routers want `DECODED`.',
          }),
        },
        ...planned(sitePath),
      }),
      link: f.string({ description: "Address on the site's own front end, absolute.", ...planned(link) }),
      modified: f.field({
        type: 'LocalDateTime',
        description:
          'When what stands there was last changed, by the clock of the site. `null` for terms and authors, of which WordPress does not know.',
        ...planned(modified),
      }),
      modifiedGmt: f.field({
        type: 'DateTime',
        description: 'When what stands there was last changed, in UTC. `null` for terms and authors.',
        ...planned(modifiedGmt),
      }),
      type: f.string({
        nullable: false,
        description: "WordPress' name of what stands there: `post`, `category`, `user`.",
        resolve: ({ resource }) => resource.type,
      }),
      node: f.field({
        type: draft.anyNode,
        description: 'What stands there. What is read of it is asked for together with the address.',
        resolve: (found) => found,
      }),
      image: f.field({
        type: draft.node(media),
        description:
          'Its featured image; `null` without one, and for terms and authors. Costs one request for each hundred that are not known.',
        ...planned(featuredMedia(media)),
      }),
    }),
  });
}

function defineConnection({ builder, registry, pageInfo: place }: Draft, path: ReturnType<typeof definePath>) {
  const edge = builder.objectRef<NodeEdge>('SitePathEdge').implement({
    description: 'An address in its connection, with its cursor.',
    fields: (f) => ({
      cursor: f.string({
        nullable: false,
        description: 'Opaque; for `after`. It names a document, whatever comes or goes around it.',
        ...planned(edgeCursor),
      }),
      node: f.field({
        type: path,
        nullable: false,
        description: 'The address itself.',
        ...planned({ ...edgeNode, dresses: true, counts: true }),
      }),
    }),
  });
  const count = builder.objectRef<PathCount>('SitePathCount').implement({
    description: 'How many addresses one type has.',
    fields: (f) => ({
      type: f.exposeString('type', { nullable: false, description: "WordPress' name of the type." }),
      totalCount: f.int({
        description: 'How many, as WordPress counts them. `null` where the site hides it.',
        resolve: ({ total }) => total ?? null,
      }),
    }),
  });
  return builder.objectRef<PathPage>('SitePathConnection').implement({
    description: 'A page of addresses.',
    fields: (f) => ({
      edges: f.field({
        type: [edge],
        nullable: { list: false, items: false },
        description: 'The addresses of this page with their cursors.',
        ...planned(pageEdges),
      }),
      nodes: f.field({
        type: [path],
        nullable: { list: false, items: false },
        description: 'The addresses of this page, for those who need no cursor of each.',
        ...planned({ ...pageNodes, dresses: true, counts: true }),
      }),
      pageInfo: f.field({
        type: place,
        nullable: false,
        description: 'Where this page lies among all addresses.',
        ...planned(pageInfo),
      }),
      totalCount: f.int({
        description:
          'How many there are, as WordPress counts them. Costs a request for each type of which the page shows nothing. `null` where the site hides it.',
        ...planned(pageTotal),
      }),
      countsByType: f.field({
        type: [count],
        nullable: { list: true, items: false },
        description:
          'How many each type has, in the order in which they are gone through. Costs a request for each of them.',
        extensions: { pressgraph: { dresses: true, size: addressed(registry).length } },
        resolve: (page) => page.counts(),
      }),
    }),
  });
}
