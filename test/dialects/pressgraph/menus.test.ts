import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, byId, list, type Script, scriptedSite, standardTypes } from '../../support/scripted-site.ts';

const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const serviceAccount = 'editor:abcd EFGH 1234';
const authorization = `Basic ${Buffer.from(serviceAccount).toString('base64')}`;
const refused = (status: number): Answer => ({
  json: { code: 'rest_cannot_view', message: 'Sorry, you are not allowed to view menus.', data: { status } },
  status,
});

const item = {
  attr_title: '',
  description: '',
  type: 'custom',
  object: 'custom',
  parent: 0,
  target: '',
  classes: [''],
  xfn: [''],
  invalid: false,
  menus: 91,
};
const items = [
  { ...item, id: 720, title: { rendered: 'Home' }, url: '/', object_id: 720, menu_order: 1 },
  {
    ...item,
    id: 721,
    title: { rendered: 'About us' },
    url: 'https://site.test/about/',
    type: 'post_type',
    object: 'page',
    object_id: 401,
    menu_order: 2,
  },
  {
    ...item,
    id: 722,
    title: { rendered: 'The <em>team</em> &amp; us' },
    url: 'https://site.test/about/team/',
    type: 'post_type',
    object: 'page',
    object_id: 402,
    parent: 721,
    menu_order: 3,
  },
  {
    ...item,
    id: 724,
    title: { rendered: 'Coast' },
    url: 'https://site.test/category/coast/',
    type: 'taxonomy',
    object: 'category',
    object_id: 2,
    attr_title: 'Everything with salt in it',
    classes: ['wide', 'has-tide'],
    menu_order: 4,
  },
  {
    ...item,
    id: 729,
    title: { rendered: 'Tide tables' },
    url: 'https://tides.example.org/?port=1&days=14',
    target: '_blank',
    xfn: ['external', 'noopener'],
    description: 'High &amp; low water.',
    object_id: 729,
    menu_order: 5,
  },
  {
    ...item,
    id: 731,
    title: { rendered: 'Stockists' },
    url: 'https://site.test/?page_id=412',
    type: 'post_type',
    object: 'page',
    object_id: 412,
    parent: 721,
    menu_order: 6,
  },
  {
    ...item,
    id: 733,
    title: { rendered: 'Gone' },
    url: '',
    type: 'post_type',
    object: 'page',
    object_id: 9999,
    invalid: true,
    menu_order: 7,
  },
  { ...item, id: 740, title: { rendered: 'Privacy' }, url: '/privacy/', object_id: 740, menus: 92, menu_order: 1 },
];
const menus = [
  {
    id: 91,
    name: 'Harbour &amp; shore',
    slug: 'harbour-shore',
    description: 'Above every page.',
    locations: ['primary'],
  },
  { id: 92, name: 'Small print', slug: 'small-print', description: '', locations: ['footer', 'social'] },
];
const coast = { id: 2, name: 'Coast', link: 'https://site.test/category/coast/', taxonomy: 'category' };
const pages = [401, 402].map((id) => ({
  id,
  type: 'page',
  status: 'publish',
  title: { rendered: `Page ${id}` },
  link: `https://site.test/page-${id}/`,
}));

/** As WordPress 7.1 renders one. */
const rendered = `<li class="wp-block-navigation-item wp-block-home-link"><a class="wp-block-home-link__content wp-block-navigation-item__content" href="https://site.test" rel="home" >Home</a></li>
<li class="wp-block-navigation-item has-child wp-block-navigation-submenu"><a class="wp-block-navigation-item__content" href="/about/"><span class="wp-block-navigation-item__label">About us</span><span class="wp-block-navigation-item__description">Who we are</span></a><ul class="wp-block-navigation__submenu-container wp-block-navigation-submenu"><li class="wp-block-navigation-item wide wp-block-navigation-link"><a class="wp-block-navigation-item__content"  href="/about/team/"><span class="wp-block-navigation-item__label">The <em>team</em></span></a></li></ul></li>
<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content"  href="https://tides.example.org/?port=1&#038;days=14" target="_blank"   rel="external" title="Coast &amp; Sea"><span class="wp-block-navigation-item__label">Tides &amp; times</span></a></li>`;
const navigations = [
  {
    id: 701,
    slug: 'main-navigation',
    title: { rendered: 'Main &#8220;navigation&#8221;' },
    content: { rendered, protected: false },
  },
];

