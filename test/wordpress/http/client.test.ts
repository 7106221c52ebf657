import { describe, expect, it } from 'vitest';
import { createRestGet } from '../../../src/wordpress/http/client.ts';
import { isAbsence, isPastTheEnd } from '../../../src/wordpress/http/failure.ts';
import { createRestRoot } from '../../../src/wordpress/http/rest-root.ts';
import type { Send, UpstreamRequest } from '../../../src/wordpress/http/send.ts';
import { type Answer, scriptedSite, text } from '../../support/scripted-site.ts';

function get(answer: Answer) {
  const { url, send } = scriptedSite(() => answer);
  return createRestGet(createRestRoot(url), send)({ route: '/wp/v2/posts' });
}

describe('an answer', () => {
  it('that is not JSON is a coded error that names the route', async () => {
    await expect(get(text('<html>Are you human?</html>'))).rejects.toMatchObject({
      code: 'UPSTREAM_BAD_RESPONSE',
      route: '/wp/v2/posts',
    });
  });

  it.each([
    [
      400,
      { code: 'rest_invalid_param', message: 'x', data: { status: 400, params: { search: 'too long' } } },
      'BAD_USER_INPUT',
    ],
    // How many rows are asked for at a time is no client's choice.
    [
      400,
      { code: 'rest_invalid_param', message: 'x', data: { status: 400, params: { per_page: 'too large' } } },
      'UPSTREAM_BAD_RESPONSE',
    ],
    [
      400,
      {
        code: 'rest_invalid_param',
        data: { params: { status: 'no' }, details: { status: { data: { status: 401 } } } },
      },
      'UNAUTHENTICATED',
    ],
    [401, { code: 'rest_forbidden', message: 'Sorry.', data: { status: 401 } }, 'UNAUTHENTICATED'],
    [403, { code: 'rest_forbidden', message: 'Sorry.', data: { status: 403 } }, 'FORBIDDEN'],
    [404, { code: 'rest_no_route', message: 'No.', data: { status: 404 } }, 'FORBIDDEN'],
    [429, { code: 'too_many', message: 'Slow down.' }, 'UPSTREAM_UNAVAILABLE'],
    [500, { code: 'internal_server_error', message: '/srv/www/secret.php failed' }, 'UPSTREAM_UNAVAILABLE'],
    [503, { code: 'wp_die', message: 'Maintenance' }, 'UPSTREAM_UNAVAILABLE'],
    [302, 'moved', 'UPSTREAM_BAD_RESPONSE'],
  ])('with status %i and %j is %s', async (status, json, code) => {
    const failure = get({ json, status });
    await expect(failure).rejects.toMatchObject({ code, status, route: '/wp/v2/posts' });
    await expect(failure).rejects.not.toThrow(/secret/);
  });

  it.each([
    ['57', 57],
    ['0', 0],
    ['57, 57', 57],
    ['2147483647', 2_147_483_647],
    ['57, 58', undefined],
    ['1e18', undefined],
    ['-5', undefined],
    ['12abc', undefined],
    ['2147483648', undefined],
    ['99999999999999999999', undefined],
    ['', undefined],
  ])('whose total is %j has one of %j', async (header, total) => {
    const answer = await get({ json: [], headers: { 'x-wp-total': header, 'x-wp-totalpages': header } });
    expect([answer.total, answer.totalPages]).toEqual([total, total]);
  });

  it('that is nested too deep is a coded error that names the limit', async () => {
    const deep = text(`[${'['.repeat(100_000)}`);
    await expect(get(deep)).rejects.toMatchObject({
      code: 'UPSTREAM_BAD_RESPONSE',
      message: 'WordPress answered /wp/v2/posts with something that is nested deeper than 200 levels.',
    });
  });
});

