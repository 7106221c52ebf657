/**
 * `Comment`: what visitors and users say below content.
 */
import { writerAvatar, writerUrl } from '../../graph/fields/addresses.ts';
import { status, type } from '../../graph/fields/attributes.ts';
import { date, dateGmt } from '../../graph/fields/dates.ts';
import { writerName } from '../../graph/fields/names.ts';
import { author, commentedOn, inReplyTo, replies } from '../../graph/fields/neighbours.ts';
import { commentBody } from '../../graph/fields/texts.ts';
import { avatarArguments, avatarDescription } from './author.ts';
import { planned } from './builder.ts';
import { relatedList } from './connection.ts';
import type { Draft } from './draft.ts';
import { memberFields, withMembers } from './members.ts';
import { identityFields } from './node.ts';
import { linked } from './text-format.ts';

export function defineComment(draft: Draft): void {
  const [resource, users] = [draft.core('comment'), draft.core('user')];
  const oldestFirst = draft.offer(resource, { field: 'DATE', direction: 'ASC' });
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
            databaseId: "WordPress' own id of the comment.",
            link: "Address on the site's own front end, absolute.",
            uri: 'Path on the site, relative to its front page, with the fragment that names the comment.',
          }),
          content: t.string({
            description: 'What it says. HTML by default, cleaned by WordPress.',
            ...linked(t, draft.inputs, commentBody),
          }),
          date: t.field({
            type: 'LocalDateTime',
            description: 'When it was written, by the clock of the site.',
            ...planned(date),
          }),
          dateGmt: t.field({ type: 'DateTime', description: 'When it was written, in UTC.', ...planned(dateGmt) }),
          status: t.string({
            description: '`approved`; moderators also see `hold`, `spam` and `trash`.',
            ...planned(status),
          }),
          type: t.string({ description: '`comment`, `pingback` or `trackback`.', ...planned(type) }),
          authorName: t.string({ description: 'Name that the writer gave, as plain text.', ...planned(writerName) }),
          authorUrl: t.string({
            description: 'Address that the writer gave; empty for none. Not checked: do not follow it blindly.',
            ...planned(writerUrl),
          }),
          avatar: t.string({ description: avatarDescription, args: avatarArguments(t), ...planned(writerAvatar) }),
          author: t.field({
            type: draft.node(users),
            description:
              'The user who wrote it, if registered. `null` for a guest. Its id alone costs one request for all of a list, where nothing is known of them.',
            ...planned(author(users)),
          }),
          parent: t.field({
            type: draft.node(resource),
            description:
              'The comment that it replies to (the `in-reply-to` link). `null` when it answers the post itself. Its id alone costs one request for all of a list, where nothing is known of them.',
            ...planned(inReplyTo),
          }),
          replies: t.field({
            description: 'Approved replies to it (the `children` link), oldest first.',
            ...relatedList(t, draft, oldestFirst, replies, 'by date, oldest first'),
          }),
          post: t.field({
            type: draft.content,
            description:
              'What it comments on (the `up` link). `null` when that may not be seen, or is of a type without a graph type.',
            ...planned(commentedOn(draft.registry)),
          }),
        },
        added,
      ),
  });
}
