/**
 * The GraphQL side of `filters.ts`: the `where` inputs with their types and descriptions.
 * Knows what each filter means to a client; one member here for each member there.
 */
import type { Builder } from './builder.ts';

export function defineFilterInputs(builder: Builder) {
  const termSelector = builder.inputType('TermSelector', {
    description: 'Chooses terms by id or slug. A term that does not exist matches nothing.',
    fields: (t) => ({
      ids: t.idList({ description: 'Global or WordPress ids.' }),
      slugs: t.stringList({ description: 'Slugs, encoded or decoded.' }),
      operator: t.field({
        type: matchOperator,
        description: 'Whether any of them is enough (OR, the default) or all are needed.',
      }),
    }),
  });
  const categorySelector = builder.inputType('CategorySelector', {
    description: 'Chooses categories by id or slug. A category that does not exist matches nothing.',
    fields: (t) => ({
      ids: t.idList({ description: 'Global or WordPress ids.' }),
      slugs: t.stringList({ description: 'Slugs, encoded or decoded.' }),
      operator: t.field({
        type: matchOperator,
        description: 'Whether any of them is enough (OR, the default) or all are needed.',
      }),
      includeChildren: t.boolean({
        description: 'Whether a post in a descendant category counts. It does not by default.',
      }),
    }),
  });
  const authorSelector = builder.inputType('AuthorSelector', {
    description: 'Chooses authors by id or slug. An author who does not exist matches nothing.',
    fields: (t) => ({
      ids: t.idList({ description: 'Global or WordPress ids.' }),
      slugs: t.stringList({ description: 'Slugs.' }),
    }),
  });
  const matchOperator = builder.enumType('MatchOperator', {
    description: 'How several conditions combine.',
    values: { AND: { description: 'All must hold.' }, OR: { description: 'One is enough.' } },
  });
  const searchColumn = builder.enumType('ContentSearchColumn', {
    description: 'Where `search` looks.',
    values: {
      TITLE: { value: 'post_title', description: 'In the title.' },
      CONTENT: { value: 'post_content', description: 'In the body.' },
      EXCERPT: { value: 'post_excerpt', description: 'In the hand-written excerpt.' },
    },
  });
  const mediaType = builder.enumType('MediaTypeFilter', {
    description: 'Kinds of media that can be filtered by.',
    values: {
      IMAGE: { description: 'Images.' },
      VIDEO: { description: 'Videos.' },
      TEXT: { description: 'Texts.' },
      APPLICATION: { description: 'Documents and archives.' },
      AUDIO: { description: 'Sound.' },
    },
  });

  type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

  const content = (t: InputFields) => ({
    search: t.string({ description: 'Words that must all occur. A leading hyphen excludes a word.' }),
    searchColumns: t.field({
      type: [searchColumn],
      description: 'Where `search` looks; everywhere by default. WordPress 6.1 and later.',
    }),
    searchExactly: t.boolean({
      description:
        'Whether a searched field must be just the text of `search`. WordPress 6.7 and later; ignored before.',
    }),
    include: t.idList({ description: 'Only these: global or WordPress ids.' }),
    exclude: t.idList({ description: 'All but these: global or WordPress ids. Without effect beside `include`.' }),
    slugs: t.stringList({ description: 'Only those with one of these slugs, encoded or decoded.' }),
    authors: t.field({ type: authorSelector, description: 'Only those by one of these authors.' }),
    excludeAuthors: t.field({ type: authorSelector, description: 'None by these authors.' }),
    after: t.field({
      type: 'LocalDateTime',
      description: "Published after this moment of the site's clock, exclusive.",
    }),
    before: t.field({
      type: 'LocalDateTime',
      description: "Published before this moment of the site's clock, exclusive.",
    }),
    modifiedAfter: t.field({
      type: 'LocalDateTime',
      description: "Changed after this moment of the site's clock, exclusive.",
    }),
    modifiedBefore: t.field({
      type: 'LocalDateTime',
      description: "Changed before this moment of the site's clock, exclusive.",
    }),
    status: t.stringList({
      description: 'Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit.',
    }),
  });
  const named = (t: InputFields) => ({
    search: t.string({ description: 'Text that must occur in the name or another searchable field.' }),
    include: t.idList({ description: 'Only these: global or WordPress ids.' }),
    exclude: t.idList({ description: 'All but these: global or WordPress ids. Without effect beside `include`.' }),
    slugs: t.stringList({ description: 'Only those with one of these slugs, encoded or decoded.' }),
  });
  const term = (t: InputFields) => ({
    ...named(t),
    hideEmpty: t.boolean({ description: 'Leave out terms that no published post carries.' }),
    post: t.id({ description: 'Only terms of this post: its global or WordPress id.' }),
  });

  return {
    Post: builder.inputType('PostWhere', {
      description: 'Filters of posts; all that are given must hold.',
      fields: (t) => ({
        ...content(t),
        categories: t.field({ type: categorySelector, description: 'Only posts in these categories.' }),
        excludeCategories: t.field({
          type: categorySelector,
          description: 'No posts in these categories; `operator` has no effect.',
        }),
        tags: t.field({ type: termSelector, description: 'Only posts with these tags.' }),
        excludeTags: t.field({
          type: termSelector,
          description: 'No posts with these tags; `operator` has no effect.',
        }),
        taxonomyRelation: t.field({
          type: matchOperator,
          description: 'How `categories` and `tags` combine; AND by default.',
        }),
        sticky: t.boolean({ description: 'Only sticky posts, or only others.' }),
        formats: t.stringList({
          description: 'Only posts of these formats, e.g. `quote`. WordPress 6.7 and later; ignored before.',
        }),
      }),
    }),
    Page: builder.inputType('PageWhere', {
      description: 'Filters of pages; all that are given must hold.',
      fields: (t) => ({
        ...content(t),
        parents: t.idList({ description: 'Only children of these pages: global or WordPress ids.' }),
        excludeParents: t.idList({ description: 'No children of these pages: global or WordPress ids.' }),
        topLevel: t.boolean({ description: 'Only pages without a parent, or only those with one.' }),
        menuOrder: t.int({ description: 'Only pages with this place in the order that editors gave.' }),
      }),
    }),
    Media: builder.inputType('MediaWhere', {
      description: 'Filters of media; all that are given must hold.',
      fields: (t) => ({
        ...content(t),
        parents: t.idList({ description: 'Only what was uploaded to these posts or pages: global or WordPress ids.' }),
        excludeParents: t.idList({ description: 'Nothing that was uploaded to these: global or WordPress ids.' }),
        mediaType: t.field({ type: mediaType, description: 'Only this kind of media.' }),
        mimeType: t.string({ description: 'Only this MIME type, e.g. `image/png`.' }),
      }),
    }),
    Author: builder.inputType('AuthorWhere', {
      description: 'Filters of authors; all that are given must hold.',
      fields: (t) => ({
        ...named(t),
        roles: t.stringList({ description: 'Only users with one of these roles; needs the right to list users.' }),
        capabilities: t.stringList({
          description: 'Only users with one of these capabilities; needs the right to list users.',
        }),
        hasPublishedPosts: t.stringList({
          description:
            'Only users who published something of these post types; needs the right to list users beyond what the site shows anyone.',
        }),
      }),
    }),
    Category: builder.inputType('CategoryWhere', {
      description: 'Filters of categories; all that are given must hold.',
      fields: (t) => ({
        ...term(t),
        parent: t.id({
          description: 'Only children of this category: its global or WordPress id, 0 for the top level.',
        }),
      }),
    }),
    Tag: builder.inputType('TagWhere', { description: 'Filters of tags; all that are given must hold.', fields: term }),
    Comment: builder.inputType('CommentWhere', {
      description: 'Filters of comments; all that are given must hold.',
      fields: (t) => ({
        search: t.string({ description: 'Text that must occur in the comment.' }),
        include: t.idList({ description: 'Only these: global or WordPress ids.' }),
        exclude: t.idList({ description: 'All but these: global or WordPress ids.' }),
        posts: t.idList({ description: 'Only comments on these: global or WordPress ids.' }),
        parents: t.idList({ description: 'Only replies to these comments: global or WordPress ids.' }),
        excludeParents: t.idList({ description: 'No replies to these comments: global or WordPress ids.' }),
        topLevel: t.boolean({ description: 'Only comments that reply to none, or only replies.' }),
        authors: t.idList({ description: 'Only by these registered users; needs the right to edit posts.' }),
        excludeAuthors: t.idList({ description: 'Not by these registered users; needs the right to edit posts.' }),
        authorEmail: t.string({ description: 'Only from this e-mail address; needs the right to edit posts.' }),
        after: t.field({
          type: 'LocalDateTime',
          description: "Written after this moment of the site's clock, exclusive.",
        }),
        before: t.field({
          type: 'LocalDateTime',
          description: "Written before this moment of the site's clock, exclusive.",
        }),
        status: t.string({
          description:
            '`approve` (the default), `hold`, `spam` or `trash`; any but the default needs the right to moderate.',
        }),
        type: t.string({ description: 'Type of comment, `comment` by default; others need the right to edit posts.' }),
      }),
    }),
  };
}
