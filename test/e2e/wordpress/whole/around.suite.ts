// What a front end draws around documents: menus, heads, blocks, neighbours, archives, searches and paths, asked for whole.

import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../support/graph.ts';

interface Listed {
  readonly nodes: readonly { readonly databaseId: number }[];
}

const idsOf = ({ nodes }: Listed) => nodes.map(({ databaseId }) => databaseId);

const seo = `seo { source title description canonical robots isIndexable schema
  openGraph { type title description url siteName locale publishedTime modifiedTime images { url width height type alt } }
  twitter { card title description image creator site } breadcrumbs { text uri url } }`;
const block = 'name attributes html path innerBlocks { name }';
const blocks = `blocks { source nodes { ${block} ... on OtherBlock { ${block} } }
  flat: nodes(flat: true, names: ["core/paragraph"]) { name } }`;

/** Lists of content, each with a taxonomy that sorts it. */
const contents = [
  ['posts', '"category"'],
  ['pages', 'null'],
  ['books', '"genre"'],
  ['places', '"season"'],
  ['kitchenRecipes', '"genre"'],
];
const others = ['mediaItems', 'categories', 'tags', 'genres', 'seasons', 'authors'];

/** Each with a value of its own, as `posts(where:)` takes them, too. */
const filters = `after: "2023-02-01T00:00:00" before: "2026-01-01T00:00:00" modifiedAfter: "2022-01-01T00:00:00"
  modifiedBefore: "2027-01-01T00:00:00" exclude: ["103"] excludeAuthors: { ids: ["2"] }`;

