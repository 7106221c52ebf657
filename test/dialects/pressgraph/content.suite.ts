import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

/** Each type with each of its fields, on documents whose every value is known. */
export function contentSuite(site: () => TestSite): void {
  describe('content', () => {
    let graph: Graph;
    let home: string;
    beforeAll(async () => {
      graph = await openGraph(site());
      home = new URL(site().url).origin;
    });
    afterAll(() => graph.close());

    it('gives every field of a post', async () => {
      const { post } = await graph.data(`{
        post(by: { databaseId: 133 }) {
          __typename id databaseId date dateGmt modified modifiedGmt guid slug status type link uri title
          content excerpt isProtected commentStatus pingStatus sticky template format meta classList
          author { databaseId name } featuredMedia { databaseId } categories { slug } tags { slug }
          contentType { name label restRoute } comments { totalCount } attachments { totalCount }
          revisionCount allowedMethods restUrl
        }
      }`);
      expect(post).toMatchObject({
        __typename: 'Post',
        databaseId: 133,
        id: Buffer.from('Post:133').toString('base64'),
        status: 'publish',
        type: 'post',
        isProtected: false,
        commentStatus: 'open',
        sticky: false,
        format: 'standard',
        contentType: { name: 'post', restRoute: '/wp/v2/posts' },
        comments: { totalCount: 12 },
        restUrl: `${home}/wp-json/wp/v2/posts/133`,
      });
      expect(post.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      expect(post.dateGmt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.000)?Z$/);
      expect(post.link).toBe(`${home}${post.uri}`);
      expect(post.uri).toBe(`/${post.date.slice(0, 10).replaceAll('-', '/')}/${post.slug}/`);
      expect(post.content).toContain('<');
      // WordPress registers footnotes from 6.5 on.
      expect(JSON.parse(post.meta.footnotes ?? '[{}]')).not.toHaveLength(0);
      expect(post.categories.length).toBeGreaterThan(0);
      expect(post.revisionCount).toBe(0);
    });

    it('keeps HTML by default, and decodes and strips for TEXT', async () => {
      const { post } = await graph.data(`{
        post(by: { databaseId: 116 }) {
          html: title text: title(format: TEXT) content body: content(format: TEXT) excerpt short: excerpt(format: TEXT)
        }
      }`);
      expect(post.html).toContain('<em>');
      expect(post.text).not.toMatch(/[<>]|&\w+;|&#\d+;/);
      expect(post.content).toMatch(/<p[ >]/);
      expect(post.body).not.toMatch(/<\/?(p|em|strong|h2|li)\b|&#\d+;|&amp;/);
      expect(post.short).not.toMatch(/<p>/);
    });

    it('gives slugs and paths of other scripts decoded, and finds them either way', async () => {
      const { a, b, c } = await graph.data(`{
        a: post(by: { databaseId: 110 }) { slug link }
        b: post(by: { slug: "港の朝" }) { databaseId }
        c: post(by: { slug: "${encodeURIComponent('港の朝').toLowerCase()}" }) { databaseId }
      }`);
      expect(a.slug).toBe('港の朝');
      expect([b.databaseId, c.databaseId]).toEqual([110, 110]);
    });

    it('gives every field of a page, with its tree', async () => {
      const { page, root } = await graph.data(`{
        page(by: { databaseId: 403 }) {
          __typename title slug uri menuOrder template isProtected content
          parent { databaseId parent { databaseId parent { databaseId } } } ancestors { databaseId }
        }
        root: page(by: { databaseId: 401 }) {
          children { nodes { databaseId children { nodes { databaseId } } } } comments { totalCount } ancestors { databaseId } parent { databaseId }
        }
      }`);
      expect(page).toMatchObject({
        __typename: 'Page',
        slug: 'history',
        parent: { databaseId: 402, parent: { databaseId: 401, parent: null } },
        ancestors: [{ databaseId: 402 }, { databaseId: 401 }],
      });
      expect(page.uri).toMatch(/^\/.+\/.+\/history\/$/);
      expect(root).toEqual({
        children: { nodes: [{ databaseId: 402, children: { nodes: [{ databaseId: 403 }] } }] },
        comments: { totalCount: 3 },
        ancestors: [],
        parent: null,
      });
    });

    it('gives every field of an author', async () => {
      const { authors } = await graph.data(`{
        authors(first: 2) {
          nodes { id databaseId name slug description url link uri avatar small: avatar(size: 48) odd: avatar(size: 200) posts(first: 2) { totalCount nodes { author { databaseId } } } }
        }
      }`);
      for (const author of authors.nodes) {
        expect(author.link).toContain(`/author/${author.slug}/`);
        expect(author.uri).toBe(`/author/${author.slug}/`);
        expect(author.avatar).toMatch(/s=96/);
        expect(author.small).toMatch(/s=48/);
        expect(author.odd).toMatch(/s=200/);
        expect(author.posts.totalCount).toBeGreaterThan(0);
        for (const post of author.posts.nodes) expect(post.author.databaseId).toBe(author.databaseId);
      }
    });

    it('gives names as plain text', async () => {
      const { category, author } = await graph.data(`{
        category(by: { databaseId: 12 }) { name }
        author: post(by: { slug: "the-winter-boat-shed" }) { author { name } }
      }`);
      expect(category.name).toBe('Bread & Salt');
      expect(JSON.stringify(author)).not.toContain('&amp;');
    });

    it('gives every field of terms', async () => {
      const { category, tag } = await graph.data(`{
        category(by: { databaseId: 13 }) {
          __typename id databaseId name slug description count link uri taxonomy { name label hierarchical }
          parent { databaseId } ancestors { databaseId } children { nodes { name } totalCount } posts(first: 1) { totalCount nodes { title } }
        }
        tag(by: { databaseId: 41 }) { __typename name slug count taxonomy { name hierarchical } posts { totalCount } }
      }`);
      expect(category).toMatchObject({
        __typename: 'Category',
        databaseId: 13,
        taxonomy: { name: 'category', hierarchical: true },
        parent: { databaseId: 12 },
        ancestors: [{ databaseId: 12 }, { databaseId: 11 }],
        children: { nodes: [], totalCount: 0 },
      });
      expect(category.posts.totalCount).toBe(category.count);
      expect(tag).toMatchObject({
        __typename: 'Tag',
        name: '港',
        slug: '港',
        taxonomy: { name: 'post_tag', hierarchical: false },
      });
      expect(tag.posts.totalCount).toBe(tag.count);
    });

    it('gives every field of an image', async () => {
      const { media } = await graph.data(`{
        media(by: { databaseId: 301 }) {
          __typename title slug status type caption text: caption(format: TEXT) description altText mimeType mediaType sourceUrl
          thumbnail: sourceUrl(size: "thumbnail") unknown: sourceUrl(size: "no-such-size") width height fileSize
          sizes { name width height file mimeType fileSize sourceUrl } srcSet medium: srcSet(size: "medium")
          imageMeta { camera aperture keywords } mediaDetails author { name } post { __typename databaseId }
        }
      }`);
      expect(media).toMatchObject({
        __typename: 'Media',
        status: 'inherit',
        type: 'attachment',
        mediaType: 'image',
        mimeType: 'image/jpeg',
      });
      expect(media.caption).toContain('<a ');
      expect(media.text).not.toMatch(/[<>]|&amp;/);
      expect(media.sizes.map(({ name }: { name: string }) => name)).toEqual(
        expect.arrayContaining(['thumbnail', 'medium', 'full']),
      );
      expect(media.thumbnail).toContain('-150x150');
      expect(media.unknown).toBe(media.sourceUrl);
      expect(media.srcSet.split(', ')[0]).toBe(`${media.sourceUrl} ${media.width}w`);
      expect(media.medium.split(', ')[0]).toMatch(/-300x200\.\w+ 300w$/);
      expect(media.imageMeta).toEqual({ camera: null, aperture: null, keywords: [] });
      expect(media.mediaDetails.width).toBe(media.width);
    });

    it('gives what is no image without sizes', async () => {
      const { media } = await graph.data(`{
        media(by: { databaseId: 309 }) { mediaType mimeType width height srcSet sizes { name } imageMeta { camera } sourceUrl post { databaseId } }
      }`);
      expect(media).toMatchObject({
        mediaType: 'file',
        mimeType: 'application/pdf',
        srcSet: null,
        imageMeta: null,
        post: { databaseId: 156 },
      });
    });

    it('gives every field of a comment, with its thread', async () => {
      const { comments } = await graph.data(`{
        comments(first: 100, where: { posts: [150] }, orderBy: { field: DATE, direction: ASC }) {
          totalCount
          nodes {
            id databaseId content text: content(format: TEXT) date dateGmt status type authorName authorUrl avatar link uri
            author { databaseId name } parent { databaseId } replies { totalCount nodes { parent { databaseId } } }
            post { __typename databaseId ... on Post { title } }
          }
        }
      }`);
      expect(comments.totalCount).toBe(28);
      expect(comments.nodes).toHaveLength(28);
      const withReplies = comments.nodes.filter(
        (node: { replies: { totalCount: number } }) => node.replies.totalCount > 0,
      );
      expect(withReplies.length).toBeGreaterThan(0);
      for (const comment of withReplies) {
        for (const reply of comment.replies.nodes) expect(reply.parent.databaseId).toBe(comment.databaseId);
      }
      for (const comment of comments.nodes) {
        expect(comment).toMatchObject({
          status: 'approved',
          type: 'comment',
          post: { __typename: 'Post', databaseId: 150 },
        });
        expect(comment.uri).toContain(`#comment-${comment.databaseId}`);
      }
      const dates = comments.nodes.map(({ date }: { date: string }) => date);
      expect(dates).toEqual([...dates].sort());
    });

    it('names a page as what its comments are on', async () => {
      const { comments } = await graph.data(
        '{ comments(where: { posts: [401] }) { nodes { post { __typename databaseId uri } } } }',
      );
      expect(comments.nodes).toHaveLength(3);
      expect(comments.nodes[0].post).toMatchObject({ __typename: 'Page', databaseId: 401 });
    });

    it('gives what was uploaded to a post', async () => {
      const { post } = await graph.data(
        '{ post(by: { databaseId: 156 }) { attachments { totalCount nodes { databaseId post { databaseId } } } } }',
      );
      expect(post.attachments.totalCount).toBe(3);
      expect(post.attachments.nodes.map(({ databaseId }: { databaseId: number }) => databaseId).sort()).toEqual([
        302, 308, 309,
      ]);
    });

    it('gives the site, its types and taxonomies', async () => {
      const {
        site: index,
        contentTypes,
        taxonomies,
        contentType,
        taxonomy,
      } = await graph.data(`{
        site { name description url home timezone gmtOffset iconUrl icon { databaseId } logo { databaseId } }
        contentTypes { name hierarchical taxonomies { name } }
        taxonomies { name hierarchical contentTypes { name } }
        contentType(name: "page") { id name label restBase } taxonomy(name: "no-such") { name }
      }`);
      expect(index).toMatchObject({
        name: 'Harbour & Hinterland',
        timezone: 'Europe/Lisbon',
        home,
        icon: null,
        logo: null,
        iconUrl: null,
      });
      expect(contentTypes).toContainEqual({
        name: 'post',
        hierarchical: false,
        taxonomies: [{ name: 'category' }, { name: 'post_tag' }],
      });
      expect(taxonomies).toContainEqual({ name: 'category', hierarchical: true, contentTypes: [{ name: 'post' }] });
      expect(contentType).toMatchObject({ name: 'page', restBase: 'pages' });
      expect(taxonomy).toBeNull();
    });
  });

  describe('absences', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site());
    });
    afterAll(() => graph.close());

    it('a post whose author is gone has none, and keeps its other fields', async () => {
      const { post } = await graph.data('{ post(by: { databaseId: 158 }) { title author { name } } }');
      expect(post.author).toBeNull();
      expect(post.title).toBeTruthy();
    });

    it('a post whose image was removed has none', async () => {
      const { post } = await graph.data('{ post(by: { databaseId: 130 }) { title featuredMedia { sourceUrl } } }');
      expect(post).toMatchObject({ featuredMedia: null });
    });

    it('drafts, private, pending and future posts are not there', async () => {
      const { nodes } = await graph.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        variables: { ids: [128, 160, 178, 185, 259].map((id) => Buffer.from(`Post:${id}`).toString('base64')) },
      });
      expect(nodes).toEqual([null, null, null, null, null]);
    });

    it('a protected post keeps its title and gives neither body nor comments; its siblings are untouched', async () => {
      const { posts } = await graph.data(`{
        posts(where: { include: [142, 150] }, orderBy: { field: INCLUDE }) {
          nodes { isProtected title content excerpt comments { totalCount nodes { content } } }
        }
      }`);
      const [closed, open] = posts.nodes;
      expect(closed).toMatchObject({
        isProtected: true,
        content: null,
        excerpt: null,
        comments: { totalCount: 0, nodes: [] },
      });
      expect(closed.title).toBeTruthy();
      expect(open.isProtected).toBe(false);
      expect(open.content).toBeTruthy();
      expect(open.comments.totalCount).toBe(28);
    });

    it('one protected post does not spoil the comments of those asked with it', async () => {
      const { nodes } = await graph.data(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Post { comments { totalCount } } } }',
        {
          variables: { ids: [142, 150, 133].map((id) => Buffer.from(`Post:${id}`).toString('base64')) },
        },
      );
      expect(nodes.map((node: { comments: { totalCount: number } }) => node.comments.totalCount)).toEqual([0, 28, 12]);
    });

    it('comments that are not approved are not there', async () => {
      const { nodes, comments } = await graph.data(
        `query ($ids: [ID!]!) {
        nodes(ids: $ids) { id }
        comments(where: { include: [22, 32, 35, 57] }) { totalCount nodes { id } }
      }`,
        { variables: { ids: [22, 32, 35].map((id) => Buffer.from(`Comment:${id}`).toString('base64')) } },
      );
      expect(nodes).toEqual([null, null, null]);
      expect(comments).toEqual({ totalCount: 0, nodes: [] });
    });

    it('an image that hangs on a draft is not there', async () => {
      const { media } = await graph.data('{ media(by: { databaseId: 311 }) { title } }');
      expect(media).toBeNull();
    });

    it('a contributor without a published post is not there', async () => {
      const { author } = await graph.data('{ author(by: { databaseId: 12 }) { name } }');
      expect(author).toBeNull();
    });

    it('the stored form of a text needs credentials', async () => {
      const { data, errors } = await graph.run('{ post(by: { databaseId: 150 }) { title content(format: RAW) } }');
      expect(data.post).toMatchObject({ content: null });
      expect(data.post.title).toBeTruthy();
      expect(errors?.[0]).toMatchObject({ path: ['post', 'content'], extensions: { code: 'UNAUTHENTICATED' } });
    });
  });
}
