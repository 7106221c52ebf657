import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, type Graph, openGraph, type TestSite } from '../../support/graph.ts';

/** What the heart of the program promises: how many requests a query takes, and what each asks for. */
export function batchingSuite(site: () => TestSite): void {
  describe('batching', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site());
    });
    afterAll(() => graph.close());

    const listQuery = `query List($first: Int!) {
      posts(first: $first) {
        nodes {
          title
          author { name }
          categories { name }
          tags { name }
          featuredMedia { sourceUrl }
        }
      }
    }`;

    it.each([10, 100])('%i posts with author, categories, tags and image take 5 requests', async (first) => {
      const { posts } = await graph.data(listQuery, { variables: { first } });
      expect(posts.nodes.length).toBeGreaterThan(5);
      expect(graph.requests.map(({ route }) => route).sort()).toEqual([
        '/wp/v2/categories',
        '/wp/v2/media',
        '/wp/v2/posts',
        '/wp/v2/tags',
        '/wp/v2/users',
      ]);
      expect(graph.requests[0]?.route).toBe('/wp/v2/posts');
    });

    it('the same takes 5 requests when only the ids of authors and images are asked for: these may be gone', async () => {
      await graph.data(`{
        posts(first: 10) {
          nodes { title author { databaseId } categories { name } tags { name } featuredMedia { databaseId id } }
        }
      }`);
      expect(graph.requests.map(({ route }) => route).sort()).toEqual([
        '/wp/v2/categories',
        '/wp/v2/media',
        '/wp/v2/posts',
        '/wp/v2/tags',
        '/wp/v2/users',
      ]);
    });

    it.each(['slug: "the-long-way-round"', 'databaseId: 150', 'uri: "/?p=150"'])(
      'one post (%s) with author, categories, tags and image takes 1 request, and these are known then',
      async (by) => {
        const neighbours = 'author { name } categories { name } tags { name slug } featuredMedia { sourceUrl altText }';
        const { post } = await graph.data(`{ post(by: { ${by} }) { title content ${neighbours} } }`);
        expect(graph.requests.map(({ route }) => route)).toEqual(['/wp/v2/posts']);
        const listed = await graph.data(
          `{ posts(first: 1, where: { include: [150] }) { nodes { title ${neighbours} } } }`,
          { warm: true },
        );
        const { content, ...others } = post;
        expect(content).toBeTruthy();
        expect(listed.posts.nodes).toEqual([others]);
        expect(graph.requests.map(({ route }) => route)).toEqual(['/wp/v2/posts']);
      },
    );

    it('comments of 10 posts take one round more, their authors another', async () => {
      const { posts } = await graph.data(`{
        posts(first: 10, where: { include: [150, 133, 260, 131, 219, 212, 207, 198, 195, 193] }, orderBy: { field: INCLUDE }) {
          nodes { databaseId comments(first: 5) { nodes { authorName author { name } } pageInfo { hasNextPage } } }
        }
      }`);
      const counts = posts.nodes.map((post: { comments: { nodes: unknown[] } }) => post.comments.nodes.length);
      expect(counts[0]).toBe(5);
      expect(counts[1]).toBe(5);
      expect(posts.nodes[0].comments.pageInfo.hasNextPage).toBe(true);
      expect(graph.to('/wp/v2/posts')).toHaveLength(1);
      expect(graph.to('/wp/v2/users').length).toBeLessThanOrEqual(1);
      const [together, ...toppedUp] = graph.to('/wp/v2/comments');
      expect(together?.query.post).toBe('150,133,260,131,219,212,207,198,195,193');
      // Only posts with more comments than a common page of 100 could show may be asked for on their own.
      expect(toppedUp.every(({ query }) => !query.post?.includes(','))).toBe(true);
    });

    it('5 authors with their 3 newest posts each, and the image of each, take no request a post', async () => {
      const { authors } = await graph.data(`{
        authors(first: 5) { nodes { name posts(first: 3) { nodes { title date featuredMedia { sourceUrl } } } } }
      }`);
      expect(authors.nodes).toHaveLength(5);
      for (const author of authors.nodes) {
        const dates = author.posts.nodes.map(({ date }: { date: string }) => date);
        expect(dates).toEqual([...dates].sort().reverse());
        expect(dates.length).toBeGreaterThan(0);
      }
      const topUps = graph.to('/wp/v2/posts').filter(({ query }) => !query.author?.includes(','));
      expect(graph.requests.length - topUps.length).toBeLessThanOrEqual(3);
      expect(topUps.length).toBeLessThan(5);
    });

    it('a category with ancestors and children to depth 3 takes its own request and one for the whole tree', async () => {
      const { category } = await graph.data(`{
        category(by: { databaseId: 2 }) {
          name
          ancestors { name }
          children { nodes { name ancestors { name } children { nodes { name ancestors { name } children { nodes { name } } } } } }
        }
      }`);
      const [child] = category.children.nodes.filter(
        (node: { children: { nodes: unknown[] } }) => node.children.nodes.length > 0,
      );
      const [grandchild] = child.children.nodes;
      expect(grandchild.ancestors.map(({ name }: { name: string }) => name)).toEqual([child.name, category.name]);
      expect(graph.requests.length).toBeLessThanOrEqual(2);
    });

    it('a page with ancestors and children takes one request a level', async () => {
      const { page } = await graph.data(`{
        page(by: { databaseId: 403 }) { title ancestors { databaseId title } }
      }`);
      expect(page.ancestors.map(({ databaseId }: { databaseId: number }) => databaseId)).toEqual([402, 401]);
      expect(graph.requests).toHaveLength(3);
      await graph.data('{ pages(first: 3, where: { topLevel: true }) { nodes { children { nodes { title } } } } }');
      expect(graph.requests).toHaveLength(2);
    });

    it('the same post reached by four paths is fetched once', async () => {
      const { one, two, three, comment } = await graph.data(`{
        one: post(by: { databaseId: 150 }) { title }
        two: post(by: { databaseId: 150 }) { slug }
        three: node(id: "${Buffer.from('Post:150').toString('base64')}") { ... on Post { date } }
        comment: media(by: { databaseId: 302 }) { post { ... on Post { databaseId link } } }
      }`);
      expect([one.title, two.slug, three.date].every((value) => typeof value === 'string')).toBe(true);
      expect(comment.post.databaseId).toBe(156);
      expect(graph.to('/wp/v2/posts')).toHaveLength(2);
      const again = await graph.data(`{
        one: post(by: { databaseId: 156 }) { title }
        two: nodes(ids: ["${Buffer.from('Post:156').toString('base64')}"]) { ... on Post { slug } }
        three: mediaItems(first: 1, where: { include: [302] }) { nodes { post { ... on Post { date } } } }
        four: comments(first: 1, where: { posts: [150] }) { nodes { post { databaseId } } }
      }`);
      expect(again.three.nodes[0].post.date).toMatch(/^20/);
      // Whether the post of the comment is there is asked with it or by itself, as comments come.
      const asked = graph.to('/wp/v2/posts').filter(({ query }) => query.include?.split(',').includes('156'));
      expect(asked).toHaveLength(1);
      expect(fieldsOf(asked[0])).toEqual(['date', 'id', 'slug', 'status', 'title', 'type']);
    });

    it('ids beyond a hundred are split, duplicates asked once, missing ones null each for itself', async () => {
      const ids = Array.from({ length: 100 }, (_, index) =>
        Buffer.from(`Post:${9_000_000 + index}`).toString('base64'),
      );
      const { nodes } = await graph.data('query Nodes($ids: [ID!]!) { nodes(ids: $ids) { ... on Post { title } } }', {
        variables: {
          ids: [
            ...ids.slice(0, 97),
            ...['Post:150', 'Post:150', 'Post:133'].map((id) => Buffer.from(id).toString('base64')),
          ],
        },
      });
      expect(graph.requests).toHaveLength(1);
      expect(graph.requests[0]?.query.include?.split(',')).toHaveLength(99);
      expect(nodes.slice(0, 97)).toEqual(Array.from({ length: 97 }, () => null));
      expect(nodes.slice(97).every((node: { title?: string }) => node.title)).toBe(true);

      await graph.data(
        'query Nodes($ids: [ID!]!, $more: [ID!]!) { a: nodes(ids: $ids) { ... on Post { title } } b: nodes(ids: $more) { ... on Post { title } } }',
        {
          variables: {
            ids,
            more: Array.from({ length: 50 }, (_, index) => Buffer.from(`Post:${8_000_000 + index}`).toString('base64')),
          },
        },
      );
      expect(graph.requests.map(({ query }) => query.include?.split(',').length)).toEqual([100, 50]);
    });
  });

  describe('what is asked for', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site());
    });
    afterAll(() => graph.close());

    it('just the properties that the selection needs', async () => {
      await graph.data('{ posts(first: 2) { nodes { slug } } }');
      expect(fieldsOf(graph.requests[0])).toEqual(['date', 'id', 'slug', 'status', 'type']);
    });

    it('of fragments, aliases, interfaces, nodes and edges alike', async () => {
      await graph.data(`
        query { posts(first: 2) { nodes { ...Name } edges { cursor node { address: link ... on Content { status } } } } }
        fragment Name on Node { id ... on Post { heading: title format } }
      `);
      expect(fieldsOf(graph.requests[0])).toEqual(['date', 'format', 'id', 'link', 'status', 'title', 'type']);
    });

    it('not of what @skip and @include leave out', async () => {
      const query = `query ($long: Boolean!) {
        posts(first: 2) { nodes { title excerpt @include(if: $long) ... @skip(if: $long) { slug } } }
      }`;
      await graph.data(query, { variables: { long: false } });
      expect(fieldsOf(graph.requests[0])).toEqual(['date', 'id', 'slug', 'status', 'title', 'type']);
      await graph.data(query, { variables: { long: true } });
      expect(fieldsOf(graph.requests[0])).toEqual(['date', 'excerpt', 'id', 'status', 'title', 'type']);
    });

    it('never content, excerpt or links that nobody selected', async () => {
      await graph.data(`{
        posts(first: 3) {
          nodes { title isProtected author { name posts(first: 1) { nodes { title } } } comments { nodes { content } }
                  categories { name parent { name } } featuredMedia { sourceUrl } attachments { nodes { altText } } }
        }
      }`);
      for (const request of graph.requests) {
        const expensive =
          request.route === '/wp/v2/comments' ? ['_links'] : ['content', 'excerpt', 'caption', 'description', '_links'];
        expect(fieldsOf(request).filter((field) => expensive.includes(field))).toEqual([]);
      }
    });

    it('two aliases of one document both get theirs', async () => {
      const { a, b } = await graph.data(`{
        a: post(by: { databaseId: 150 }) { title }
        b: post(by: { databaseId: 150 }) { excerpt(format: TEXT) }
      }`);
      expect(graph.requests).toHaveLength(1);
      expect(a.title).toBeTruthy();
      expect(b.excerpt).toBeTruthy();
    });

    it('a total alone asks for no document', async () => {
      const { posts } = await graph.data('{ posts { totalCount } }');
      expect(posts.totalCount).toBeGreaterThanOrEqual(60);
      expect(graph.requests).toHaveLength(1);
      expect(graph.requests[0]?.query).toMatchObject({ per_page: '1', _fields: 'id,status,type' });
    });
  });
}