interface Options {
  /** Who may see classic menus. */
  readonly shownTo?: 'account' | 'all' | 'nobody';
  readonly hasNavigations?: boolean;
  readonly account?: boolean;
  readonly config?: Parameters<typeof openGraph>[1];
  readonly script?: Script;
}

async function openSite({ shownTo = 'account', hasNavigations = true, account = true, config, script }: Options = {}) {
  const graph = await openGraph(
    scriptedSite((place) => {
      const { route, query, request } = place;
      const own = script?.(place);
      if (own) return own;
      const isShown = shownTo === 'all' || (shownTo === 'account' && request.headers.authorization === authorization);
      if (route === '/wp/v2/types' && hasNavigations) {
        const navigation = { name: 'Navigation Menus', rest_base: 'navigation', rest_namespace: 'wp/v2' };
        return { json: { ...standardTypes, wp_navigation: { ...navigation, hierarchical: false, taxonomies: [] } } };
      }
      if (route === '/wp/v2/menus') return isShown ? list(menus) : refused(401);
      if (route === '/wp/v2/menu-items') return isShown ? list(items) : refused(401);
      if (route === '/wp/v2/navigation') return list(navigations);
      if (route === '/wp/v2/pages') return byId(...pages)(query);
      if (route === '/wp/v2/categories') {
        return byId(coast)(query);
      }
      return undefined;
    }),
    { ...config, settings: { ...(account && { serviceAccount }), ...config?.settings } },
  );
  open.push(graph);
  return graph;
}

const asked = (graph: Graph) => graph.requests.map(({ route }) => route).sort();
const one = (graph: Graph, by: string, fields: string) => graph.data(`{ menu(by: ${by}) { ${fields} } }`);
const links = 'label url uri target title rel description cssClasses type databaseId';

