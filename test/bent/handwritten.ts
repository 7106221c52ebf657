/**
 * Operations that no schema tells: look-ups of documents that the magazine has, filters, relations of relations, trees.
 */
import type { GraphQLSchema } from 'graphql';
import type { Operation } from './operation.ts';
import { leavesOf, summaryOf } from './selections.ts';

const globalId = (type: string, key: number | string) => Buffer.from(`${type}:${key}`).toString('base64');

/** What is there, what is not, what may not be seen. */
const known: Readonly<Record<string, { one: string; ids: number[]; slugs: string[]; uris: string[] }>> = {
  Post: {
    one: 'post',
    ids: [133, 150, 142, 158, 178, 999],
    slugs: ['hello-harbour', '港の朝', 'storm-glass', 'no-such-post', 'staff-kettle-rota'],
    uris: [
      '/2023/01/03/hello-harbour/',
      'http://magazine.test/2023/02/10/breakwater-at-dusk/',
      '/2023/01/04/hello-harbour/',
    ],
  },
  Page: {
    one: 'page',
    ids: [401, 402, 403, 412, 133],
    slugs: ['about', 'team', 'no-such-page'],
    uris: ['/about/', '/about/team/', '/about/team/history/', '/team/'],
  },
  Media: {
    one: 'media',
    ids: [301, 309, 311, 315],
    slugs: ['rope-coil', 'no-such-file'],
    uris: ['/2023/02/10/breakwater-at-dusk/breakwater-photo/'],
  },
  Category: {
    one: 'category',
    ids: [1, 2, 13, 999],
    slugs: ['harbours', 'no-such-category'],
    uris: ['/category/coast-sea/', '/category/coast-sea/harbours/', '/category/harbours/'],
  },
  Tag: { one: 'tag', ids: [30, 41, 999], slugs: ['rope', '港', 'no-such-tag'], uris: ['/tag/salt/', '/tag/none/'] },
  Author: { one: 'author', ids: [1, 3, 999], slugs: ['marta-vale', 'nobody'], uris: ['/author/marta-vale/'] },
  Comment: {
    one: 'comment',
    ids: [11, 12, 15, 22, 999],
    slugs: [],
    uris: ['/2024/11/02/the-long-way-round/#comment-11', '/2024/11/02/the-long-way-round/#comment-22'],
  },
};

