/**
 * What pages and types say of the front page and of the page of posts.
 */
import { archiveUri, isAtFront, isFrontPage, isOnPostsPage, isPostsPage } from '../../graph/fields/front-pages.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { ContentTypeInfo } from '../../wordpress/content-types.ts';
import { type Fields, type FieldsOf, planned } from './builder.ts';

export function frontPageFields(t: FieldsOf<GraphNode>): Fields {
  return {
    isFrontPage: t.boolean({ nullable: false, description: 'Whether it is the front page.', ...planned(isFrontPage) }),
    isPostsPage: t.boolean({
      description:
        'Whether its address shows the newest posts. `null` where the site does not tell: before WordPress 6.8, unless a service account opens the settings. The index is asked, once for all pages, before 6.8 the settings as well.',
      ...planned(isPostsPage),
    }),
  };
}

export function archiveFields(t: FieldsOf<ContentTypeInfo>): Fields {
  return {
    uri: t.string({
      description:
        'Path of the page that lists it: of posts the front page or the posts page, of other types their archive, as the address of the newest of them shows it. `null` for none, and where the site does not tell. Costs a request for each type that is not known.',
      resolve: archiveUri,
    }),
    isFrontPage: t.boolean({
      nullable: false,
      description: 'Whether the front page lists it: posts, where no page stands there.',
      resolve: (type, _args, context) => isAtFront(type, context),
    }),
    isPostsPage: t.boolean({
      description:
        'Whether the front page or the posts page lists it: posts, where there is either. `null` where the site does not tell: before WordPress 6.8, unless a service account opens the settings.',
      resolve: (type, _args, context) => isOnPostsPage(type, context),
    }),
  };
}