export function aroundSuite(graph: () => Graph): void {
  describe('around documents', () => {
    it.each(contents)(
      '%s have neighbours of their own type that lead back, and heads and blocks as their interface has them',
      async (list, taxonomy) => {
        const own = `commentCount ${list === 'pages' ? 'isFrontPage isPostsPage isPrivacyPage' : ''} related(first: 2) { node { id __typename } terms { id } } sameNext: next(inSame: ${taxonomy}) { id }
        samePrevious: previous(inSame: ${taxonomy}) { id }`;
        const { all } = await graph().data(`{ all: ${list}(first: 6) { nodes { id __typename ${seo} ${blocks} ${own}
        next { id previous { id } } previous { id next { id } } ... on Content { id sharedCount: commentCount shared: seo { title } sharedBlocks: blocks { source } } } } }`);
        expect(all.nodes.length).toBeGreaterThan(3);
        for (const {
          id,
          __typename,
          next,
          previous,
          related,
          shared,
          sharedBlocks,
          sharedCount,
          ...node
        } of all.nodes) {
          if (next) expect(next.previous).toEqual({ id });
          if (previous) expect(previous.next).toEqual({ id });
          for (const { node } of related ?? []) expect(node).toMatchObject({ __typename });
          expect(node.seo.title).toBe(shared.title);
          expect(node.commentCount).toBe(sharedCount);
          if (list === 'pages') expect([node.isFrontPage, node.isPostsPage]).toEqual([false, false]);
          expect(node.blocks?.source).toBe(sharedBlocks?.source);
          for (const { name } of node.blocks?.flat ?? []) expect(name).toBe('core/paragraph');
        }
      },
    );

    it.each(others)('%s have heads', async (list) => {
      const more = list === 'mediaItems' ? `commentCount ${blocks}` : '';
      const shared = ['categories', 'tags', 'genres', 'seasons'].includes(list)
        ? '... on Term { id shared: seo { title } }'
        : '';
      const { all } = await graph().data(`{ all: ${list}(first: 4) { nodes { id ${seo} ${more} ${shared} } } }`);
      for (const node of all.nodes) {
        expect(node.seo).toMatchObject({ source: 'DOCUMENT', title: expect.any(String) });
        if (shared) expect(node.shared.title).toBe(node.seo.title);
      }
    });

    it('contents of one type are those of its own list, whatever is asked of either', async () => {
      const node = '{ nodes { databaseId } pageInfo { endCursor startCursor } }';
      const { all, own, found, byName, mixed } = await graph().data(`{
        all: contents(types: ["post"], first: 9, where: { ${filters} }, orderBy: { field: DATE, direction: ASC }) ${node}
        own: posts(first: 9, where: { ${filters} }, orderBy: { field: DATE, direction: ASC }) ${node}
        found: contents(types: ["post"], first: 9, where: { search: "harbour", searchColumns: [TITLE], searchExactly: false, authors: { ids: ["1"] }, status: ["publish"] }) ${node}
        byName: contents(types: ["post", "page"], last: 5, where: { slugs: ["about", "breakwater-at-dusk"] }) ${node}
        mixed: contents(types: ["post", "page"], first: 5, where: { include: ["103", "401"] }) ${node} }`);
      expect(idsOf(all)).toEqual(idsOf(own));
      expect(idsOf(own)).toHaveLength(9);
      expect(found.nodes.length).toBeGreaterThan(0);
      expect(idsOf(byName).sort()).toEqual([103, 401]);
      expect(idsOf(mixed).sort()).toEqual([103, 401]);
      const variables = { after: all.pageInfo.endCursor };
      const next = await graph().data(
        `query ($after: String) { next: contents(types: ["post"], first: 3, after: $after, where: { ${filters} }, orderBy: { field: DATE, direction: ASC }) ${node}
          back: contents(types: ["post"], last: 3, before: $after, where: { ${filters} }, orderBy: { field: DATE, direction: ASC }) ${node} }`,
        { variables },
      );
      for (const id of idsOf(next.next)) expect(idsOf(all)).not.toContain(id);
      expect(idsOf(next.back)).toEqual(idsOf(all).slice(-4, -1));
    });

    it('an archive of a type lists what its own list has, from either end', async () => {
      const node = '{ nodes { databaseId } pageInfo { endCursor } }';
      const order = 'orderBy: { field: DATE, direction: ASC }';
      const { books, contentType } = await graph().data(
        `{ books(first: 100, ${order}) ${node} contentType(name: "book") { contents(first: 3, ${order}) ${node} } }`,
      );
      const all = idsOf(books);
      expect(idsOf(contentType.contents)).toEqual(all.slice(0, 3));
      const { rest } = await graph().data(
        `query ($cursor: String) { rest: contentType(name: "book") {
          after: contents(first: 100, after: $cursor, ${order}) ${node} before: contents(last: 1, before: $cursor, ${order}) ${node} } }`,
        { variables: { cursor: contentType.contents.pageInfo.endCursor } },
      );
      expect(idsOf(rest.after)).toEqual(all.slice(3));
      expect(idsOf(rest.before)).toEqual(all.slice(1, 2));
      expect(all.length).toBeGreaterThan(6);
    });

    it('archives hold what is of their time', async () => {
      const said = 'id uri year month day count contentType { name }';
      const { archives, books } = await graph().data(
        `{ archives { ${said} } books: archives(type: "book") { ${said} } }`,
      );
      for (const { id, year, month, count, contentType } of [...archives.slice(0, 4), ...books.slice(0, 2)]) {
        const ofPosts = contentType.name === 'post';
        const range = '(first: 3, orderBy: { field: DATE, direction: ASC })';
        const { node } = await graph().data(
          `query ($id: ID!) { node(id: $id) { ... on DateArchive { count
            posts${range} { totalCount } narrowed: posts(first: 1, offset: 1, where: { search: "e" }) { nodes { date } }
            contents${range} { nodes { date } } } } }`,
          { variables: { id } },
        );
        expect(node.count).toBe(count);
        expect(node.posts).toEqual(ofPosts ? { totalCount: count } : null);
        expect(node.contents.nodes).toHaveLength(Math.min(count, 3));
        for (const { date } of [...node.contents.nodes, ...(node.narrowed?.nodes ?? [])]) {
          expect(date.slice(0, 7)).toBe(`${year}-${String(month).padStart(2, '0')}`);
        }
      }
    });

    it('an archive is paged from either end', async () => {
      const { archives } = await graph().data('{ archives { id count posts(first: 1) { pageInfo { endCursor } } } }');
      const { id, count, posts } = archives.find(({ count }: { count: number }) => count > 2);
      const variables = { id, cursor: posts.pageInfo.endCursor };
      const { node } = await graph().data(
        `query ($id: ID!, $cursor: String) { node(id: $id) { ... on DateArchive {
          after: posts(first: 100, after: $cursor) { nodes { databaseId } } before: posts(last: 1, before: $cursor) { nodes { databaseId } }
          all: contents(first: 100) { nodes { databaseId } pageInfo { endCursor } } } } }`,
        { variables },
      );
      expect(idsOf(node.after)).toEqual(idsOf(node.all).slice(1));
      expect(idsOf(node.before)).toEqual([]);
      const ends = await graph().data(
        `query ($id: ID!, $cursor: String) { node(id: $id) { ... on DateArchive {
          after: contents(first: 5, after: $cursor) { nodes { databaseId } } before: contents(last: 1, before: $cursor) { nodes { databaseId } } } } }`,
        { variables: { id, cursor: node.all.pageInfo.endCursor } },
      );
      expect(idsOf(ends.node.after)).toEqual([]);
      expect(idsOf(ends.node.before)).toEqual(idsOf(node.all).slice(count - 2, count - 1));
    });

    it('post formats have posts of theirs', async () => {
      const { site } = await graph().data(`{ site { statuses { name label public } postFormats {
        id name slug link uri decoded: uri(form: DECODED)
        posts(first: 2, offset: 0, where: { exclude: ["1"] }, orderBy: { field: DATE }) { nodes { format } pageInfo { endCursor } }
        last: posts(last: 1) { nodes { format } } } } }`);
      expect(site.statuses).toContainEqual({ name: 'publish', label: 'Published', public: true });
      expect(site.postFormats.length).toBeGreaterThan(3);
      for (const { id, slug, posts } of site.postFormats) {
        for (const { format } of posts.nodes) expect(format).toBe(slug);
        const { node } = await graph().data(
          `query ($id: ID!, $cursor: String) { node(id: $id) { ... on PostFormat {
            after: posts(first: 1, after: $cursor) { nodes { id } } before: posts(last: 1, before: $cursor) { nodes { format } } } } }`,
          { variables: { id, cursor: posts.pageInfo.endCursor } },
        );
        expect(node.before.nodes).toHaveLength(Math.min(1, posts.nodes.length - 1));
      }
    });

    it('a search page shows what a search finds', async () => {
      const results = `totalCount edges { cursor node { title } } nodes {
        title uri decoded: uri(form: DECODED) link type excerpt(words: 9) node { ... on Content { id uri } } } pageInfo { endCursor }`;
      const { page, search } = await graph().data(`{
        page: resolve(uri: "/?s=harbour") { status page redirect { location status } node { ... on SearchPage { id query uri results(first: 3) { ${results} } } } }
        search(query: "harbour", types: ["post", "page"], first: 3) { ${results} } }`);
      const all = page.node.results;
      expect(all.nodes).toHaveLength(3);
      expect(search.totalCount).toBeLessThanOrEqual(all.totalCount);
      for (const { uri, node } of [...all.nodes, ...search.nodes]) expect(uri).toBe(node.uri);
      const after = await graph().data(
        `query ($id: ID!, $cursor: String) { node(id: $id) { ... on SearchPage { results(first: 2, after: $cursor) { nodes { title } } } }
          search(query: "harbour", first: 2, after: $cursor) { nodes { title } } }`,
        { variables: { id: page.node.id, cursor: all.pageInfo.endCursor } },
      );
      expect(after.node.results).toEqual(after.search);
    });

    it('paths lead to their documents, and count them', async () => {
      const fields = `totalCount countsByType { type totalCount } edges { cursor node { uri } } pageInfo { endCursor }
        nodes { uri decoded: uri(form: DECODED) link type modified modifiedGmt image { id } node { ... on Content { uri } ... on Term { uri } } }`;
      const { paths } = await graph().data(`{ paths(first: 4, types: ["post", "category"]) { ${fields} } }`);
      for (const { uri, node } of paths.nodes) expect(node).toEqual({ uri });
      const counts: { totalCount: number }[] = paths.countsByType;
      expect(counts.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(paths.totalCount);
      const next = await graph().data(
        'query ($after: String) { paths(first: 4, types: ["post", "category"], after: $after) { nodes { uri } } }',
        { variables: { after: paths.pageInfo.endCursor } },
      );
      for (const { uri } of next.paths.nodes)
        expect(paths.nodes.map((path: { uri: string }) => path.uri)).not.toContain(uri);
    });

    it('menus have items that lead to what stands at their addresses, by all that they are known by', async () => {
      const item =
        'id databaseId label url uri target title description cssClasses rel type parent { id } node { __typename }';
      const menu = `id databaseId name slug description locations source items { ${item} children { id } } flat: items(flat: true) { id }`;
      const { menus } = await graph().data(`{ menus { ${menu} } none: menu(by: { location: "nowhere" }) { id } }`);
      expect(menus.length).toBeGreaterThan(0);
      for (const { id, databaseId, slug, items, flat } of menus) {
        expect(flat.length).toBeGreaterThanOrEqual(items.length);
        const found = await graph().data(
          `query ($id: ID!, $databaseId: Int!, $slug: String!) { a: menu(by: { id: $id }) { id } b: menu(by: { databaseId: $databaseId }) { id } c: menu(by: { slug: $slug }) { id } }`,
          { variables: { id, databaseId, slug } },
        );
        expect(found).toEqual({ a: { id }, b: { id }, c: { id } });
      }
    });

    it('the site says what stands at its front, and types where their archives are', async () => {
      const { site, contentTypes, nodeByUri, sticky } = await graph().data(`{
        site { language dateFormat timeFormat startOfWeek postsPerPage frontPage { id } postsPage { id } privacyPage { id } }
        contentTypes { name uri isFrontPage isPostsPage } nodeByUri(uri: "/") { ... on ContentType { name } }
        sticky: posts(first: 5, stickyFirst: true) { nodes { sticky } } }`);
      expect(site).toMatchObject({ frontPage: null, postsPage: null });
      expect(nodeByUri).toEqual({ name: 'post' });
      expect(contentTypes).toContainEqual(expect.objectContaining({ name: 'post', uri: '/', isFrontPage: true }));
      expect(sticky.nodes[0].sticky).toBe(true);
    });
  });
}