const filters: Readonly<Record<string, readonly string[]>> = {
  posts: [
    'where: { search: "harbour" }',
    'where: { search: "tide" }, orderBy: { field: RELEVANCE }',
    'where: { categories: { ids: [2] } }',
    'where: { categories: { slugs: ["coast-sea"], includeChildren: true } }',
    'where: { categories: { ids: [2, 6], operator: AND } }',
    'where: { tags: { slugs: ["salt"] } }',
    'where: { excludeTags: { slugs: ["salt"] } }',
    'where: { authors: { slugs: ["marta-vale"] } }',
    'where: { excludeAuthors: { ids: [1] } }',
    'where: { include: [133, 101, 150, 999] }',
    'where: { include: [133, 101, 150] }, orderBy: { field: INCLUDE }',
    'where: { slugs: ["storm-glass", "hello-harbour"] }, orderBy: { field: SLUGS }',
    'where: { exclude: [133, 101] }',
    'where: { after: "2024-01-01T00:00:00", before: "2024-07-01T00:00:00" }',
    'where: { modifiedAfter: "2024-06-01T00:00:00" }, orderBy: { field: MODIFIED, direction: ASC }',
    'where: { sticky: true }',
    'where: { formats: ["quote"], modifiedBefore: "2026-01-01T00:00:00", status: ["publish"] }',
    'where: { excludeCategories: { ids: [2] }, tags: { ids: [31, 34], operator: OR }, taxonomyRelation: AND }',
    'where: { search: "harbour", searchColumns: [TITLE], searchExactly: true }',
    'orderBy: { field: AUTHOR, direction: DESC }',
  ],
  pages: [
    'where: { topLevel: true }',
    'where: { parents: [401] }',
    'where: { excludeParents: [401] }',
    'where: { search: "harbour" }',
    'where: { menuOrder: 1 }',
    'where: { slugs: ["history"], status: ["publish"] }',
    'where: { authors: { ids: [3] }, excludeAuthors: { ids: [1] }, exclude: [402] }',
    'where: { include: [401, 402], after: "2020-01-01T00:00:00", before: "2030-01-01T00:00:00" }',
    'where: { modifiedAfter: "2020-01-01T00:00:00", modifiedBefore: "2030-01-01T00:00:00" }, orderBy: { field: TITLE, direction: DESC }',
    'where: { search: "harbour", searchColumns: [TITLE, EXCERPT, CONTENT], searchExactly: true }',
  ],
  mediaItems: [
    'where: { mediaType: IMAGE }',
    'where: { mimeType: "application/pdf" }',
    'where: { parents: [156] }',
    'where: { search: "tide" }',
    'where: { slugs: ["rope-coil", "badge"], status: ["inherit"] }',
    'where: { authors: { ids: [1] }, excludeAuthors: { ids: [3] }, exclude: [301], excludeParents: [156] }',
    'where: { include: [301, 302, 311], after: "2020-01-01T00:00:00", before: "2030-01-01T00:00:00" }',
    'where: { modifiedAfter: "2020-01-01T00:00:00", modifiedBefore: "2030-01-01T00:00:00" }, orderBy: { field: TITLE, direction: DESC }',
    'where: { search: "rope", searchColumns: [TITLE], searchExactly: false }',
  ],
  categories: [
    'where: { parent: 2 }',
    'where: { parent: 0 }',
    'where: { post: 133 }',
    'where: { hideEmpty: true, exclude: [2] }, orderBy: { field: NAME, direction: DESC }',
    'where: { search: "bread" }',
    'where: { include: [13, 2, 6] }, orderBy: { field: INCLUDE }',
    'where: { slugs: ["tides", "food"] }',
  ],
  tags: [
    'where: { post: 133 }',
    'where: { search: "s" }',
    'where: { exclude: [30, 31], hideEmpty: true }',
    'where: { include: [34, 30] }',
    'where: { slugs: ["rope"] }',
  ],
  authors: [
    'where: { include: [3, 1] }',
    'where: { exclude: [1], hasPublishedPosts: ["post"] }, orderBy: { field: NAME, direction: DESC }',
    'where: { search: "a" }',
    'where: { slugs: ["marta-vale"] }',
  ],
  comments: [
    'where: { posts: [150] }',
    'where: { posts: [401] }, orderBy: { field: DATE, direction: ASC }',
    'where: { topLevel: true }',
    'where: { parents: [11] }',
    'where: { search: "thank" }',
    'where: { after: "2024-06-01T00:00:00", before: "2026-01-01T00:00:00", type: "comment" }',
    'where: { exclude: [11, 12], excludeParents: [11] }',
    'where: { include: [12, 11, 999] }, orderBy: { field: INCLUDE }',
  ],
};

const typeOfList: Readonly<Record<string, string>> = {
  posts: 'Post',
  pages: 'Page',
  mediaItems: 'Media',
  categories: 'Category',
  tags: 'Tag',
  authors: 'Author',
  comments: 'Comment',
};

