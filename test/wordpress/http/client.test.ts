import { describe, expect, it } from 'vitest';
import { createRestGet } from '../../../src/wordpress/http/client.ts';
import { createRestRoot } from '../../../src/wordpress/http/rest-root.ts';
import { type Answer, scriptedSite, text } from '../../support/scripted-site.ts';

function get(answer: Answer) {
  const { url, send } = scriptedSite(() => answer);
  return createRestGet(createRestRoot(url), send, 'test')({ route: '/wp/v2/posts' });
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
      { code: 'rest_invalid_param', message: 'x', data: { status: 400, params: { per_page: 'too large' } } },
      'BAD_USER_INPUT',
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
    const ask = createRestGet(createRestRoot(url), send, 'test');
    await expect(ask({ route: '/wp/v2/posts', query: { search: 'x'.repeat(9_000) } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/more than the 8000 .* shorter arguments/),
    });
    expect(asked).toBe(0);
    await ask({ route: '/wp/v2/posts', query: { search: 'x'.repeat(7_000) } });
    expect(asked).toBe(1);
  });
});
