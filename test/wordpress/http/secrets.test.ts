import { describe, expect, it } from 'vitest';
import { secretsIn, withoutSecrets } from '../../../src/wordpress/http/secrets.ts';

const password = 'pass word 1234';
const basic = Buffer.from(`ada:${password}`).toString('base64');
const headers = {
  authorization: `Basic ${basic}`,
  cookie: 'session=abcdefgh12==; lang=de',
  'x-gate': 'hunter2',
  'x-on': '1',
  'user-agent': 'Mozilla/5.0',
};

describe('what was sent as a secret', () => {
  it.each([
    ['a whole value', 'No hunter2 here', 'No *** here'],
    ['credentials without their scheme', `Bad: ${basic}.`, 'Bad: ***.'],
    ['a password', `"${password}" is wrong`, '"***" is wrong'],
    ['a cookie', 'Expired: abcdefgh12==', 'Expired: ***'],
    ['what is no secret', 'Mozilla/5.0 asks Basic 1 time for de', 'Mozilla/5.0 asks Basic 1 time for de'],
  ])('is not repeated: %s', (_what, message, shown) => {
    expect(withoutSecrets(message, secretsIn(headers))).toBe(shown);
  });

  it('is not repeated wherever it is', () => {
    const json = { code: 'x', data: { status: 403, params: { hunter2: ['hunter2', null, 1] } } };
    expect(withoutSecrets(json, secretsIn(headers))).toEqual({
      code: 'x',
      data: { status: 403, params: { '***': ['***', null, 1] } },
    });
  });
});
