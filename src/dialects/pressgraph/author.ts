/**
 * `Author`: a user as the public sees one.
 * Knows the members of `/wp/v2/users` that need no rights.
 */

import { avatarOf, uriOf } from '../../graph/fields/addresses.ts';
import { decodedSlug } from '../../loaders/lookups/slugs.ts';
import type { UserDocument } from '../../wordpress/documents.ts';
import { readAddress, readText } from '../../wordpress/values.ts';
import { type Builder, readsOf } from './builder.ts';
import { connectionArguments, pageArguments, pageNeeds } from './connection.ts';
import { jsonMap } from './content.ts';
import { encodeId } from './ids.ts';
import type { Inputs } from './inputs.ts';
import { orderOf } from './orders.ts';
import { resourceOf } from './resource-types.ts';
import { decodedName } from './text.ts';

const reads = readsOf<UserDocument>();

export const avatarDescription =
  'Address of the avatar at a size in pixels. `null` where the site shows no avatars. Sizes other than 24, 48 and 96 are asked of the provider by its own parameter.';

export function defineAuthor(builder: Builder, inputs: Inputs): void {
  builder.objectType('Author', {
    description: 'A user of the site who has published something. Source: `/wp/v2/users`.',
    interfaces: ['Node'],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types.',
        resolve: ({ id }) => encodeId('Author', id),
      }),
      databaseId: t.int({ nullable: false, description: "WordPress' own id of the user.", resolve: ({ id }) => id }),
      name: t.string({
        description: 'Name to display, as plain text.',
        ...reads(['name'], ({ name }) => decodedName(name)),
      }),
      slug: t.string({
        description: 'Name in addresses. Often the login: think before you show it.',
        ...reads(['slug'], ({ slug }) => decodedSlug(slug)),
      }),
      description: t.string({
        description: 'What the user says of themselves; may hold HTML.',
        ...reads(['description'], ({ description }) => readText(description)),
      }),
      url: t.string({
        description: "The user's own site; empty for none.",
        ...reads(['url'], ({ url }) => readAddress(url)),
      }),
      link: t.string({
        description: "Address of the author's archive on the site's own front end, absolute.",
        ...reads(['link'], ({ link }) => readAddress(link)),
      }),
      uri: t.string({
        description: "Path of the author's archive on the site, relative to its front page.",
        ...reads(['link'], ({ link }, _args, { loaders }) => uriOf(link, loaders.site.home)),
      }),
      avatar: t.string({
        description: avatarDescription,
        args: { size: t.arg.int({ required: true, defaultValue: 96, description: 'Width and height in pixels.' }) },
        ...reads(['avatar_urls'], ({ avatar_urls }, { size }: { size: number }) => avatarOf(avatar_urls, size)),
      }),
      meta: t.field({
        type: 'JSON',
        description: 'Custom fields that the site registered for the REST API, by name.',
        ...reads(['meta'], ({ meta }) => jsonMap(meta)),
      }),
      posts: t.field({
        type: 'PostConnection',
        description: 'Published posts by this author.',
        args: {
          ...connectionArguments(t),
          orderBy: t.arg({
            type: inputs.relatedOrders.Post,
            description: 'Order; by date, newest first, when left out.',
          }),
        },
        resolve: ({ id }, args, { loaders }, info) => {
          const set = {
            relation: loaders.relations.contentOfAuthor(resourceOf(loaders.site, 'Post')),
            query: {},
            order: orderOf('Post', args.orderBy),
          };
          return loaders.related(set, id, pageArguments(args), pageNeeds(info, 'Post'));
        },
      }),
    }),
  });
}
