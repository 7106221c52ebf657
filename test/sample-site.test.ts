import { request } from 'node:http';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../src/sample/account.ts';
import { createSampleSite, serveSampleSite } from '../src/sample/sample-site.ts';
import { openGraph } from './support/graph.ts';

it.each(['*', 'http://example.org/', '/[', '//', '/%'])(
  'the sample site answers whatever is asked at %s',
  async (path) => {
    const site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    const { hostname, port } = new URL(site.url);
    const status = await new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path, method: 'OPTIONS' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBeTypeOf('number');
    await site.close();
  },
);

/** What the contract with WordPress holds in full (`test/e2e/wordpress/own-contract-requests.ts`), where others build on it. */
describe('types of its own', async () => {
  const site = await createSampleSite('http://magazine.test');
  const ask = async (path: string, method: 'GET' | 'OPTIONS' = 'GET') => {
    const { body } = await site.send({ method, url: `${site.url}/wp-json${path}`, headers: {} });
    return JSON.parse(new TextDecoder().decode(body));
  };
  const ids = async (query: string) => (await ask(`/wp/v2/${query}`)).map(({ id }: { id: number }) => id);

  it('are listed, filtered and found as those of core are', async () => {
    expect(await ids('books?per_page=3')).toEqual([612, 611, 610]);
    expect(await ids('books?genres[terms]=61&genres[include_children]=true&tags=30')).toEqual([609, 604]);
    expect(await ids('books?pages_min=200')).toEqual([609, 604, 601]);
    expect(await ids('places?parent=621&orderby=menu_order')).toEqual([622]);
    expect(await ids('kitchen-recipes?season=73')).toEqual([641]);
    expect(await ids('genres?post=641')).toEqual([65]);
    expect(await ids('search?subtype=place&search=mole&per_page=1')).toEqual([624]);
  });

  it('leave the whole schema within the limits of one operation: GraphiQL asks for it', async () => {
    const graph = await openGraph(site);
    const { __schema } = await graph.data(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }));
    expect(__schema.types.map(({ name }: { name: string }) => name)).toContain('BookAcf');
    await graph.close();
  });

  it('have a schema for ACF where the route is asked alone', async () => {
    const asked = await ask('/wp/v2/books', 'OPTIONS');
    expect(asked.schema.properties.acf.properties.sequel).toMatchObject({ maxItems: 1, items: { type: 'integer' } });
    expect(await ask('/wp/v2/books?_method=OPTIONS')).toEqual(asked);
    const { routes } = await ask('/wp/v2?context=help');
    const { acf, ...told } = asked.schema.properties;
    expect(routes['/wp/v2/books'].schema.properties).toEqual(told);
    expect((await ask('/wp/v2')).routes['/wp/v2/books'].schema).toBeUndefined();
    expect(await ask('/wp/v2/berths', 'OPTIONS')).toEqual([]);
  });

  it('have the links of ACF with its property', async () => {
    const relations = async (fields: string) => {
      const [{ _links = {} }] = await ask(`/wp/v2/books?include=603&_fields=${fields}`);
      return Object.keys(_links).filter((name) => name.startsWith('acf:'));
    };
    expect(await relations('id,_links')).toEqual([]);
    expect(await relations('id,acf.hero_title')).toEqual([]);
    expect(await relations('id,acf.hero_title,_links')).toEqual(['acf:user', 'acf:term', 'acf:post']);
  });
});

