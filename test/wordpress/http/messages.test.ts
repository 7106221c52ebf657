import { describe, expect, it } from 'vitest';
import { asLine, readCode, readMessage } from '../../../src/wordpress/http/messages.ts';

describe('what others say', () => {
  it.each([
    ['a text', 'Sorry, you are not allowed.', 'Sorry, you are not allowed.'],
    ['markup', '<p>There has been a <b>critical</b> error.</p>', 'There has been a critical error.'],
    ['what is below and above', '2 < 3 > 1', '2 1'],
    ['a tag without an end', 'a <b', 'a <b'],
    ['lines', 'one\r\ntwo\u2028three', 'one two three'],
    ['control characters', 'red \u001b[31m\u0000 alert\u0007', 'red [31m alert'],
    ['what turns the direction', 'a\u202eb\u2066c\u200ed', 'a b c d'],
    ['halves of characters', 'a\ud800b', 'a b'],
    ['whole characters', 'a 😀 港', 'a 😀 港'],
    ['blanks', '   a   b   ', 'a b'],
  ])('is made a line of: %s', (_what, text, line) => {
    expect(asLine(text)).toBe(line);
    expect(readMessage(text)).toBe(line);
  });

  it.each([['   '], [''], ['<br>'], [7], [null], [undefined], [['a']], [{ raw: 'a' }]])(
    'is no message: %j',
    (value) => {
      expect(readMessage(value)).toBeUndefined();
    },
  );

  it('is cut to a length, and to no half of a character', () => {
    expect(asLine('a'.repeat(600))).toBe(`${'a'.repeat(500)} …`);
    expect(asLine('a'.repeat(500))).toBe('a'.repeat(500));
    expect(asLine(`${'a'.repeat(4)}😀b`, 5)).toBe('aaaa …');
    expect(asLine('abcdef', 3)).toBe('abc …');
  });

  it('is gone over once, however much of it begins a tag', () => {
    const start = performance.now();
    asLine('<'.repeat(5_000_000));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('a code', () => {
  it.each(['rest_forbidden', 'rest-no-route', 'x1', 'a'.repeat(100)])('is %s', (code) => {
    expect(readCode(code)).toBe(code);
  });

  it.each(['', 'a b', 'a'.repeat(101), 'rest_forbidden\n', '<b>', 7, null, undefined, ['a']])('is not %j', (value) => {
    expect(readCode(value)).toBeUndefined();
  });
});
