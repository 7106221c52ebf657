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
    ['a password as WordPress writes it', 'Not password1234', 'Not ***'],
    ['a cookie', 'Expired: abcdefgh12==', 'Expired: ***'],
    ['what is no secret', 'Mozilla/5.0 asks Basic 1 time for de', 'Mozilla/5.0 asks Basic 1 time for de'],
  ])('is not repeated: %s', (_what, message, shown) => {
    expect(withoutSecrets(message, secretsIn(headers))).toBe(shown);
  });

  it('is looked for in a text alone, and in no more of it than anybody sees', () => {
    expect(withoutSecrets(['hunter2'], secretsIn(headers))).toEqual(['hunter2']);
    expect(withoutSecrets('x'.repeat(1_000_000), secretsIn(headers))).toHaveLength(30_000);
    expect(withoutSecrets('x'.repeat(1_000_000), [])).toHaveLength(1_000_000);
  });
});
