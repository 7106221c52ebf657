import { describe, expect, inject, it } from 'vitest';
import { permalinkStructures, type SiteOptions, withOptions } from './site-options.ts';

/** That a request meets the options it names: WordPress itself says so. */
describe.each(
  inject('wordpressSites')
    .filter(({ profile }) => profile === 'magazine')
    .map((site) => [site.name, site] as const),
)('%s with other options', (_name, site) => {
  const ask = async (options: SiteOptions, path: string, more: Readonly<Record<string, string>> = {}) => {
    const changed = withOptions(site, options);
    const method = path.includes('rest_route') || path.startsWith('/wp-json') ? 'GET' : 'HEAD';
    const { status, headers, body } = await changed.send({ method, url: `${changed.url}${path}`, headers: more });
    const rest = /<([^>]*)>; rel="alternate"/.exec(headers.link ?? '')?.[1];
    const text = new TextDecoder().decode(body);
    return {
      status,
      at: rest && decodeURIComponent(rest).replace(/^.*\/wp\/v2/, ''),
      location: headers.location?.replace(changed.url, ''),
      document: text.startsWith('{') ? JSON.parse(text) : undefined,
    };
  };

  it.each([
    ['plain', '/?p=101'],
    ['dayAndName', '/2023/01/03/hello-harbour/'],
    ['monthAndName', '/2023/01/hello-harbour/'],
    ['numeric', '/archives/101'],
    ['postName', '/hello-harbour/'],
    ['category', '/uncategorized/hello-harbour/'],
    ['html', '/2023/hello-harbour.html'],
    ['index', '/index.php/2023/01/03/hello-harbour/'],
  ] as const)('has addresses of the kind %s: %s', async (name, path) => {
    const permalinks = permalinkStructures[name];
    const { document } = await ask({ permalinks }, '/?rest_route=/wp/v2/posts/101');
    expect(document.link).toBe(`${site.url}${path}`);
    expect(await ask({ permalinks }, path)).toMatchObject({ status: 200, at: '/posts/101' });
  });

  it('has a page in front, and one for the posts', async () => {
    const options = { frontPage: 401, postsPage: 405 };
    expect(await ask(options, '/')).toMatchObject({ status: 200, at: '/pages/401' });
    expect(await ask(options, '/about/')).toMatchObject({ status: 301, location: '/' });
    expect(await ask(options, '/visit/')).toMatchObject({ status: 200, at: undefined });
    expect((await ask(options, '/wp-json/wp/v2/pages/401')).document.link).toBe(`${site.url}/`);
  });

  it('lives in a folder', async () => {
    const options = { folder: '/blog' };
    expect(await ask(options, '/about/')).toMatchObject({ status: 200, at: '/pages/401' });
    expect((await ask(options, '/wp-json/wp/v2/pages/401')).document.link).toBe(`${site.url}/blog/about/`);
  });

  it('stands behind a wall that application passwords pass', async () => {
    const options = { wall: 'all' } as const;
    const page = await ask(options, '/about/');
    expect([page.status, page.location]).toEqual([302, expect.stringContaining('/wp-login.php?redirect_to=')]);
    expect(await ask(options, '/wp-json/wp/v2/posts')).toMatchObject({
      status: 401,
      document: { code: 'rest_not_logged_in' },
    });
    const { applicationPassword } = site.users.tom ?? {};
    const authorization = `Basic ${Buffer.from(`tom:${applicationPassword}`).toString('base64')}`;
    expect(await ask(options, '/wp-json/wp/v2/posts/101', { authorization })).toMatchObject({
      status: 200,
      document: { id: 101 },
    });
  });

  it('has a wall before its front end alone', async () => {
    const options = { wall: 'front end' } as const;
    expect(await ask(options, '/about/')).toMatchObject({ status: 302 });
    expect(await ask(options, '/wp-json/wp/v2/posts/101')).toMatchObject({ status: 200, document: { id: 101 } });
  });

  it('is as it was for whoever asks for nothing else', async () => {
    expect(await ask({}, '/2023/01/03/hello-harbour/')).toMatchObject({ status: 200, at: '/posts/101' });
    expect(await ask({}, '/hello-harbour/')).toMatchObject({ status: 301 });
  });
});
