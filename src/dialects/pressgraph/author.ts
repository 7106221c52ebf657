/**
 * `Author`: a user as the public sees one.
 */
import { userAvatar, userUrl } from '../../graph/fields/addresses.ts';
import { biography } from '../../graph/fields/attributes.ts';
import { contentsBy } from '../../graph/fields/contents.ts';
import { name, slug } from '../../graph/fields/names.ts';
import { writtenBy } from '../../graph/fields/neighbours.ts';
import type { GraphNode } from '../../graph/node.ts';
import { isOfCore } from '../../wordpress/resources.ts';
import { type Fields, type FieldsOf, planned } from './builder.ts';
import { mixedArguments, relatedList } from './connection.ts';
import type { Draft } from './draft.ts';
import { memberFields, withMembers } from './members.ts';
import { identityFields } from './node.ts';
import { seoFields } from './seo.ts';

export const avatarDescription =
  'Address of the avatar at a size in pixels. `null` where the site shows no avatars. Sizes other than 24, 48 and 96 are asked of the provider by its own parameter.';

export function avatarArguments(t: Pick<FieldsOf<unknown>, 'arg'>) {
  return { size: t.arg.int({ required: true, defaultValue: 96, description: 'Width and height in pixels.' }) };
}

export function defineAuthor(draft: Draft): void {
  const [resource, posts] = [draft.core('user'), draft.core('post')];
  const added = memberFields(draft, resource);
  draft.node(resource).implement({
    ...draft.describe(resource),
    interfaces: [draft.anyNode],
    fields: (t) =>
      withMembers(
        t,
        draft,
        {
          ...identityFields(t, draft, {
            databaseId: "WordPress' own id of the user.",
            link: "Address of the author's archive on the site's own front end, absolute.",
            uri: "Path of the author's archive on the site, relative to its front page.",
          }),
          name: t.string({ description: 'Name to display, as plain text.', ...planned(name) }),
          slug: t.string({
            description: 'Name in addresses. Often the login: think before you show it.',
            ...planned(slug),
          }),
          description: t.string({
            description: 'What the user says of themselves; may hold HTML.',
            ...planned(biography),
          }),
          url: t.string({ description: "The user's own site; empty for none.", ...planned(userUrl) }),
          avatar: t.string({ description: avatarDescription, args: avatarArguments(t), ...planned(userAvatar) }),
          ...seoFields(t, draft),
          posts: t.field({
            description: 'Published posts by this author.',
            ...relatedList(t, draft, draft.offer(posts), writtenBy),
          }),
          ...writtenFields(t, draft),
          contents: t.field({
            type: draft.contents,
            description:
              'All published content by this author but media, of every type that has authors, in one list by date. Costs what a list of each of these types costs.',
            args: mixedArguments(t, draft),
            ...planned(contentsBy(draft.registry.ofFamily('content'))),
          }),
        },
        added,
      ),
  });
}

/** One list for each type of the site's own that has authors. */
function writtenFields(t: FieldsOf<GraphNode>, draft: Draft): Fields {
  const own = draft.registry
    .ofFamily('content')
    .filter((content) => !isOfCore(content) && content.properties.has('author') && content.filters.includes('author'));
  return Object.fromEntries(
    own.map((content) => {
      const { many, words } = draft.namesOf(content);
      const description = `Published ${words.many} by this author.`;
      return [many, t.field({ description, ...relatedList(t, draft, draft.offer(content), writtenBy) })];
    }),
  );
}
