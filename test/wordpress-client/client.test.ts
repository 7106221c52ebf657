import { describe, expect, it } from 'vitest';
import { createRestGet } from '../../src/wordpress/client.ts';
import { readJson } from '../../src/wordpress/json.ts';
import { createRestRoot } from '../../src/wordpress/rest-root.ts';
import { type Answer, scriptedSite, text } from '../support/scripted-site.ts';

const encode = (value: string) => new TextEncoder().encode(value);

function get(answer: Answer) {
  const { url, send } = scriptedSite(() => answer);
  return createRestGet(createRestRoot(url), send, 'test')({ route: '/wp/v2/posts' });
}

describe('an answer', () => {
  it.each([
    ['clean', '[{"id":1}]'],
    ['behind a byte order mark', '\uFEFF[{"id":1}]'],
    ['behind blank lines', '\n\n  [{"id":1}]'],
    [
      'behind a PHP notice',
      '<br />\n<b>Notice</b>:  Undefined index: x in <b>/srv/a.php</b> on line <b>3</b><br />\n[{"id":1}]',
    ],
    ['behind a warning with brackets', 'Warning: Array [0] in x {y}\n[{"id":1}]'],
  ])('%s is read', (_how, body) => {
    expect(readJson(encode(body)).json).toEqual([{ id: 1 }]);
  });

  it('that is a page is none', () => {
    expect(readJson(encode('<!DOCTYPE html><html><body>[1]</body></html>')).json).toBeUndefined();
  });

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
});
