/**
 * What the REST API refuses, to whom, and in which words.
 */
import type { Collection, Family } from './collections.ts';
import { forbidden, RestError } from './rest-error.ts';

/** Who asks: anybody, or the site's account. */
export type Viewer = 'visitor' | 'account';

/** What WordPress says of a document that is there, but not for visitors, and of one that is not there. */
export const absences: Readonly<Record<Family, { readonly hidden: RestError; readonly missing: RestError }>> = {
  content: content('Invalid post ID.'),
  media: content('Invalid post ID.'),
  term: term(),
  user: {
    hidden: new RestError(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to list users.'),
    missing: new RestError(404, 'rest_user_invalid_id', 'Invalid user ID.'),
  },
  comment: {
    hidden: new RestError(401, 'rest_cannot_read', 'Sorry, you are not allowed to read this comment.'),
    missing: new RestError(404, 'rest_comment_invalid_id', 'Invalid comment ID.'),
  },
};

function content(text: string) {
  return { hidden: forbidden(), missing: new RestError(404, 'rest_post_invalid_id', text) };
}

function term() {
  const missing = new RestError(404, 'rest_term_invalid', 'Term does not exist.');
  return { hidden: missing, missing };
}

/** Routes that core has, and that visitors are refused. */
export const refusedRoutes: readonly (readonly [RegExp, RestError])[] = [
  [
    /^\/wp\/v2\/(posts|pages)\/\d+\/revisions(\/\d+)?$/,
    new RestError(401, 'rest_cannot_read', 'Sorry, you are not allowed to view revisions of this post.'),
  ],
  [
    /^\/wp\/v2\/(posts|pages)\/\d+\/autosaves(\/\d+)?$/,
    new RestError(401, 'rest_cannot_read', 'Sorry, you are not allowed to view autosaves of this post.'),
  ],
  [/^\/wp\/v2\/users\/me$/, new RestError(401, 'rest_not_logged_in', 'You are not currently logged in.')],
  [/^\/wp\/v2\/menus(\/\d+)?$/, new RestError(401, 'rest_cannot_view', 'Sorry, you are not allowed to view menus.')],
  [
    /^\/wp\/v2\/menu-items(\/\d+)?$/,
    new RestError(401, 'rest_cannot_view', 'Sorry, you are not allowed to view menu items.'),
  ],
  [
    /^\/wp\/v2\/menu-locations(\/[\w-]+)?$/,
    new RestError(401, 'rest_cannot_view', 'Sorry, you are not allowed to view menu locations.'),
  ],
  [
    /^\/wp\/v2\/block-types(\/[\w-]+){0,2}$/,
    new RestError(401, 'rest_block_type_cannot_view', 'Sorry, you are not allowed to manage block types.'),
  ],
  [/^\/wp\/v2\/settings$/, forbidden()],
];

/** What a visitor who asks for what only editors see is told: of a collection, and of a document. */
export const editContexts: Readonly<Record<Family, readonly [string, string]>> = {
  content: ['edit posts in this post type', 'edit this post'],
  media: ['edit posts in this post type', 'edit this post'],
  term: ['edit terms in this taxonomy', 'edit this term'],
  user: ['edit users', 'edit this user'],
  comment: ['edit comments', 'edit comments'],
};

/** Of users and comments, the account sees what visitors see. */
export function mayEdit(viewer: Viewer, { family }: Collection): boolean {
  return viewer === 'account' && family !== 'user' && family !== 'comment';
}

/** @param what a visitor may not do, in WordPress' words */
export function editRefusal(what: string, viewer: Viewer): RestError {
  return new RestError(
    viewer === 'account' ? 403 : 401,
    'rest_forbidden_context',
    `Sorry, you are not allowed to ${what}.`,
  );
}
