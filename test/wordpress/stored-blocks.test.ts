import { describe, expect, it } from 'vitest';
import { deepestBlocks, parseBlocks, type StoredBlock, StoredBlocksReader } from '../../src/wordpress/stored-blocks.ts';
import { fc } from '../support/chance.ts';

/** A tree in short: names with what is in them, text between blocks as it is. */
function short(blocks: readonly StoredBlock[] | null): unknown {
  return blocks?.map(({ name, attributes, innerBlocks, pieces }) => {
    if (name === null) return pieces[0];
    const inner = innerBlocks.map((block) => block);
    const content = pieces.flatMap((piece) => piece ?? short([inner.shift() as StoredBlock]));
    const said = attributes && Object.keys(attributes).length === 0 ? [] : [attributes];
    return [name, ...said, ...content];
  });
}

describe('blocks of a stored text', () => {
  it.each([
    ['nothing', '', []],
    ['text alone', '<p>a</p>', ['<p>a</p>']],
    ['a block', '<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->', [['core/paragraph', '<p>a</p>']]],
    ['a namespace', '<!-- wp:acme/price_table /-->', [['acme/price_table']]],
    ['attributes', '<!-- wp:a {"id":7,"b":{"c":[]}} /-->', [['core/a', { id: 7, b: { c: [] } }]]],
    ['escapes', '<!-- wp:a {"t":"\\u002d\\u002d\\u003e \\u0022"} /-->', [['core/a', { t: '--> "' }]]],
    ['an end of a comment in attributes', '<!-- wp:a {"t":"}-->"} /-->', [['core/a', { t: '}-->' }]]],
    ['attributes on lines', '<!--\n\twp:a\n{"b":\n1}\n/-->', [['core/a', { b: 1 }]]],
    ['text around', 'a<!-- wp:b /-->c', ['a', ['core/b'], 'c']],
    [
      'blocks in blocks',
      '<!-- wp:a -->1<!-- wp:b -->2<!-- /wp:b -->3<!-- wp:c /-->4<!-- /wp:a -->',
      [['core/a', '1', ['core/b', '2'], '3', ['core/c'], '4']],
    ],
    ['an end of another name', '<!-- wp:a -->1<!-- /wp:b -->', [['core/a', '1']]],
    ['what is not closed', '<!-- wp:a -->1<!-- wp:b -->2', ['1', ['core/b', '2'], ['core/a', '1<!-- wp:b -->2']]],
    ['what nobody opened', '1<!-- /wp:a -->2<!-- wp:b /-->', ['1<!-- /wp:a -->2<!-- wp:b /-->']],
    ['an end that stands', '<!-- /wp:a /-->', [['core/a']]],
    ['no JSON', '<!-- wp:a {b} /-->', [['core/a', null]]],
    ['a half character', '<!-- wp:a {"b":"\\ud83d"} /-->', [['core/a', null]]],
    ['nothing but a zero', '<!-- wp:a -->0<!-- /wp:a -->', [['core/a']]],
  ])('%s', (_what, text, expected) => {
    expect(short(parseBlocks(text))).toEqual(expected);
  });

  it.each([
    '<!--wp:a /-->',
    '<!-- wp:a/-->',
    '<!-- wp:A /-->',
    '<!-- wp:a b /-->',
    '<!-- wp:a {"b":1}/-->',
    '<!-- wp:a {"b":1 /-->',
    '<!-- wp:a\u00a0/-->',
    '<!-- wp:a/b/c /-->',
    '<!-- wp:1 /-->',
  ])('%s is text', (text) => {
    expect(short(parseBlocks(text))).toEqual([text]);
  });

  const names = fc.constantFrom('core/paragraph', 'acme/price-table', 'core/group');
  const texts = fc.stringMatching(/^[a-z<>/ ]{0,8}$/);
  const attributes = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.jsonValue());
  const tree = fc.letrec<{ block: [string, object, string, readonly unknown[]] }>((tie) => ({
    block: fc.tuple(
      names,
      attributes,
      texts,
      fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('block'), { maxLength: 3 })),
    ),
  })).block;

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (blocks) => {
        expect(shapesOf(parseBlocks(blocks.map(written).join('')) ?? [])).toEqual(blocks.map(shape));
      }),
    );
  });

  it('of any kind are read, and nothing of the text is lost', () => {
    const parts = fc.constantFrom(
      ...[
        '<!-- wp:a -->',
        '<!-- /wp:a -->',
        '<!-- wp:b {"c":1} -->',
        '<!-- wp:d/e /-->',
        '<!-- wp:a {',
        '} -->',
        '} /-->',
      ],
      ...['}', '{', '<!--', '-->', ' ', '\n', 'wp:a', '/', '0', 'text', '\u00a0'],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const texts = (blocks: readonly StoredBlock[]): string[] =>
          blocks.flatMap(({ pieces, innerBlocks }) => [
            ...pieces.filter((piece) => piece !== null),
            ...texts(innerBlocks),
          ]);
        for (const piece of texts(parseBlocks(text) ?? [])) expect(text).toContain(piece);
      }),
    );
  });

  const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));
  it.each([
    ['opened', '<!-- wp:a {'],
    ['opened and closed elsewhere', '<!-- wp:a {"b":1} --'],
    ['of white space', `<!-- ${' '.repeat(30)}`],
    ['of names', `<!-- wp:${'a'.repeat(3_000)}`],
    ['of ends without attributes', '} -- } --> '],
    ['of ends of comments', '-->'],
    ['of braces', '<!-- wp:a {}}}}'],
    ['of blocks', '<!-- wp:a {"b":"c"} /-->\n'],
    ['of ends', '<!-- /wp:a -->'],
  ])('of a megabyte %s takes no longer than its length', (_what, piece) => {
    const started = performance.now();
    parseBlocks(megabyte(piece));
    // What would take the square of its length takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it.each([
    ['of blocks', '<!-- wp:a /-->', ''],
    ['of other comments', '<!-- ', ''],
    ['of ends of comments', '-->', '<!-- wp:a {'],
    ['of long attributes', `<!-- wp:a {"b":"${'c'.repeat(20_000)}"} /-->`, ''],
  ])('of a megabyte %s are read a piece at a time', (_what, piece, before) => {
    const reader = new StoredBlocksReader(before + megabyte(piece));
    let pieces = 1;
    while (reader.readOn()) pieces++;
    expect(pieces).toBeGreaterThan(40);
    expect(reader.result).toEqual(parseBlocks(before + megabyte(piece)));
  });

  it('with more attributes than anybody writes are read without them', () => {
    const text = (items: number) => `<!-- wp:a {"b":[${'1,'.repeat(items)}1]} -->c<!-- /wp:a --><!-- wp:d {"e":1} /-->`;
    const read = (items: number) => parseBlocks(text(items))?.map(({ attributes }) => typeof attributes);
    expect(read(99_000)).toEqual(['object', 'object']);
    expect(read(101_000)).toEqual(['undefined', 'object']);
    expect(read(2_500_000)).toEqual(['undefined', 'object']);
    expect(parseBlocks(text(101_000))).toMatchObject([{ name: 'core/a', pieces: ['c'] }, { name: 'core/d' }]);
  });

  it('that are nested deeper than anybody would are not read', () => {
    const nested = (levels: number) => `${'<!-- wp:a -->'.repeat(levels)}${'<!-- /wp:a -->'.repeat(levels)}`;
    expect(parseBlocks(nested(deepestBlocks))).toHaveLength(1);
    expect(parseBlocks(nested(deepestBlocks + 1))).toBeNull();
    expect(parseBlocks(`<!-- wp:a {"b":${'['.repeat(510)}${']'.repeat(510)}} /-->`)?.[0]?.attributes).not.toBeNull();
    expect(parseBlocks(`<!-- wp:a {"b":${'['.repeat(511)}${']'.repeat(511)}} /-->`)?.[0]?.attributes).toBeNull();
  });
});

type Tree = readonly [name: string, attributes: object, text: string, inner: readonly unknown[]];

function written([name, attributes, text, inner]: Tree): string {
  // As WordPress writes them, so that no attribute ends a comment.
  const json = JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e');
  return `<!-- wp:${name.replace(/^core\//, '')} ${json} -->${text}${inner.map((one) => written(one as Tree)).join('')}<!-- /wp:${name} -->`;
}

function shape([name, attributes, text, inner]: Tree): unknown {
  return {
    name,
    attributes: JSON.parse(JSON.stringify(attributes)),
    text,
    inner: inner.map((one) => shape(one as Tree)),
  };
}

function shapesOf(blocks: readonly StoredBlock[]): unknown[] {
  return blocks.map(({ name, attributes, pieces, innerBlocks }) => ({
    name,
    attributes,
    text: pieces.join(''),
    inner: shapesOf(innerBlocks),
  }));
}
