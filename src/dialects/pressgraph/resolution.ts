/**
 * `resolve` and `nodeByUri`: what stands at an address of the site.
 */
import { nodeAt, type Redirect, type Resolved, resolveAddress } from '../../graph/resolution.ts';
import type { Draft } from './draft.ts';

const uriDescription =
  'Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. Query and fragment may follow.';

export function defineResolution(draft: Draft): void {
  const { builder, anyNode } = draft;
  const redirect = builder.objectRef<Redirect>('ResolvedRedirect').implement({
    description: 'Where a browser would be sent.',
    fields: (t) => ({
      location: t.exposeString('location', {
        nullable: false,
        description: 'Path on the site, relative to its front page: `/2024/05/16/hello/`.',
      }),
      status: t.exposeInt('status', {
        nullable: false,
        description: '301 for what has moved for good; 302, 307, 308.',
      }),
    }),
  });
  const resolution = builder.objectRef<Resolved>('Resolution').implement({
    description: 'What a browser would find at an address of the site.',
    fields: (t) => ({
      node: t.field({
        type: anyNode,
        description:
          'What stands there: a document of any type, a term, an author, the `ContentType` of an archive, a `DateArchive`, a `SearchPage`, the `Comment` of a fragment. `null` where there is nothing, where a browser would be sent elsewhere, and for pages that are none of these. An address that differs from its `uri` in slashes or a query alone is found, without a redirect.',
        resolve: ({ node }) => node,
      }),
      redirect: t.field({
        type: redirect,
        nullable: true,
        description:
          'Where a browser would be sent: from the former address of what was renamed or moved, from `?p=12`.',
        resolve: (resolved) => resolved.redirect,
      }),
      status: t.exposeInt('status', {
        nullable: false,
        description:
          'What a browser would be told: 200, 301, 302, 404, 410. How many pages a list has is not looked at: behind the last one, where WordPress says 404, the list is empty.',
      }),
      page: t.exposeInt('page', {
        nullable: true,
        description:
          'Which page of a list or of a long text, where the address says so: 2 of `/category/craft/page/2/`. `null` for the first. The list itself takes `offset` or a cursor.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    resolve: t.field({
      type: resolution,
      nullable: true,
      description:
        'What a browser would find at an address of the site. Costs at most two requests for one address where the front end of the site is open, hardly more for many in one operation, and none where it is known. `null` for other hosts, files, feeds, the REST API and the pages of editors.',
      args: { uri: t.arg.string({ required: true, description: uriDescription }) },
      extensions: { pressgraph: { dresses: true, looksUpById: true } },
      resolve: (_root, { uri }, context, info) => resolveAddress(uri, context, info),
    }),
    nodeByUri: t.field({
      type: anyNode,
      description: 'The `node` of `resolve(uri:)`. `null` where a browser would be sent elsewhere.',
      args: { uri: t.arg.string({ required: true, description: uriDescription }) },
      extensions: { pressgraph: { looksUpById: true } },
      resolve: (_root, { uri }, context, info) => nodeAt(uri, context, info),
    }),
  }));
}