export function handwritten(schema: GraphQLSchema): Operation[] {
  const leaves = (type: string) => leavesOf(schema, type);
  const summary = (type: string) => summaryOf(schema, type);
  const page = `pageInfo { ${leaves('PageInfo')} }`;

  const lookUps = Object.entries(known).flatMap(([type, { one, ids, slugs, uris }]): Operation[] => {
    const by = (kind: string, values: readonly (string | number)[]): Operation => ({
      name: `${one}: by ${kind}`,
      asks: `{ ${values.map((value, index) => `f${index}: ${one}(by: { ${kind}: ${JSON.stringify(value)} }) { ${summary(type)} ${kind === 'uri' ? 'uri' : 'id'} }`).join(' ')} }`,
    });
    return [
      by('databaseId', ids),
      by(
        'id',
        ids.map((id) => globalId(type, id)),
      ),
      ...(slugs.length > 0 ? [by('slug', slugs)] : []),
      ...(uris.length > 0 ? [by('uri', uris)] : []),
    ];
  });

  const filtered = Object.entries(filters).map(([list, all]): Operation => {
    const asked = all.map(
      (where, index) =>
        `f${index}: ${list}(first: 4, ${where}) { totalCount ${page} nodes { ${summary(typeOfList[list] ?? '')} } }`,
    );
    return { name: `${list}: filters`, asks: `{ ${asked.join(' ')} }` };
  });

  const ids = [
    ...Array.from({ length: 40 }, (_, index) => globalId('Post', 101 + index)),
    ...Array.from({ length: 14 }, (_, index) => globalId('Media', 301 + index)),
    globalId('Category', 13),
    globalId('Tag', 30),
    globalId('Author', 3),
    globalId('Comment', 12),
    globalId('ContentType', 'post'),
    globalId('Taxonomy', 'category'),
  ];
  const anyNode = `__typename id ... on Content { databaseId title } ... on Term { databaseId name } ... on Author { databaseId name } ... on Comment { databaseId authorName }`;
  const walk = (asks: { list: string; size: number; type: string; below?: string; where?: string }) =>
    (['first', 'last'] as const).map((direction): Operation => {
      const { type, ...list } = asks;
      const way = direction === 'first' ? 'forward' : 'backward';
      const of = [asks.below?.replace(/\(.*/, ' of one'), asks.list, asks.where].filter(Boolean).join(' ');
      return { name: `${of}: walk ${way}`, asks: { ...list, direction, nodes: summary(type) } };
    });

  return [
    ...lookUps,
    ...filtered,
    { name: 'nodes', asks: `{ nodes(ids: ${JSON.stringify(ids)}) { ${anyNode} } }` },
    {
      name: 'node',
      asks: `{ node(id: "${globalId('Post', 133)}") { ${anyNode} } none: node(id: "${globalId('Tag', 999)}") { ${anyNode} } }`,
    },
    {
      name: 'site',
      asks: `{ site { ${leaves('Site')} icon { databaseId sourceUrl } logo { databaseId sourceUrl } } }`,
    },
    {
      name: 'types',
      asks: `{ contentTypes { ${leaves('ContentType')} taxonomies { name } } taxonomies { ${leaves('Taxonomy')} contentTypes { name } } contentType(name: "page") { name } taxonomy(name: "post_tag") { name } }`,
    },
    {
      name: 'articles with all around them',
      asks: `{ posts(first: 12) { totalCount nodes { databaseId title excerpt(format: TEXT) content author { name avatar posts(first: 1) { totalCount } } categories { name parent { name } } tags { name } featuredMedia { altText sourceUrl(size: "medium") srcSet sizes { name width } } comments(first: 2) { totalCount nodes { content authorName author { name } replies { totalCount } } } } } }`,
    },
    {
      name: 'ids of relations beside what is behind them',
      asks: `{ posts(first: 100) { nodes { databaseId a: author { databaseId } author { databaseId name } m: featuredMedia { databaseId } featuredMedia { databaseId title } } } }`,
    },
    {
      name: 'ids alone',
      asks: `{ comments(first: 40) { nodes { databaseId author { databaseId } parent { databaseId } post { databaseId } } } }`,
    },
    {
      name: 'what comments are on',
      asks: `{ comments(first: 100) { nodes { databaseId post { __typename title ... on Post { author { name } } } author { name } parent { content } } } }`,
    },
    {
      name: 'a tree of pages',
      asks: `{ pages(first: 10) { nodes { databaseId parent { databaseId title } ancestors { title } children(orderBy: { field: MENU_ORDER }) { totalCount nodes { title } } } } }`,
    },
    {
      name: 'a tree of categories',
      asks: `{ categories(first: 50) { nodes { databaseId count parent { name } ancestors { name } children(first: 10) { totalCount nodes { name } } } } }`,
    },
    {
      name: 'posts of terms and authors',
      asks: `{ categories(first: 6) { nodes { name posts(first: 3) { totalCount ${page} nodes { title } } } } tags(first: 6) { nodes { name posts(last: 2) { totalCount nodes { title } } } } authors(first: 6) { nodes { name posts(first: 2, orderBy: { field: TITLE }) { totalCount nodes { title } } } } }`,
    },
    {
      name: 'posts of terms and authors, filtered',
      asks: `{ categories(first: 6) { nodes { name posts(first: 3, where: { search: "the", excludeTags: { slugs: ["salt"] } }) { totalCount ${page} nodes { title } } } } tags(first: 6) { nodes { name posts(last: 2, where: { categories: { ids: [2], includeChildren: true } }) { totalCount nodes { title } } } } authors(first: 6) { nodes { name posts(first: 2, where: { after: "2024-01-01T00:00:00" }, orderBy: { field: TITLE }) { totalCount nodes { title } } } } }`,
    },
    {
      name: 'posts of terms and their descendants',
      asks: `{ categories(first: 20) { nodes { name posts(first: 3, includeChildren: true) { totalCount ${page} nodes { title } } } } one: category(by: { databaseId: 6 }) { posts(last: 3, includeChildren: true) { ${page} nodes { title } } } }`,
    },
    {
      name: 'what belongs to posts and pages, filtered',
      asks: `{ posts(first: 20) { nodes { databaseId attachments(where: { mediaType: IMAGE }) { totalCount nodes { title } } comments(first: 2, where: { search: "the" }) { totalCount nodes { content } } } } comment(by: { databaseId: 12 }) { replies(where: { topLevel: false }) { totalCount } } page(by: { databaseId: 401 }) { children(where: { status: ["publish"] }) { nodes { title } } } }`,
    },
    {
      name: 'what posts, pages and media have in common',
      asks: `{ nodes(ids: ${JSON.stringify([globalId('Post', 103), globalId('Page', 401), globalId('Media', 301), globalId('Post', 142)])}) { ... on Content { id content excerpt isProtected featuredMedia { id altText } } } }`,
    },
    {
      name: 'what belongs to posts and pages',
      asks: `{ posts(first: 20) { nodes { databaseId attachments(orderBy: { field: TITLE }) { totalCount nodes { title post { title } } } comments(topLevel: true, orderBy: { field: ID, direction: ASC }) { totalCount nodes { content } } } } page(by: { databaseId: 401 }) { comments { nodes { content post { __typename } } } } }`,
    },
    {
      name: 'replies',
      asks: `{ comments(first: 30, where: { posts: [150] }) { nodes { databaseId replies(first: 5) { totalCount nodes { databaseId content parent { content } } } } } }`,
    },
    {
      name: 'media of articles',
      asks: `{ posts(first: 40) { nodes { databaseId featuredMedia { ${leaves('Media')} } } } }`,
    },
    {
      name: 'sizes of media',
      asks: `{ mediaItems(first: 20) { nodes { databaseId width height fileSize small: fileSize(size: "thumbnail") sourceUrl medium: sourceUrl(size: "medium") srcSet large: srcSet(size: "large") sizes { ${leaves('MediaSize')} } imageMeta { ${leaves('ImageMeta')} } post { title } } } }`,
    },
    ...walk({ below: 'post(by: { databaseId: 150 })', list: 'comments', size: 9, type: 'Comment' }),
    ...walk({ below: 'category(by: { databaseId: 2 })', list: 'posts', size: 4, type: 'Post' }),
    ...walk({ below: 'author(by: { databaseId: 1 })', list: 'posts', size: 5, type: 'Post' }),
    ...walk({
      below: 'category(by: { databaseId: 2 })',
      list: 'posts',
      size: 4,
      type: 'Post',
      where: 'includeChildren: true, where: { excludeAuthors: { ids: [5] } }',
    }),
    ...walk({ list: 'posts', size: 25, type: 'Post', where: 'orderBy: { field: TITLE }' }),
    ...walk({ list: 'posts', size: 25, type: 'Post', where: 'orderBy: { field: MODIFIED, direction: ASC }' }),
    ...walk({ list: 'comments', size: 25, type: 'Comment', where: 'orderBy: { field: ID }' }),
    ...walk({ list: 'tags', size: 6, type: 'Tag', where: 'orderBy: { field: COUNT }' }),
  ];
}