describe('a classic menu', () => {
  it('is a tree of what the service account reads of it', async () => {
    const graph = await openSite();
    const { menu } = await one(
      graph,
      '{ location: "primary" }',
      `name slug description locations source databaseId items { ${links} children { label parent { label } children { label } } }`,
    );
    expect(menu).toMatchObject({
      name: 'Harbour & shore',
      slug: 'harbour-shore',
      description: 'Above every page.',
      locations: ['primary'],
      source: 'CLASSIC',
      databaseId: 91,
    });
    const nothing = { target: null, title: null, rel: null, description: null, cssClasses: [] };
    const byItself = { ...nothing, children: [] };
    expect(menu.items).toEqual([
      { ...byItself, label: 'Home', url: '/', uri: '/', type: 'custom', databaseId: 720 },
      {
        ...nothing,
        label: 'About us',
        url: 'https://site.test/about/',
        uri: '/about/',
        type: 'post_type',
        databaseId: 721,
        children: ['The team & us', 'Stockists'].map((label) => ({
          label,
          parent: { label: 'About us' },
          children: [],
        })),
      },
      {
        ...byItself,
        label: 'Coast',
        url: 'https://site.test/category/coast/',
        uri: '/category/coast/',
        title: 'Everything with salt in it',
        cssClasses: ['wide', 'has-tide'],
        type: 'taxonomy',
        databaseId: 724,
      },
      {
        ...byItself,
        label: 'Tide tables',
        url: 'https://tides.example.org/?port=1&days=14',
        uri: null,
        target: '_blank',
        rel: 'external noopener',
        description: 'High & low water.',
        type: 'custom',
        databaseId: 729,
      },
    ]);
  });

  it('costs three requests in one round with all other menus, and none when it is known', async () => {
    const graph = await openSite();
    const query =
      '{ a: menu(by: { location: "primary" }) { name } b: menu(by: { slug: "small-print" }) { name } menus { name } }';
    const first = await graph.data(query);
    expect(asked(graph)).toEqual(['/wp/v2/menu-items', '/wp/v2/menus', '/wp/v2/navigation']);
    expect(
      graph.requests
        .filter(({ authorization: sent }) => sent)
        .map(({ route }) => route)
        .sort(),
    ).toEqual(['/wp/v2/menu-items', '/wp/v2/menus']);
    expect(await graph.data(query, { warm: true })).toEqual(first);
    const headers = { 'x-pressgraph-trace': '1' };
    expect((await graph.run(query, { warm: true, headers })).data).toEqual(first);
    expect(graph.requests).toEqual([]);
  });

  it.each([
    ['{ location: "primary" }', ['/wp/v2/menu-items', '/wp/v2/menus']],
    ['{ location: "nowhere" }', ['/wp/v2/menu-items', '/wp/v2/menus']],
    ['classic:91', ['/wp/v2/menu-items', '/wp/v2/menus']],
    ['configured:aside', ['/wp/v2/menu-items', '/wp/v2/menus']],
    ['navigation:701', ['/wp/v2/navigation']],
  ])('costs the requests of what may be meant by %s alone', async (by, routes) => {
    const graph = await openSite({ config: { menus: { aside: [{ label: 'A', url: '/a/' }] } } });
    const id = by.startsWith('{') ? by : `{ id: "${Buffer.from(`Menu:${by}`).toString('base64')}" }`;
    const { menu } = await one(graph, id, 'id');
    expect(menu === null).toBe(by.includes('nowhere'));
    expect(asked(graph)).toEqual(routes);
  });

  it('of the configuration is found by its place, however that is written', async () => {
    const graph = await openSite({ config: { menus: { Footer: [{ label: 'A', url: '/a/' }] } } });
    for (const by of ['{ slug: "Footer" }', '{ slug: "footer" }', '{ location: "Footer" }']) {
      expect(await one(graph, by, 'slug')).toEqual({ menu: { slug: 'Footer' } });
    }
  });

  it('leads to what its items were made for, all at once; to nothing that visitors may not see', async () => {
    const graph = await openSite();
    const { menu } = await one(
      graph,
      '{ databaseId: 91 }',
      'items(flat: true) { label node { __typename ... on Page { title } ... on Category { name } } }',
    );
    expect(menu.items).toEqual([
      { label: 'Home', node: { __typename: 'ContentType' } },
      { label: 'About us', node: { __typename: 'Page', title: 'Page 401' } },
      { label: 'The team & us', node: { __typename: 'Page', title: 'Page 402' } },
      { label: 'Stockists', node: null },
      { label: 'Coast', node: { __typename: 'Category', name: 'Coast' } },
      { label: 'Tide tables', node: null },
    ]);
    const included = graph.to('/wp/v2/pages').flatMap(({ query: { include } }) => include ?? []);
    expect(included).toEqual(['401,402,412']);
    expect(graph.to('/wp/v2/pages').every(({ authorization: sent }) => sent === undefined)).toBe(true);
  });

  it('and its items are found again by their ids', async () => {
    const graph = await openSite();
    const { menus: all } = await graph.data('{ menus { id name items(flat: true) { id label } } }');
    expect(all).toHaveLength(3);
    for (const { id, name, items: own } of all) {
      expect(await graph.data(`{ node(id: "${id}") { ... on Menu { name } } }`)).toEqual({ node: { name } });
      expect(await one(graph, `{ id: "${id}" }`, 'name')).toEqual({ menu: { name } });
      for (const each of own) {
        const query = `{ node(id: "${each.id}") { ... on MenuItem { label } } }`;
        expect(await graph.data(query, { warm: true })).toEqual({ node: { label: each.label } });
      }
    }
    for (const by of ['{ id: "x" }', '{ slug: "x" }', '{ location: "x" }', '{ databaseId: 7 }']) {
      expect(await one(graph, by, 'name')).toEqual({ menu: null });
    }
  });

  it.each([
    ['nav_menu_item', '/wp/v2/menu-items'],
    ['nav_menu', '/wp/v2/menus'],
    ['wp_navigation', '/wp/v2/navigation'],
  ])('is read anew after an announcement of %s', async (type, route) => {
    const webhookSecret = 'a secret of some length';
    const graph = await openSite({ config: { settings: { webhookSecret } } });
    const query = '{ menus { name } }';
    await graph.data(query);
    const body = JSON.stringify({ type, id: 701 });
    const time = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', webhookSecret).update(`${time}.${body}`).digest('hex');
    const headers = { 'x-pressgraph-timestamp': time, 'x-pressgraph-signature': `sha256=${signature}` };
    const request = new Request('http://gateway.test/webhook', { method: 'POST', headers, body });
    expect((await graph.fetch(request)).status).toBe(202);
    await graph.data(query, { warm: true });
    // The site is looked at as well.
    expect(asked(graph).filter((each) => /menu|navigation/.test(each))).toEqual([route]);
  });
});

