import { afterEach, describe, expect, it } from 'vitest';
import { type Layers, openLayers } from '../../src/layers.ts';
import { Operation } from '../../src/loaders/operation/operation.ts';
import type { Events } from '../../src/observer.ts';
import { Properties } from '../../src/wordpress/properties.ts';
import { type Answer, list, type Script, scriptedSite } from '../support/scripted-site.ts';

const authorization = `Basic ${Buffer.from('editor:abcd EFGH 1234').toString('base64')}`;
const refused = (status: number, code = 'rest_forbidden'): Answer => ({
  json: { code, message: 'Sorry, you are not allowed to do that.', data: { status } },
  status,
});

interface Opened {
  readonly layers: Layers;
  /** What has been asked since, as `route` or `account route`. */
  take(): string[];
  readonly closed: Events['closed'][];
  loaders(authorization?: string): ReturnType<Layers['loadersFor']>;
}

const open: Layers[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((layers) => layers.close()));
});

async function openSite(script: Script, opens = 'menus,settings,blocks,block-types', account = true): Promise<Opened> {
  let asked: string[] = [];
  const closed: Events['closed'][] = [];
  const site = scriptedSite((place) => {
    const { route, request } = place;
    const who = request.headers.authorization;
    asked.push(who === undefined ? route : `${who === authorization ? 'account' : 'viewer'} ${route}`);
    return script(place);
  });
  const layers = await openLayers({
    site: site.url,
    send: site.send,
    observer: { closed: (event) => closed.push(event) },
    settings: {
      pollInterval: 0,
      serviceAccountOpens: opens,
      ...(account && { serviceAccount: 'editor:abcd EFGH 1234' }),
    },
  });
  open.push(layers);
  asked = [];
  return {
    layers,
    closed,
    take: () => asked.splice(0),
    loaders: (own) => layers.loadersFor({ authorization: own }, new Operation({ maxRequests: 100 })),
  };
}

const isAccount: (place: Parameters<Script>[0]) => boolean = ({ request }) =>
  request.headers.authorization === authorization;

describe('a service account', () => {
  const settings: Script = (place) => {
    if (place.route !== '/wp/v2/settings') return undefined;
    return isAccount(place) ? { json: { language: 'de_DE' } } : refused(401);
  };

  it('reads for everybody what it opens, once', async () => {
    const { loaders, take, closed } = await openSite(settings);
    const read = (own?: string) => loaders(own).opened('settings')?.read('/wp/v2/settings');
    expect(await Promise.all([read(), read(), read('Bearer x')])).toEqual([1, 2, 3].map(() => ({ language: 'de_DE' })));
    expect(await read()).toEqual({ language: 'de_DE' });
    expect(take()).toEqual(['account /wp/v2/settings']);
    expect(closed).toEqual([]);
  });

  it('opens nothing that it is not told to open, and the operator is told', async () => {
    const { loaders, take, closed } = await openSite(settings, 'menus');
    expect(loaders().opened('settings')).toBeUndefined();
    expect(take()).toEqual([]);
    expect(closed).toEqual([{ privilege: 'settings', reason: 'not listed' }]);
  });

  it('that the site does not know is none: it is asked once, and again when all is forgotten', async () => {
    const { layers, loaders, take, closed } = await openSite(({ route }) =>
      route.startsWith('/wp/v2/menu') ? refused(401, 'incorrect_password') : undefined,
    );
    const read = () => loaders().opened('menus')?.read('/wp/v2/menus');
    expect(await read()).toBeUndefined();
    expect(await read()).toBeUndefined();
    expect(await loaders().opened('menus')?.read('/wp/v2/menu-items')).toBeUndefined();
    expect(take()).toEqual(['account /wp/v2/menus']);
    expect(closed).toEqual([
      expect.objectContaining({ privilege: 'menus', reason: 'refused', status: 401, route: '/wp/v2/menus' }),
    ]);
    expect(closed[0]).toMatchObject({ message: 'Sorry, you are not allowed to do that.' });
    layers.changes.announce({ route: '*' });
    expect(await read()).toBeUndefined();
    expect(take()).toEqual(['account /wp/v2/menus']);
  });

  it('that lacks one right has the others', async () => {
    const { loaders } = await openSite(({ route }) => {
      if (route === '/wp/v2/settings') return refused(403);
      return route === '/wp/v2/block-types' ? { json: [{ name: 'core/image' }] } : undefined;
    });
    expect(await loaders().opened('settings')?.read('/wp/v2/settings')).toBeUndefined();
    expect(await loaders().opened('block-types')?.read('/wp/v2/block-types')).toEqual([{ name: 'core/image' }]);
  });

  it('reads all pages of a list', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => ({ id: index + 1 }));
    const { loaders, take } = await openSite(({ route, query }) => {
      if (route !== '/wp/v2/menu-items') return undefined;
      const page = Number(query.get('page') ?? 1);
      return list(rows.slice(100 * (page - 1), 100 * page), rows.length);
    });
    expect(await loaders().opened('menus')?.read('/wp/v2/menu-items')).toEqual(rows);
    expect(take()).toHaveLength(3);
  });

  it('is left out of account where the site fails: that is an error, and no refusal', async () => {
    const { loaders } = await openSite(({ route }) =>
      route === '/wp/v2/settings' ? { json: { code: 'x', message: 'No.' }, status: 500 } : undefined,
    );
    await expect(loaders().opened('settings')?.read('/wp/v2/settings')).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
  });
});

