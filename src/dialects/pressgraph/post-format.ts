/**
 * `PostFormat`: what kind of entry a post is, as themes draw them.
 */

import { listAll } from '../../graph/lists.ts';
import { pageSize } from '../../graph/paging.ts';
import { findPostFormat, PostFormat } from '../../graph/post-format.ts';
import { decodedAddress } from '../../wordpress/decoded-address.ts';
import { uriOf } from '../../wordpress/site-address.ts';
import { connectionArguments } from './connection.ts';
import type { Draft } from './draft.ts';

export function definePostFormats(draft: Draft): void {
  const { identities, inputs } = draft;
  const posts = draft.core('post');
  const offer = draft.offer(posts);
  draft.postFormat.implement({
    description: 'A post format that posts of the site have: an aside, a gallery, a quote.',
    interfaces: [draft.anyNode],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types.',
        resolve: ({ key }) => identities.ids.encode('PostFormat', key),
      }),
      name: t.exposeString('name', { nullable: true, description: "Name to display, in the site's language." }),
      slug: t.exposeString('slug', { nullable: false, description: 'Name in addresses, as `Post.format` gives it.' }),
      link: t.exposeString('link', { nullable: true, description: 'Address of its archive, absolute.' }),
      uri: t.string({
        description: 'Path of its archive on the site, relative to the front page.',
        args: {
          form: t.arg({
            type: inputs.addressForm,
            required: true,
            defaultValue: 'ENCODED',
            description: 'How to write what is not ASCII.',
          }),
        },
        resolve: ({ link }, { form }, { loaders }) => {
          const path = uriOf(link, loaders.site.home);
          return path !== null && form === 'DECODED' ? decodedAddress(path) : path;
        },
      }),
      posts: t.field({
        type: draft.connection(posts),
        description:
          'Posts of this format. WordPress 6.7 and later; `null` before, and where the site does not say that it lists posts by it.',
        args: {
          ...connectionArguments(t),
          where: t.arg({ type: inputs.where(offer), description: 'Filters; all that are given must hold.' }),
          orderBy: t.arg({ type: inputs.orderBy(posts), description: 'Order; by date, newest first, when left out.' }),
        },
        extensions: { pressgraph: { dresses: true, size: pageSize } },
        resolve: ({ slug }, args, context, info) => {
          const isOffered = posts.lacking !== null && !posts.lacking.includes('format');
          return isOffered ? listAll(offer, args, context, info, { format: slug }) : null;
        },
      }),
    }),
  });
  draft.addKind<PostFormat>({
    typeName: 'PostFormat',
    isOne: (node) => node instanceof PostFormat,
    find: (key, context) => findPostFormat(key, context),
  });
}