describe('what WordPress says in words', () => {
  const refused = (body: object) => get({ json: body, status: 400 }).then(undefined, (error) => error);

  it('is a line without markup and control characters', async () => {
    const { message } = await refused({ code: 'x', message: '<b>No</b>\u001b[31m way\u0007\u202e,\r\n  Sir\ud800' });
    expect(message).toBe('No [31m way , Sir');
  });

  it.each([
    ['many beginnings of tags', '<'.repeat(300_000)],
    ['a tag that does not end', `<${'a'.repeat(300_000)}`],
    ['a long text', 'word '.repeat(60_000)],
    ['blanks', ' '.repeat(300_000)],
  ])('is cut, be it %s', async (_what, message) => {
    expect((await refused({ code: 'x', message })).message.length).toBeLessThanOrEqual(510);
    const params = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`p${index}`, message.slice(0, 50)]));
    expect((await refused({ code: 'x', data: { params } })).message.length).toBeLessThanOrEqual(550);
  });

  it.each([
    ['a code with blanks', 'no such thing'],
    ['a long code', 'x'.repeat(101)],
    ['no text', { toString: null }],
    ['an escape', '\u001b[2J'],
  ])('is not repeated as a code when it is %s', async (_what, code) => {
    expect((await refused({ code, message: 'No.' })).wordpressCode).toBeUndefined();
  });

  it.each([
    { code: 1, message: { toString: null }, data: [] },
    { code: null, message: null, data: { params: { a: { toString: null } }, details: { a: null, b: { data: 1 } } } },
    { data: { params: [], details: [[[]]] } },
    [],
  ])('may be of any kind: %j', async (body) => {
    expect(await refused(body)).toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', status: 400 });
  });
});

describe('a question', () => {
  it('that no web server would take is not asked: its arguments are too long', async () => {
    let asked = 0;
    const { url, send } = scriptedSite(() => {
      asked++;
      return undefined;
    });
    const ask = createRestGet(createRestRoot(url), send);
    await expect(ask({ route: '/wp/v2/posts', query: { search: 'x'.repeat(9_000) } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/more than the 8000 .* shorter arguments/),
    });
    expect(asked).toBe(0);
    await ask({ route: '/wp/v2/posts', query: { search: 'x'.repeat(7_000) } });
    expect(asked).toBe(1);
  });
});

describe('an error that comes as a success, since something was printed ahead of the headers', () => {
  const past = { code: 'rest_post_invalid_page_number', message: 'Too far.', data: { status: 400 } };
  it.each([
    ['behind a byte order mark', text(`\uFEFF${JSON.stringify(past)}`), 400, 'BAD_USER_INPUT'],
    [
      'of a document',
      { json: { code: 'rest_post_invalid_id', message: 'x', data: { status: 404 } } },
      404,
      'FORBIDDEN',
    ],
    ['without a status', { json: { code: 'db', message: 'x', data: null } }, 500, 'UPSTREAM_UNAVAILABLE'],
    ['with a number for a code', { json: { code: 401, message: 'x' } }, 500, 'UPSTREAM_UNAVAILABLE'],
    ['of several', { json: { ...past, additional_errors: [past], additional_data: [] } }, 400, 'BAD_USER_INPUT'],
    ['without words', { json: { code: 'rest_forbidden', data: { status: 403 } } }, 403, 'FORBIDDEN'],
  ])('is that error: %s', async (_what, answer, status, code) => {
    await expect(get(answer)).rejects.toMatchObject({ code, status, route: '/wp/v2/posts' });
  });

  it('says that a page is past the end as ever', async () => {
    expect(isPastTheEnd(await get({ json: past }).catch((error) => error))).toBe(true);
  });

  it.each([
    [{ id: 5, code: 'rest_forbidden', message: 'x', data: { status: 403 } }],
    [{ code: 'DE' }],
    [{ code: { name: 'Code' }, message: { name: 'Message' } }],
    [[{ code: 'rest_forbidden', message: 'x', data: { status: 403 } }]],
    [{}],
    [[]],
  ])('is not seen in what is none: %j', async (json) => {
    expect((await get({ json })).body).toEqual(json);
  });
});

