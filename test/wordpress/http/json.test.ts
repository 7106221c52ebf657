import { describe, expect, it, vi } from 'vitest';
import { deepest, mostValues } from '../../../src/wordpress/http/brackets.ts';
import { readJson } from '../../../src/wordpress/http/json.ts';

const encode = (value: string) => new TextEncoder().encode(value);
const read = (text: string) => readJson(encode(text));

describe('the JSON of an answer', () => {
  it.each([
    ['clean', '[{"id":1}]'],
    ['behind a byte order mark', '\uFEFF[{"id":1}]'],
    ['behind blank lines', '\n\n  [{"id":1}]'],
    ['ahead of blank lines', '[{"id":1}] \n\n'],
    [
      'behind a PHP notice',
      '<br />\n<b>Notice</b>:  Undefined index: x in <b>/srv/a.php</b> on line <b>3</b><br />\n[{"id":1}]',
    ],
    ['behind a warning with brackets', 'Warning: Array [0] in x {y}\n[{"id":1}]'],
    ['behind a bracket that nothing closes', 'Warning: [ "x in y\n[{"id":1}]'],
    ['behind lists that are none', '[0]\n[{}]\n[{"id":1}]'],
    ['behind a quotation mark that nothing closes', 'Notice: 19" in\n[{"id":1}]'],
  ])('%s is read', (_how, body) => {
    expect(read(body)).toEqual({ json: [{ id: 1 }] });
  });

  it.each([
    ['a page', '<!DOCTYPE html><html><body>[1]</body></html>'],
    ['nothing', ''],
    ['blanks', ' \n '],
    ['words', 'lorem ipsum'],
    ['half a list', '[{"id":1},'],
    ['a text that does not end', '["a'],
    ['a bracket of the other kind', '[{"id":1]}'],
  ])('that is %s is none', (_what, body) => {
    expect(read(body)).toEqual({ fault: 'is not JSON' });
  });

  it.each(['null', 'true', '7', '"a"', '{}', '[]'])('may be %s', (body) => {
    expect(read(body)).toEqual({ json: JSON.parse(body) });
  });

  it('is not parsed when it is nested too deep, wherever it begins', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const tooDeep = { fault: `is nested deeper than ${deepest} levels` };
    expect(read(deep(deepest + 1))).toEqual(tooDeep);
    expect(read(deep(100_000))).toEqual(tooDeep);
    expect(read('['.repeat(9_000_000))).toEqual(tooDeep);
    expect(read(`{"a":`.repeat(100_000))).toEqual(tooDeep);
    expect(read(`[{"id":1,"meta":${deep(deepest)}}]`)).toEqual(tooDeep);
    expect(parse).not.toHaveBeenCalled();
    // Behind a notice, the notice itself is tried first.
    expect(read(`<b>Notice</b>\n${deep(100_000)}`)).toEqual(tooDeep);
    parse.mockRestore();
    expect(read(deep(deepest)).fault).toBeUndefined();
    expect(read(`["${'['.repeat(1_000)}","\\"${'{'.repeat(1_000)}"]`).fault).toBeUndefined();
  });

  it('is not read where it holds more values than any page of documents: each takes time to be parsed', () => {
    const rows = (count: number) => `[${Array.from({ length: count }, () => '{"id":1}').join()}]`;
    expect(read(rows(mostValues / 2 + 1))).toEqual({ fault: `holds more than ${mostValues} values` });
    expect(read(rows(mostValues / 2)).fault).toBeUndefined();
    expect(read(JSON.stringify([','.repeat(2 * mostValues)])).fault).toBeUndefined();
  });

  it('is looked for behind a few brackets only, however many there are', () => {
    const parse = vi.spyOn(JSON, 'parse');
    // Each is closed at the end of all, and none is JSON.
    expect(read(`x\n${'{"a"\n'.repeat(100)}${'}'.repeat(100)}`)).toEqual({ fault: 'is not JSON' });
    expect(read(`x\n${'[y\n'.repeat(150)}${'z'.repeat(100_000)}`)).toEqual({ fault: 'is not JSON' });
    expect(read(`${'[0]\n'.repeat(100_000)}x`)).toEqual({ fault: 'is not JSON' });
    expect(parse.mock.calls.length).toBeLessThan(15);
    parse.mockRestore();
  });
});