describe('where WordPress shows menus to its editors only', () => {
  const query = '{ menus { name } }';

  it('they are none without a service account, without an error, and it is asked once', async () => {
    const graph = await openSite({ account: false, hasNavigations: false });
    expect(await graph.data(query)).toEqual({ menus: null });
    expect(asked(graph)).toEqual(['/wp/v2/menus']);
    expect(await graph.data('{ menus { slug } }', { warm: true })).toEqual({ menus: null });
    expect(graph.requests).toEqual([]);
  });

  it('they are none with one that is refused, and all else is there', async () => {
    const graph = await openSite({ shownTo: 'nobody' });
    const { menus: found } = await graph.data(query);
    expect(found).toEqual([{ name: 'Main “navigation”' }]);
    await graph.data('{ menus { slug } }', { warm: true });
    expect(graph.requests).toEqual([]);
  });

  it('who may see them sees them, and nobody after him', async () => {
    const graph = await openSite({ account: false, hasNavigations: false });
    expect(await graph.data(query, { headers: { authorization } })).toEqual({
      menus: [{ name: 'Harbour & shore' }, { name: 'Small print' }],
    });
    expect(await graph.data(query, { warm: true })).toEqual({ menus: null });
  });

  it('a site that shows them to all needs no account', async () => {
    const graph = await openSite({ account: false, shownTo: 'all', hasNavigations: false });
    expect(await graph.data(query)).toEqual({ menus: [{ name: 'Harbour & shore' }, { name: 'Small print' }] });
    expect(asked(graph)).toEqual(['/wp/v2/menu-items', '/wp/v2/menus']);
  });

  it('a failure of the site is one, with a code', async () => {
    const graph = await openSite({
      script: ({ route }) => (route === '/wp/v2/menu-items' ? { json: { code: 'x' }, status: 500 } : undefined),
    });
    const { data, errors } = await graph.run(query);
    expect(data).toEqual({ menus: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('a navigation of a block theme', () => {
  it('is a menu as visitors see it', async () => {
    const graph = await openSite({ account: false });
    const { menu } = await one(
      graph,
      '{ slug: "main-navigation" }',
      `name source databaseId locations items { ${links} children { label uri cssClasses parent { label } } }`,
    );
    const nothing = {
      target: null,
      title: null,
      rel: null,
      description: null,
      cssClasses: [],
      type: null,
      databaseId: null,
    };
    expect(menu).toEqual({
      name: 'Main “navigation”',
      source: 'NAVIGATION',
      databaseId: 701,
      locations: [],
      items: [
        { ...nothing, label: 'Home', url: 'https://site.test', uri: '/', rel: 'home', children: [] },
        {
          ...nothing,
          label: 'About us',
          url: '/about/',
          uri: '/about/',
          description: 'Who we are',
          children: [{ label: 'The team', uri: '/about/team/', cssClasses: ['wide'], parent: { label: 'About us' } }],
        },
        {
          ...nothing,
          label: 'Tides & times',
          url: 'https://tides.example.org/?port=1&days=14',
          uri: null,
          target: '_blank',
          title: 'Coast & Sea',
          rel: 'external',
          children: [],
        },
      ],
    });
  });
});

describe('menus of the configuration', () => {
  const config = {
    menus: {
      primary: [{ label: 'Ours', url: '/ours/' }],
      aside: [
        { label: 'A & <b>', url: '/a/', target: '_blank', children: [{ label: 'B', url: 'https://b.example.org/' }] },
      ],
    },
  };

  it('are for places that no other is for', async () => {
    const graph = await openSite({ config, hasNavigations: false });
    const { menus: all } = await graph.data('{ menus { name source } }');
    expect(all).toEqual([
      { name: 'Harbour & shore', source: 'CLASSIC' },
      { name: 'Small print', source: 'CLASSIC' },
      { name: 'aside', source: 'CONFIGURED' },
    ]);
    const { menu } = await one(
      graph,
      '{ location: "aside" }',
      'slug databaseId locations items { label uri target children { label url uri } }',
    );
    expect(menu).toEqual({
      slug: 'aside',
      databaseId: null,
      locations: ['aside'],
      items: [
        {
          label: 'A & <b>',
          uri: '/a/',
          target: '_blank',
          children: [{ label: 'B', url: 'https://b.example.org/', uri: null }],
        },
      ],
    });
  });

  it('stand in for all that the site keeps to itself', async () => {
    const graph = await openSite({ config, hasNavigations: false, account: false });
    const { menu } = await one(graph, '{ location: "primary" }', 'source items { label }');
    expect(menu).toEqual({ source: 'CONFIGURED', items: [{ label: 'Ours' }] });
  });
});
