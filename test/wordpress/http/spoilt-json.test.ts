import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/wordpress/http/json.ts';
import { fc } from '../../support/chance.ts';

const read = (text: string) => readJson(new TextEncoder().encode(text));
const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const none = { fault: 'is not JSON' };
const rows = '[{"id":1,"title":{"rendered":"A \\"b\\" [c] <!-- d {"}}]';
const answers = {
  rows,
  'no rows': '[]',
  'a document': '{"id":7,"link":"x"}',
  'an error': '{"code":"rest_no_route","message":"No.","data":{"status":404}}',
  'an index': '{"name":"Site","namespaces":["wp/v2"]}',
  types: '{"post":{"name":"Posts","rest_base":"posts"},"page":{"name":"Pages"}}',
};

describe.each(Object.entries(answers))('%s', (_what, json) => {
  it.each([
    ['ahead of the comment of a page cache', `${json}\n<!-- Cached 2026-01-01 {"id":5} [] -->`],
    ['ahead of a comment that does not end', `${json}<!-- Cached {"id":5}`],
    ['ahead of a script', `${json}<SCRIPT>log([{"id":5}])</script>\n`],
    ['ahead of figures', `${json}\nQueries: 12 [slow] {0.3 s}`],
    ['ahead of a closing tag', `${json}</body></html>`],
    ['between comments', `<!-- a [] -->${json}<!-- b [] -->`],
    ['between a notice and a footer', `<br />\n<b>Notice</b>: [x] on line <b>3</b><br />\n${json}\n<!-- 0.3 s -->`],
  ])('is read %s', (_where, body) => {
    expect(read(body)).toMatchObject({ json: JSON.parse(json) });
  });
});

describe('what stands on the own line of an answer', () => {
  it.each([
    ['debugging', 'debug: {"a":1}'],
    ['a word', 'done'],
    ['debugging without a word', '{"a":1}'],
    ['a list of PHP', 'Array ( [0] => 1 )'],
    ['a quotation mark', '19" '],
    ['a tag', '<p>x</p>'],
  ])('is passed over: %s', (_what, noise) => {
    expect(read(`${noise}${rows}`)).toMatchObject({ json: JSON.parse(rows) });
    expect(read(`${noise}${rows}\n<!-- cached -->`)).toMatchObject({ json: JSON.parse(rows) });
    if (!noise.endsWith(' ')) expect(read(`${noise}[]`)).toEqual({ json: [] });
  });
});

describe('a bracket that is no answer', () => {
  it.each([
    ['of a notice', 'Notice: undefined {"id":5} in x on line 3'],
    ['of a notice about a list', 'Notice: cannot use [] in x'],
    ['at the end of a word', 'Undefined x[]\n'],
    ['behind a word', 'Undefined []'],
    ['on a line of its own', 'Notice\n{"a":1}\nin x'],
    ['of a notice on a line of its own', 'Notice\n[]\nin x'],
    ['within a page', '<p>x</p><html><pre>{"id":5}</pre>'],
    ['within a challenge', '<!-- x -->\n<!DOCTYPE html><script>{"id":5}</script>'],
    ['within a comment', '<!-- [{"id":5}] -->'],
    ['of an answer that breaks off', '[{"id":5}, {"id":6}'],
    ['of an answer that breaks off, in lines', '[\n  {"id":5},\n  {"id":6}\n'],
    ['ahead of an answer that breaks off', 'Notice {"id":5}\n{"id":6}\n[{"id":7},'],
    ['of an answer that breaks off behind a word', 'Notice: [{"id":5}, {"id":6}'],
    ['ahead of an answer that breaks off on its line', '{"id":5} {"id":6,"title":"x'],
    ['one of two', '{"id":5}\n{"id":6}'],
    ['ahead of an empty list', '<pre>[{"id":5}]</pre>[]\n0.3 s'],
    ['ahead of an empty list and a footer', '{"id":5}[]\n0.3 s'],
    ['a list of numbers', 'x\n[1, 2]'],
    ['around an answer', 'x\n[\n[{"id":5}]\n]'],
    ['around an answer, with a map of its own behind', '[\n[{"id":5}]\n] {"a":1}'],
  ])('is not taken for one: %s', (_what, body) => {
    expect(read(body)).toEqual(none);
  });

  it('however it stands amid an answer and what is around that', () => {
    const word = fc.stringMatching(/^[a-z :,."\\-]{0,12}$/);
    const notice = fc.oneof(
      word,
      fc.constantFrom('[0]', '{x}', '[', '{', ']', '}', '[a => {', '<br />', '<b>', '<!-- [] -->', '{"a":1}', '"'),
    );
    const text = fc.array(notice, { maxLength: 6 }).map((parts) => parts.join(' '));
    const answer = fc.array(fc.record({ id: fc.integer({ min: 1 }), text: fc.string() }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(text, answer, text, (ahead, json, behind) => {
        const body = `${ahead}\n${JSON.stringify(json)}\n${behind}`;
        fc.pre(!isJson(body));
        const found = read(body);
        // It may be unreadable, but it is never something else.
        expect([{ json }, none]).toContainEqual('json' in found ? { json: found.json } : found);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a hostile answer', () => {
  it.each([
    ['many tags', '<s'.repeat(1_000_000)],
    ['many comments', '<!---->'.repeat(300_000)],
    ['comments without end', '<!---->'.repeat(6_000_000)],
    ['many beginnings of comments', '<!--'.repeat(500_000)],
    ['many answers', '{"id":1}\n'.repeat(500_000)],
    ['many brackets that nothing closes', `x ${'[{"a '.repeat(2_000_000)}`],
    ['many brackets and blanks', `x ${'[ '.repeat(2_000_000)}`],
    ['one long blank', `x [${' '.repeat(2_000_000)}`],
  ])('takes no time to speak of: %s', (_what, body) => {
    const bytes = new TextEncoder().encode(body);
    const before = performance.now();
    expect(readJson(bytes).fault).toBeDefined();
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
