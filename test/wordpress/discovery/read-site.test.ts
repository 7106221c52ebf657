import { afterEach, describe, expect, it } from 'vitest';
import { createGateway } from '../../../src/gateway.ts';
import { DiscoveryError } from '../../../src/wordpress/discovery/discovery.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, type Script, scriptedSite, text } from '../../support/scripted-site.ts';

const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

async function start(script: Script) {
  const untold: string[] = [];
  const observer = { untold: ({ routes }: { routes: readonly string[] }) => void untold.push(...routes) };
  const graph = await openGraph(scriptedSite(script), { observer });
  open.push(graph);
  return { graph, untold };
}

const refuse = (status: number, code = 'rest_forbidden') => ({
  json: { code, message: 'Only authenticated users can access the REST API.', data: { status } },
  status,
});
const post = { id: 1, slug: 'a', link: 'https://site.test/a/', date: '2026-01-01T00:00:00' };
const posts: Script = ({ route }) => (route === '/wp/v2/posts' ? list([post]) : undefined);

describe('a site that does not tell all of itself', () => {
  const types = '/wp/v2/types';
  it.each([
    ['nothing is missing', {}, []],
    ['types are removed', { [types]: refuse(404, 'rest_no_route') }, [types]],
    ['types are for members', { [types]: refuse(401) }, [types]],
    ['a firewall keeps types back', { [types]: text('<html>', 403) }, [types]],
    ['types are none', { [types]: { json: [] } }, [types]],
    ['types are something else', { [types]: { json: 'no' } }, [types]],
    ['taxonomies are removed', { '/wp/v2/taxonomies': refuse(404) }, ['/wp/v2/taxonomies']],
    ['the index is trimmed', { '/': { json: { namespaces: ['wp/v2'] } } }, ['/']],
    [
      'all that it tells of itself is closed',
      { '/': refuse(401), [types]: refuse(403), '/wp/v2/taxonomies': refuse(403) },
      ['/', types, '/wp/v2/taxonomies'],
    ],
  ])('is served, and what is missing is told: %s', async (_what, bent, missing) => {
    const { graph, untold } = await start((place) => (bent as Record<string, never>)[place.route] ?? posts(place));
    expect(untold).toEqual(missing);
    expect(await graph.data('{ posts { nodes { databaseId uri } } }')).toEqual({
      posts: { nodes: [{ databaseId: 1, uri: '/a/' }] },
    });
  });

  it.each(['wp-json/', 'api', 'index.php/wp-json/', '?rest_route=/', 'index.php?rest_route=/'])(
    'has its front page where WordPress puts it, ahead of the root: %s',
    async (own) => {
      const headers = { link: `<https://own.test/blog/${own}>; rel="https://api.w.org/"` };
      const site = scriptedSite(({ route }) =>
        route === '/' ? { json: { namespaces: ['wp/v2'] }, headers } : undefined,
      );
      const gateway = await createGateway({ site: site.url, send: site.send, settings: { pollInterval: 0 } });
      expect(gateway.site.home).toBe('https://own.test/blog');
      await gateway.close();
    },
  );

  it('does not start when it is out of order: that is for now', async () => {
    const bent: Script = ({ route }) => (route === types ? { json: {}, status: 503 } : undefined);
    await expect(start(bent)).rejects.toThrow(DiscoveryError);
    await expect(start(bent)).rejects.toThrow(
      /^https:\/\/site\.test\/wp-json\/ cannot be read: .* start pressgraph again/,
    );
  });

  it('does not start when nothing of it may be read, and the line says what to do', async () => {
    const bent: Script = ({ route }) => (route === '/' ? undefined : refuse(401, 'rest_not_logged_in'));
    await expect(start(bent)).rejects.toThrow(DiscoveryError);
    await expect(start(bent)).rejects.toThrow(
      /^https:\/\/site\.test\/wp-json\/ is WordPress, but .* behind a log-in \(401 rest_not_logged_in\): .* PRESSGRAPH_UPSTREAM_HEADERS/,
    );
  });
});
