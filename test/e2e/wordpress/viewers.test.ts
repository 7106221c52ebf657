import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';

/** What viewers with credentials see, on real WordPress: each by the rights that the site gives them. */
describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(networkSite(site.url));
  });
  afterAll(() => graph.close());

  const as = (login: string, password = site.users[login]?.applicationPassword) => ({
    headers: { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` },
  });
  const hidden = `{
    draft: post(by: { databaseId: 128 }) { title status dateGmt }
    hiddenPost: post(by: { databaseId: 178 }) { status }
    future: post(by: { databaseId: 259 }) { status }
    image: media(by: { databaseId: 311 }) { sourceUrl }
  }`;

  it('an editor sees drafts, private and future posts, and what hangs on them', async () => {
    const found = await graph.data(hidden, as('tom'));
    expect(found).toMatchObject({
      draft: { status: 'draft' },
      hiddenPost: { status: 'private' },
      future: { status: 'future' },
    });
    expect(found.image.sourceUrl).toContain('/uploads/');
  });

  it('a contributor and an anonymous visitor do not', async () => {
    const nothing = { draft: null, hiddenPost: null, future: null, image: null };
    expect(await graph.data(hidden, as('pip'))).toMatchObject({ draft: null, hiddenPost: null, future: null });
    expect(await graph.data(hidden)).toEqual(nothing);
  });

  it('an editor lists drafts by status, and reads a text as it is stored', async () => {
    const { posts, post } = await graph.data(
      `{ posts(where: { status: ["draft"] }) { nodes { databaseId status } } post(by: { databaseId: 150 }) { content(format: RAW) title(format: RAW) } }`,
      as('tom'),
    );
    expect(posts.nodes).toContainEqual({ databaseId: 128, status: 'draft' });
    expect(post.content).toContain('<!-- wp:');
    expect(post.title).not.toContain('&#');
  });

  it('a contributor may not read what is stored of others', async () => {
    const { data, errors } = await graph.run(
      '{ post(by: { databaseId: 150 }) { title content(format: RAW) } }',
      as('pip'),
    );
    expect(data.post.content).toBeNull();
    expect(data.post.title).toBeTruthy();
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('an editor reads a protected post and its comments', async () => {
    const { post } = await graph.data(
      '{ post(by: { databaseId: 142 }) { isProtected comments { totalCount } } }',
      as('tom'),
    );
    expect(post.isProtected).toBe(true);
    expect(post.comments.totalCount).toBe(1);
  });

  it('says over REST what each may do', async () => {
    const query = '{ post(by: { databaseId: 150 }) { allowedMethods } }';
    const [visitor, editor] = [await graph.data(query), await graph.data(query, as('tom'))];
    // Target hints came with 6.7.
    const known = Number(site.version.split('.').slice(0, 2).join('.')) >= 6.7;
    expect(visitor.post.allowedMethods).toEqual(known ? ['GET'] : null);
    if (known) expect(editor.post.allowedMethods).toEqual(expect.arrayContaining(['GET', 'POST', 'DELETE']));
    else expect(editor.post.allowedMethods).toBeNull();
  });

  it('a wrong password is an error where WordPress says so, and never more than a visitor sees', async () => {
    const { data, errors } = await graph.run(hidden, as('tom', 'wrong wrong wrong'));
    expect(data).toEqual({ draft: null, hiddenPost: null, future: null, image: null });
    for (const error of errors ?? []) expect(error.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('nothing that an editor saw is told to the visitor who asks next', async () => {
    await graph.data(hidden, as('tom'));
    const [visitor] = await Promise.all([graph.data(hidden), graph.data(hidden, as('tom'))]);
    expect(visitor).toEqual({ draft: null, hiddenPost: null, future: null, image: null });
  });
});