/** What the contract with WordPress holds in full (`test/e2e/wordpress/front-end-requests.ts`), where others build on it. */
describe('its front end', async () => {
  const site = await createSampleSite('http://magazine.test');
  const visit = async (path: string) => {
    const { status, headers } = await site.send({ method: 'HEAD', url: `${site.url}${path}`, headers: {} });
    const [, rest] =
      /<http:\/\/magazine\.test\/wp-json(\/wp\/v2[^>]*)>; rel="alternate"/.exec(headers.link ?? '') ?? [];
    return [status, headers.location?.replace(site.url, '') ?? rest];
  };

  it('says where the documents of its pages are', async () => {
    expect(await visit('/')).toEqual([200, undefined]);
    expect(await visit('/2023/01/03/hello-harbour/')).toEqual([200, '/wp/v2/posts/101']);
    expect(await visit('/category/coast-sea/page/2/')).toEqual([200, '/wp/v2/categories/2']);
    expect(await visit('/places/the-coast/old-harbour/')).toEqual([200, '/wp/v2/places/622']);
    expect(await visit('/author/marta-vale/')).toEqual([200, '/wp/v2/users/1']);
  });

  it('leads from what was, or what is meant, to what is there', async () => {
    expect(await visit('/2023/01/03/hello-harbor/')).toEqual([301, '/2023/01/03/hello-harbour/']);
    expect(await visit('/about?x=1')).toEqual([301, '/about/?x=1']);
    expect(await visit('/?p=601')).toEqual([301, '/books/the-ferry-that-waited/']);
    expect(await visit('/team/')).toEqual([301, '/about/team/']);
    expect(await visit('/2024/13/')).toEqual([301, '/2024/']);
  });

  it('has lists, as long as there is something to list', async () => {
    const lists = ['/2024/11/', '/books/', '/type/quote/', '/?s=harbour', '/page/5/'];
    for (const path of lists) expect([path, ...(await visit(path))]).toEqual([path, 200, undefined]);
    for (const path of ['/2031/', '/places/', '/type/nope/', '/page/7/', '/nope/'])
      expect([path, ...(await visit(path))]).toEqual([path, 404, undefined]);
  });
});

/** What the contract with WordPress holds in full (`test/e2e/wordpress/menu-contract-requests.ts`), where others build on it. */
describe('its account', async () => {
  const site = await createSampleSite('http://magazine.test');
  const ask = async (path: string, account?: string) => {
    const headers = account ? { authorization: `Basic ${Buffer.from(account).toString('base64')}` } : {};
    const { status, body } = await site.send({ method: 'GET', url: `${site.url}/wp-json/wp/v2${path}`, headers });
    return { status, body: JSON.parse(new TextDecoder().decode(body)) };
  };

  it('is told what visitors are refused', async () => {
    const routes = ['/menus', '/menu-items?menus=91', '/menu-locations', '/settings', '/block-types', '/users/me'];
    for (const route of routes) {
      expect([route, (await ask(route)).status]).toEqual([route, 401]);
      expect([route, (await ask(route, sampleAccount)).status]).toEqual([route, 200]);
    }
    expect((await ask('/menu-items?menus=92&_fields=id', sampleAccount)).body).toEqual([
      { id: 740 },
      { id: 741 },
      { id: 742 },
    ]);
    expect((await ask('/settings', sampleAccount)).body).toMatchObject({ language: 'en_US', start_of_week: 1 });
    expect(Object.keys((await ask('/statuses', sampleAccount)).body)).toContain('draft');
  });

  it('reads what is stored of content, opened where there is a password, and of nothing else', async () => {
    const { body } = await ask('/posts/124?context=edit&_fields=title,content', sampleAccount);
    expect(body.content.raw).toMatch(/^<!-- wp:paragraph -->.*<!-- \/wp:embed -->$/s);
    expect(body.title.raw).toBe('A short history of the foghorn');
    const { status } = await ask('/posts/124?context=edit');
    expect(status).toBe(401);
    const cove = await ask('/posts/142?context=edit&_fields=content', sampleAccount);
    expect(cove.body.content).toMatchObject({ protected: true, rendered: expect.stringContaining('<p') });
    expect((await ask('/comments?context=edit', sampleAccount)).status).toBe(403);
  });

  it('may write its password without blanks; whoever writes another is a visitor', async () => {
    expect((await ask('/settings', sampleAccount.replaceAll(' ', ''))).status).toBe(200);
    for (const account of ['marta:wrong', `tom:${sampleAccount.split(':')[1]}`, 'marta', '']) {
      expect((await ask('/settings', account)).body.code).toBe('rest_forbidden');
      expect((await ask('/posts?per_page=1', account)).status).toBe(200);
    }
  });

  it('is not needed for navigations, whose blocks are told to whoever embeds them', async () => {
    const { body } = await ask('/navigation?context=embed&slug=main-navigation');
    expect(body[0].content.raw).toContain('<!-- wp:navigation-submenu');
    expect((await ask('/navigation/701')).body.content).not.toHaveProperty('raw');
    expect((await ask('/navigation/703')).status).toBe(401);
    expect((await ask('/search?search=navigation')).body).toEqual([]);
  });
});
