import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';

/** The magazine's menus are those of `src/sample/data/menus.json`. */
describe.each(
  inject('wordpressSites')
    .filter(({ profile }) => profile === 'magazine')
    .map((site) => [site.name, site] as const),
)('%s', (_name, site) => {
  const open: Graph[] = [];
  const accountOf = (login: string) => `${login}:${site.users[login]?.applicationPassword}`;
  const openFor = async (serviceAccount: string) => {
    const graph = await openGraph(networkSite(site.url), { settings: { serviceAccount } });
    open.push(graph);
    return graph;
  };
  let graph: Graph;
  beforeAll(async () => {
    graph = await openFor(accountOf('tom'));
  });
  afterAll(async () => {
    await Promise.all(open.map((each) => each.close()));
  });

  it('shows an editor for everybody what its classic menus are', async () => {
    const fields = 'label uri target title cssClasses node { __typename ... on Page { slug } }';
    const { menu } = await graph.data(
      `{ menu(by: { location: "primary" }) { name slug description locations source databaseId items { ${fields} children { ${fields} children { label } } } } }`,
    );
    expect(menu).toMatchObject({
      name: 'Harbour & shore',
      slug: 'harbour-shore',
      description: 'Above every page.',
      locations: ['primary'],
      source: 'CLASSIC',
      databaseId: 91,
    });
    const told = menu.items.map(({ label, children }: { label: string; children: { label: string }[] }) => [
      label,
      ...children.map((child) => child.label),
    ]);
    expect(told.map(([label]: string[]) => label)).toEqual([
      'Home',
      'About us',
      'Coast & Sea',
      'Bookshelf',
      'The long way round',
      'Tide tables',
      'November 2024',
      'To the top',
    ]);
    expect(told[1]).toEqual(['About us', 'The team', 'Stockists']);
    const [home, about, coast, shelf, long, tides, , top] = menu.items;
    expect(home.uri).toBe('/');
    expect(about).toMatchObject({ uri: '/about/', node: { __typename: 'Page', slug: 'about' } });
    // What is not published is not for visitors.
    expect(about.children[1]).toMatchObject({ label: 'Stockists', node: null });
    expect(coast).toMatchObject({ title: 'Everything with salt in it', cssClasses: ['wide', 'has-tide'] });
    expect([coast, shelf, long].map(({ node }) => node?.__typename)).toEqual(['Category', expect.anything(), 'Post']);
    expect(tides).toMatchObject({ uri: null, target: '_blank', node: null });
    expect(top).toMatchObject({ uri: null, node: null });
  });

  it('costs three requests in one round, and none when it is known', async () => {
    const query = '{ menus { name source items(flat: true) { label uri } } }';
    const menus = await graph.data(query);
    expect(graph.requests.map(({ route }) => route).sort()).toEqual([
      '/wp/v2/menu-items',
      '/wp/v2/menus',
      '/wp/v2/navigation',
    ]);
    expect(await graph.data(query, { warm: true })).toEqual(menus);
    expect(graph.requests).toEqual([]);
  });

  it('shows anybody its navigations, as visitors see them', async () => {
    const { menu } = await graph.data(
      '{ menu(by: { slug: "main-navigation" }) { source items { label uri children { label uri } } } }',
    );
    expect(menu.source).toBe('NAVIGATION');
    expect(menu.items.map(({ label }: { label: string }) => label)).toEqual([
      'Home',
      'About us',
      'Coast & Sea',
      'The long way round',
      'Elsewhere',
    ]);
    expect(menu.items[1].children).toEqual([{ label: 'The team', uri: '/about/team/' }]);
    const { menu: foot } = await graph.data('{ menu(by: { slug: "foot-of-the-page" }) { items(flat: true) { uri } } }');
    const uris = foot.items.map(({ uri }: { uri: string | null }) => uri);
    expect(uris).toEqual(expect.arrayContaining(['/visit/', '/visit/history/', '/about/team/', '/2024/11/', null]));
  });

  it('shows classic menus to nobody by an account that is none, without an error', async () => {
    for (const account of ['tom:wrong word', 'nobody:at all']) {
      const refused = await openFor(account);
      const query = '{ menu(by: { location: "primary" }) { name } site { name } }';
      expect(await refused.data(query)).toMatchObject({ menu: null, site: { name: expect.any(String) } });
      expect(await refused.data('{ menu(by: { location: "footer" }) { name } }', { warm: true })).toEqual({
        menu: null,
      });
      expect(refused.requests).toEqual([]);
    }
  });
});
