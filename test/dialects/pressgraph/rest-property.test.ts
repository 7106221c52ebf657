import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { fieldsOf, type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite, siteOf } from '../../support/scripted-site.ts';

describe('rest(property:), of documents of the sample site', () => {
  let graph: Graph;
  let site: Awaited<ReturnType<typeof createSampleSite>>;
  beforeAll(async () => {
    site = await createSampleSite('http://magazine.test');
    graph = await openGraph(site);
  });
  afterAll(() => graph.close());

  /** What REST itself says. */
  async function rest(route: string): Promise<Record<string, unknown>[]> {
    const { body } = await site.send({
      url: `${site.url}/wp-json/wp/v2/${route}`,
      method: 'GET',
      headers: {},
    } as never);
    return JSON.parse(new TextDecoder().decode(body));
  }

  it.each([
    ['posts', 'posts', 'orderby=id', 'guid.rendered', 'class_list.1', ['class_list', 'guid.rendered']],
    ['pages', 'pages', 'orderby=id', 'title', 'title.rendered', ['title']],
    ['mediaItems', 'media', 'orderby=id', 'media_details.sizes', 'caption.rendered', ['caption', 'media_details']],
    ['authors', 'users', 'orderby=id', 'avatar_urls.48', 'name', ['avatar_urls', 'name']],
    ['categories', 'categories', 'orderby=id', 'count', 'meta.color', ['count', 'meta']],
    ['tags', 'tags', 'orderby=id', 'taxonomy', 'slug', ['slug', 'taxonomy']],
    [
      'comments',
      'comments',
      'orderby=id',
      'content.rendered',
      'author_avatar_urls.24',
      ['author_avatar_urls', 'content'],
    ],
  ])('gives those of %s, any number of them by one request', async (name, route, order, first, second, asked) => {
    const data = await graph.data(`{
      ${name}(first: 5, orderBy: { field: ID, direction: DESC }) {
        nodes { databaseId first: rest(property: "${first}") second: rest(property: "${second}") again: rest(property: "${first}") }
      }
    }`);
    expect(graph.requests.map((request) => request.route)).toEqual([`/wp/v2/${route}`]);
    expect(fieldsOf(graph.requests[0])).toEqual(expect.arrayContaining(asked));
    const known = ['id', 'taxonomy', 'name', 'slug', 'type', 'status', 'post', 'date'];
    expect(fieldsOf(graph.requests[0]).filter((field) => !known.includes(field) && !asked.includes(field))).toEqual([]);
    const at = (document: Record<string, unknown>, path: string) =>
      path.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown>)?.[part], document) ?? null;
    const documents = await rest(`${route}?per_page=5&${order}&order=desc`);
    expect(data[name].nodes).toEqual(
      documents.map((document) => ({
        databaseId: document.id,
        first: at(document, first),
        second: at(document, second),
        again: at(document, first),
      })),
    );
    expect(data[name].nodes.some(({ first }: { first: unknown }) => first !== null)).toBe(true);
  });

  it('is asked together with all else, of what lists, look-ups and references lead to', async () => {
    const { posts, node, post } = await graph.data(`{
      posts(first: 10) { nodes { title rest(property: "ping_status") author { name rest(property: "url") } } }
      node(id: "UG9zdDoxNTA=") { ... on Content { uri rest(property: "title.rendered") } }
      post(by: { databaseId: 150 }) { rest(property: "categories.0") }
    }`);
    expect(graph.requests.map(({ route }) => route).sort()).toEqual(['/wp/v2/posts', '/wp/v2/posts', '/wp/v2/users']);
    expect(posts.nodes[0]).toMatchObject({ rest: expect.any(String), author: { rest: expect.any(String) } });
    expect(node.rest).toEqual(expect.any(String));
    expect(post.rest).toEqual(expect.any(Number));
  });

  it('is known to be absent where a site does not have it, and not asked for again', async () => {
    const absent = '{ post(by: { databaseId: 150 }) { rest(property: "cmb2") } }';
    expect((await graph.data(absent)).post).toEqual({ rest: null });
    expect(graph.requests).toHaveLength(1);
    const again = '{ post(by: { databaseId: 150 }) { again: rest(property: "cmb2.box.0.name") } }';
    expect((await graph.data(again, { warm: true })).post).toEqual({ again: null });
    expect(graph.requests).toHaveLength(0);
  });

  it('waits for what is asked for beside the rest of a list', async () => {
    const { posts } = await graph.data(`{
      posts(first: 3) { nodes { content body: rest(property: "content.rendered") links: rest(property: "_links.self") author { name } } }
    }`);
    expect(graph.to('/wp/v2/posts')).toHaveLength(2);
    for (const { content, body, links } of posts.nodes) {
      expect(body).toBe(content);
      expect(body.length).toBeGreaterThan(10);
      expect(links[0].href).toMatch(/^http/);
    }
  });

  it('shows an editor no more than anybody: nothing is asked for in another context', async () => {
    const { post } = await graph.data(
      '{ post(by: { databaseId: 150 }) { raw: rest(property: "content.raw") password: rest(property: "password") } }',
      { headers: { authorization: 'Basic YTpi' } },
    );
    expect(post).toEqual({ raw: null, password: null });
    expect(graph.requests.filter(({ query }) => query.context !== undefined)).toEqual([]);
  });

  it.each([
    ['', /"" is no name/],
    [' ', /" " is no name/],
    ['title,content', /"title,content" has a comma/],
    ['acf..title', /"acf\.\.title" has a dot without a name/],
    ['acf.', /has a dot without a name/],
    ['.acf', /has a dot without a name/],
    ['acf. ', /has a dot without a name/],
    ['a b', /has white space/],
    ['a\u00a0b.c', /has white space/],
    ['__proto__', /names what no document has/],
    ['meta.__proto__', /names what no document has/],
    ['x'.repeat(300), /^Argument "property": "x{40}…" is longer than 200 characters\.$/],
  ])('refuses %j, and nothing else', async (property, message) => {
    const query = `query ($property: String!) { post(by: { databaseId: 150 }) { slug title rest(property: $property) } }`;
    const { data, errors } = await graph.run(query, { variables: { property } });
    expect(data.post).toMatchObject({ slug: 'the-long-way-round', rest: null });
    expect(errors).toMatchObject([{ path: ['post', 'rest'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toMatch(message);
    expect(fieldsOf(graph.requests[0]).join()).not.toMatch(/acf|meta|x|a b|content/);
  });

  it('gives nothing that every object has', async () => {
    const names = ['constructor', 'toString.name', 'title.constructor', 'class_list.length', 'slug.0'];
    const selected = names.map((name, index) => `p${index}: rest(property: "${name}")`).join(' ');
    const { post } = await graph.data(`{ post(by: { databaseId: 150 }) { ${selected} } }`);
    expect(Object.values(post)).toEqual(names.map(() => null));
  });
});

describe('rest(property:), of what a plugin has added and no schema names', () => {
  const open: Graph[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((graph) => graph.close()));
  });

  it('gives it as it came, whole and in parts', async () => {
    const cmb2 = { box: [{ name: 'first', _cmb_list: { '4': '/four.jpg' } }], 'a name, odd': 7, empty: '' };
    const graph = await openGraph(
      siteOf({
        '/wp/v2/posts': list([{ id: 1, cmb2 }, { id: 2, cmb2: false }, { id: 3 }]),
        '/wp/v2/tags': list([{ id: 5, name: 'Food', acf: { hero: { title: 'Hello' } } }]),
      }),
    );
    open.push(graph);
    const { posts, tags } = await graph.data(`{
      posts {
        nodes {
          whole: rest(property: "cmb2")
          name: rest(property: "cmb2.box.0.name")
          file: rest(property: "cmb2.box.0._cmb_list.4")
          beyond: rest(property: "cmb2.box.1.name")
          empty: rest(property: "cmb2.empty")
        }
      }
      tags { nodes { rest(property: "acf.hero.title") } }
    }`);
    expect(posts.nodes).toEqual([
      { whole: cmb2, name: 'first', file: '/four.jpg', beyond: null, empty: '' },
      { whole: false, name: null, file: null, beyond: null, empty: null },
      { whole: null, name: null, file: null, beyond: null, empty: null },
    ]);
    expect(tags.nodes).toEqual([{ rest: 'Hello' }]);
    expect(graph.requests.map((request) => [request.route, fieldsOf(request)])).toEqual([
      ['/wp/v2/posts', ['cmb2', 'date', 'id', 'status', 'type']],
      ['/wp/v2/tags', ['acf', 'id', 'name', 'slug', 'taxonomy']],
    ]);
  });

  it('asks for links beside the fields of ACF, which writes its own there alone', async () => {
    const acf = {
      type: 'object',
      properties: { related: { type: ['integer', 'array', 'null'], items: { type: 'integer' } } },
    };
    const site = scriptedSite(
      ({ route, query, request }) => {
        if (route !== '/wp/v2/posts') return undefined;
        if (request.method === 'OPTIONS') return { json: { schema: { properties: { acf } } } };
        const links = query.get('_fields')?.split(',').includes('acf') ? { 'acf:post': [{ href: '/7' }] } : {};
        return list([{ id: 1, acf: { related: [7] }, _links: links }]);
      },
      '/wp-json',
      false,
    );
    const graph = await openGraph(site);
    open.push(graph);
    const { posts } = await graph.data('{ posts { nodes { rest(property: "_links") } } }');
    expect(posts.nodes).toEqual([{ rest: { 'acf:post': [{ href: '/7' }] } }]);
    expect(graph.requests).toHaveLength(1);
  });

  it('asks for the part alone where a path can name it', async () => {
    const graph = await openGraph(siteOf({ '/wp/v2/posts': list([{ id: 1, acf: { hero: { title: 'Hello' } } }]) }));
    open.push(graph);
    const { posts } = await graph.data('{ posts { nodes { rest(property: "acf.hero.title") } } }');
    expect(posts.nodes).toEqual([{ rest: 'Hello' }]);
    expect(fieldsOf(graph.requests[0])).toContain('acf.hero.title');
  });
});