describe('the credentials of the gateway itself', () => {
  const own = { authorization: 'Basic Z2F0ZTpvcGVuIHNlc2FtZQ==', 'x-gate': 'hunter2' };

  it.each([
    ['a plugin', { code: 'jwt_auth_invalid_token', message: 'Expired.', data: { status: 403 } }, 403],
    ['WordPress', { code: 'incorrect_password', message: 'Wrong.', data: { status: 401 } }, 401],
    ['a gate', '<h1>Staging</h1>', 401],
  ])(
    'are no fault of a client when they are refused by %s, and nothing is taken for absent',
    async (_who, json, status) => {
      const { url, send } = scriptedSite(() => ({ json, status }));
      const failure = createRestGet(createRestRoot(url), send, own)({ route: '/wp/v2/users' });
      await expect(failure).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', status, route: '/wp/v2/users' });
      expect(isAbsence(await failure.catch((error) => error))).toBe(false);
    },
  );

  it.each([
    ['message', (secret: string) => ({ message: `${'x'.repeat(490)} ${secret} is wrong` })],
    ['argument', (secret: string) => ({ data: { status: 403, params: { [secret]: `not ${secret}` } } })],
  ])('are not repeated, nor are those of a client, where a refusal does so in its %s', async (_where, refusal) => {
    for (const secret of [own.authorization, own['x-gate'], 'open sesame', 'Bearer of-a-client']) {
      const json = { code: 'rest_forbidden', ...refusal(secret) };
      const { url, send } = scriptedSite(() => ({ json, status: 403 }));
      const ask = createRestGet(createRestRoot(url), send, own);
      const failure: Error = await ask({ route: '/x', authorization: 'Bearer of-a-client' }).catch((error) => error);
      expect(failure.message).toContain('***');
      expect(failure.message).not.toContain(secret.slice(0, 6));
    }
  });

  it('may not be enough for a document, as those of a client', async () => {
    const json = { code: 'rest_forbidden', message: 'No.', data: { status: 403 } };
    const { url, send } = scriptedSite(() => ({ json, status: 403 }));
    const failure = createRestGet(createRestRoot(url), send, own)({ route: '/wp/v2/users' });
    await expect(failure).rejects.toMatchObject({ code: 'FORBIDDEN', wordpressCode: 'rest_forbidden' });
  });
});

describe('a redirect', () => {
  const rows: Answer = { json: [{ id: 1 }], headers: { 'x-wp-total': '57' } };
  function redirecting(location: (url: URL) => string, authorization?: string) {
    const asked: UpstreamRequest[] = [];
    const send: Send = async (request) => {
      asked.push(request);
      const url = new URL(request.url);
      if (url.pathname.endsWith('/') || url.origin !== 'https://site.test')
        return scriptedSite(() => rows).send(request);
      return text('moved', 301, { location: location(url) });
    };
    const answer = createRestGet(
      createRestRoot('https://site.test/wp-json/'),
      send,
    )({
      route: '/wp/v2/posts',
      query: { per_page: 5, search: 'a, b', slug: ['x,y', 'z'] },
      ...(authorization && { authorization }),
    });
    return { answer, asked };
  }

  it('on the same origin is followed, with all that was asked and who asked', async () => {
    const { answer, asked } = redirecting(({ pathname, search }) => `${pathname}/${search}`, 'Basic x');
    expect(await answer).toMatchObject({ body: [{ id: 1 }], total: 57 });
    expect(asked.map(({ method, headers }) => [method, headers.authorization])).toEqual([
      ['GET', 'Basic x'],
      ['GET', 'Basic x'],
    ]);
  });

  it.each([
    ['to another origin', () => 'https://else.test/', /another origin/],
    ['to another scheme', ({ pathname, search }: URL) => `http://site.test${pathname}/${search}`, /another origin/],
    ['to another port', ({ pathname, search }: URL) => `//site.test:8443${pathname}/${search}`, /another origin/],
    ['to nowhere', () => 'http://[', /no address/],
    ['in circles', ({ href }: URL) => href, /more than 5/],
    ['without the arguments', ({ pathname }: URL) => `${pathname}/`, /without all that was asked/],
    ['with other arguments', ({ pathname }: URL) => `${pathname}/?per_page=10`, /without all that was asked/],
  ])('%s is an error that says so, and names no address', async (_where, location, message) => {
    const { answer, asked } = redirecting(location, 'Basic x');
    await expect(answer).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', route: '/wp/v2/posts' });
    await expect(answer).rejects.toThrow(message);
    await expect(answer).rejects.not.toThrow(/\.test/);
    expect(asked.every(({ url }) => url.startsWith('https://site.test/'))).toBe(true);
  });

  it('without an address is an answer that is none', async () => {
    await expect(get(text('moved', 302))).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', status: 302 });
  });
});