describe('content as its editors see it', () => {
  const published = { id: 1, type: 'post', status: 'publish', content: { raw: '<!-- wp:x /-->', protected: false } };
  const rows = [
    published,
    { ...published, id: 2, content: { raw: 'secret', protected: true } },
    { ...published, id: 3, status: 'draft' },
  ];
  const script: Script = (place) => {
    if (!place.route.startsWith('/wp/v2/posts')) return undefined;
    if (place.query.get('context') === 'edit' && !isAccount(place)) return refused(401, 'rest_forbidden_context');
    if (place.query.get('context') === 'edit') return list(rows);
    if (place.route !== '/wp/v2/posts') return refused(404, 'rest_post_invalid_id');
    return list([{ id: 1, type: 'post', status: 'publish', content: { rendered: '', protected: false } }]);
  };

  it('is read by the account for what is published and open to all, and for nothing else', async () => {
    const { loaders, take } = await openSite(script);
    const { opened } = loaders();
    const read = (id: number) => opened('blocks')?.document('/wp/v2/posts', id);
    const [one, two, three, four] = await Promise.all([1, 2, 3, 4].map(read));
    expect(one?.document).toMatchObject({ content: { raw: '<!-- wp:x /-->' } });
    expect([two, three, four]).toEqual([null, null, null]);
    expect(take()).toEqual(['account /wp/v2/posts']);
  });

  it('is not given to whoever asks for the document itself, in the same operation or a later one', async () => {
    const { loaders, take } = await openSite(script);
    const raw = Properties.of('content.raw', 'type', 'status');
    const one = loaders();
    await one.opened('blocks')?.document('/wp/v2/posts', 1);
    take();
    for (const each of [one, loaders(), loaders('Bearer x')]) {
      expect(await each.editable('/wp/v2/posts', 1, raw)).toBeNull();
      const document = await each.reference('/wp/v2/posts', 3, { wanted: raw, asked: raw });
      expect(document).toBeNull();
    }
    expect(take().filter((asked) => asked.startsWith('account'))).toEqual([]);
  });

  it('is missed where the site has it and keeps it from the account, and the operator is told; not where it is gone', async () => {
    const rows = [1, 2, 3].map((id) => ({
      id,
      type: 'post',
      status: 'publish',
      content: { raw: 'x', protected: false },
    }));
    const readBy = async (mine: readonly number[], kept: readonly number[], headers?: Record<string, string>) => {
      const { loaders, closed } = await openSite(({ route, query }) => {
        if (route !== '/wp/v2/posts' || !query.has('include')) return undefined;
        const asked = (query.get('include') ?? '').split(',').map(Number);
        const given = rows.filter(({ id }) => mine.includes(id) && asked.includes(id));
        return { ...list(given, asked.filter((id) => kept.includes(id)).length), ...(headers && { headers }) };
      });
      const { opened } = loaders();
      await Promise.all([1, 2, 3].map((id) => opened('blocks')?.document('/wp/v2/posts', id)));
      return closed;
    };
    const withheld = { privilege: 'blocks', reason: 'withheld', route: '/wp/v2/posts' };
    expect(await readBy([1, 2], [1, 2])).toEqual([]);
    expect(await readBy([], [])).toEqual([]);
    expect(await readBy([1, 2], [1, 2, 3])).toContainEqual(withheld);
    expect(await readBy([], [1, 2, 3])).toContainEqual(withheld);
    expect(await readBy([], [1, 2, 3], {})).toContainEqual(withheld);
    expect(await readBy([1], [1, 2, 3], { 'x-wp-total': '3', 'x-wp-totalpages': '3' })).toEqual([]);
  });

  it('is dropped when the document changes', async () => {
    const { layers, loaders, take } = await openSite(script);
    const read = () => loaders().opened('blocks')?.document('/wp/v2/posts', 1);
    await read();
    await read();
    expect(take()).toEqual(['account /wp/v2/posts']);
    layers.changes.announce({ route: '/wp/v2/posts', ids: [1] });
    await read();
    expect(take()).toEqual(['account /wp/v2/posts']);
  });
});

describe('without a service account', () => {
  const script: Script = ({ route, request }) => {
    if (route === '/wp/v2/settings')
      return request.headers.authorization ? { json: { language: 'pt_PT' } } : refused(401);
    return route.startsWith('/wp/v2/menu') ? refused(401) : undefined;
  };

  it('who has credentials has his own rights, and nobody else has them', async () => {
    const { loaders, take, closed } = await openSite(script, 'menus,settings', false);
    expect(await loaders('Bearer x').opened('settings')?.read('/wp/v2/settings')).toEqual({ language: 'pt_PT' });
    expect(loaders().opened('settings')).toBeUndefined();
    expect(take()).toEqual(['viewer /wp/v2/settings']);
    expect(closed).toEqual([{ privilege: 'settings', reason: 'no account' }]);
  });

  it('who has credentials that are refused is told so', async () => {
    const refusing: Script = ({ request }) =>
      request.headers.authorization ? refused(403, 'jwt_auth_invalid_token') : undefined;
    const { loaders } = await openSite(refusing, 'menus', false);
    await expect(loaders('Bearer x').opened('settings')?.read('/wp/v2/settings')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('a site that shows its menus to nobody is asked once', async () => {
    const { loaders, take, closed } = await openSite(script, 'menus,settings', false);
    for (const route of ['/wp/v2/menus', '/wp/v2/menus', '/wp/v2/menu-items']) {
      expect(await loaders().opened('menus')?.read(route)).toBeUndefined();
    }
    expect(take()).toEqual(['/wp/v2/menus']);
    expect(closed).toEqual([{ privilege: 'menus', reason: 'no account' }]);
  });
});
