/**
 * The `Content` interface: what posts, pages, media and types of the site's own share.
 * Knows the common links of content (`about`, `author`, `replies`, `wp:attachment`, `version-history`, `self`).
 */
import {
  classList,
  commentStatus,
  contentType,
  guid,
  pingStatus,
  status,
  template,
  type,
} from '../../graph/fields/attributes.ts';
import { date, dateGmt, modified, modifiedGmt } from '../../graph/fields/dates.ts';
import { excerpt } from '../../graph/fields/excerpts.ts';
import { slug } from '../../graph/fields/names.ts';
import { attachments, author, commentCount, commentsOn, featuredMedia } from '../../graph/fields/neighbours.ts';
import { allowedMethods, restUrl, revisionCount } from '../../graph/fields/rest-links.ts';
import { body, isProtected, title } from '../../graph/fields/texts.ts';
import { blockListField } from './block.ts';
import { bodyFields } from './body.ts';
import { planned } from './builder.ts';
import { relatedArguments, relatedList } from './connection.ts';
import type { Draft } from './draft.ts';
import { identityFields } from './node.ts';
import { seoFields } from './seo.ts';
import { formatted, linked, linkedArguments } from './text-format.ts';

export function defineContent(draft: Draft): void {
  const { registry, inputs } = draft;
  const [users, media] = [draft.core('user'), draft.core('attachment')];
  const comments = draft.offer(draft.core('comment'));

  draft.content.implement({
    description: "What posts, pages, media and the site's own types have in common.",
    interfaces: [draft.anyNode],
    resolveType: ({ resource }) => registry.nameOf(resource),
    fields: (t) =>
      draft.promise('Content', {
        ...identityFields(t as never, draft, {
          databaseId: "WordPress' own id, unique over posts, pages and media of the site.",
          link: "Address on the site's own front end, absolute.",
          uri: 'Path on the site, relative to its front page: `/2024/05/16/hello/`.',
        }),
        date: t.field({
          type: 'LocalDateTime',
          description: 'When it was or will be published, by the clock of the site. `null` for a draft without a date.',
          ...planned(date),
        }),
        dateGmt: t.field({
          type: 'DateTime',
          description: 'When it was or will be published, in UTC. `null` for a draft without a date.',
          ...planned(dateGmt),
        }),
        modified: t.field({
          type: 'LocalDateTime',
          description: 'When it was last changed, by the clock of the site.',
          ...planned(modified),
        }),
        modifiedGmt: t.field({
          type: 'DateTime',
          description: 'When it was last changed, in UTC.',
          ...planned(modifiedGmt),
        }),
        guid: t.string({
          description: 'Globally unique identifier as feeds use it. Looks like an address but need not work as one.',
          ...planned(guid),
        }),
        slug: t.string({
          description: 'Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one.',
          ...planned(slug),
        }),
        status: t.string({
          description:
            '`publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds.',
          ...planned(status),
        }),
        type: t.string({ description: 'Name of the post type: `post`, `page`, `attachment`.', ...planned(type) }),
        title: t.string({
          description: 'Title; HTML with entities by default. Empty where none was given.',
          ...formatted(t, inputs, title),
        }),
        isProtected: t.boolean({
          nullable: false,
          description: 'Whether a password is needed to read the body. `content` and `excerpt` are `null` then.',
          ...planned(isProtected),
        }),
        content: t.string({
          description:
            'The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown.',
          ...linked(t, inputs, body),
        }),
        excerpt: t.string({
          description:
            'Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`.',
          args: {
            ...linkedArguments(t, inputs),
            words: t.arg.int({
              description:
                "As many words of it, 1 to 1,000, as plain text in one paragraph, with `…` where there is more; words are counted as in `wordCount`. Where the site's own excerpt is the start of the body and shorter than that, it is the body that is cut: that takes one more request for all of a list whose bodies are not known. Not for `RAW`.",
            }),
          },
          ...planned(excerpt),
        }),
        ...blockListField(t as never, draft),
        ...bodyFields(t as never, draft),
        featuredMedia: t.field({
          type: draft.node(media),
          description:
            'The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them.',
          ...planned(featuredMedia(media)),
        }),
        author: t.field({
          type: draft.node(users),
          description:
            'Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them.',
          ...planned(author(users)),
        }),
        commentStatus: t.string({
          description: 'Whether comments can be added: `open` or `closed`.',
          ...planned(commentStatus),
        }),
        pingStatus: t.string({
          description: 'Whether pingbacks are taken: `open` or `closed`.',
          ...planned(pingStatus),
        }),
        template: t.string({
          description: "Theme template chosen for it; empty for the theme's default.",
          ...planned(template),
        }),
        classList: t.stringList({
          nullable: { list: true, items: false },
          description: 'CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before.',
          ...planned(classList),
        }),
        contentType: t.field({
          type: draft.contentType,
          description: 'Its post type (the `about` link).',
          ...planned(contentType),
        }),
        comments: t.field({
          type: draft.connection(comments.resource),
          description:
            'Approved comments on it (the `replies` link), replies included. Empty where a password is needed.',
          args: {
            ...relatedArguments(t, draft, comments, 'by date, newest first'),
            topLevel: t.arg.boolean({ description: 'Only comments that reply to none, or only replies.' }),
          },
          ...planned(commentsOn(comments)),
        }),
        commentCount: t.int({
          description:
            'How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments.',
          ...planned(commentCount),
        }),
        attachments: t.field({
          description: 'Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them.',
          ...relatedList(t, draft, draft.offer(media), attachments),
        }),
        revisionCount: t.int({
          description:
            'How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions.',
          ...planned(revisionCount),
        }),
        allowedMethods: t.stringList({
          nullable: { list: true, items: false },
          description:
            'What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before.',
          ...planned(allowedMethods),
        }),
        ...seoFields(t as never, draft),
        restUrl: t.string({
          description: 'Address of its own REST document (the `self` link), as WordPress writes it.',
          ...planned(restUrl),
        }),
      }),
  });
}
