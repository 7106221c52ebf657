import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/graph/fields/block-list.ts';
import { readWhole } from '../../../src/graph/fields/html-pieces.ts';
import { chosenBlocks, placedBlocks } from '../../../src/graph/fields/placed-blocks.ts';
import { StepsReader } from '../../../src/graph/fields/steps.ts';
import { parseBlocks, type StoredBlock } from '../../../src/wordpress/stored-blocks.ts';

const placed = (blocks: readonly StoredBlock[]) => readWhole(new StepsReader(placedBlocks(blocks)));
const chosen = (blocks: readonly Block[], isFlat: boolean, ...names: string[]) =>
  readWhole(new StepsReader(chosenBlocks(blocks, isFlat, names.length > 0 ? new Set(names) : undefined)));

function piecesOf(reader: StepsReader<unknown>): number {
  let pieces = 1;
  while (reader.readOn()) pieces++;
  return pieces;
}

describe('blocks of a stored text with their places', () => {
  const text = 'a<!-- wp:b -->1<!-- wp:c -->2<!-- /wp:c -->3<!-- wp:d /--><!-- /wp:b -->\n<!-- wp:c /-->';
  const blocks = placed(parseBlocks(text) ?? []);

  it('are counted without what only parts them', () => {
    expect(chosen(blocks, true).map(({ name, path }) => [name, path])).toEqual([
      ['core/freeform', '0'],
      ['core/b', '1'],
      ['core/c', '1.0'],
      ['core/d', '1.1'],
      ['core/c', '2'],
    ]);
  });

  it('have their HTML with and without that of the blocks in them', () => {
    const htmls = chosen(blocks, true).map(({ html, ownHtml }) => [html, ownHtml]);
    expect(htmls).toEqual([
      ['a', 'a'],
      ['123', '13'],
      ['2', '2'],
      [null, null],
      [null, null],
    ]);
  });

  it('are chosen by name', () => {
    expect(chosen(blocks, true, 'core/c', 'core/e').map(({ path }) => path)).toEqual(['1.0', '2']);
    expect(chosen(blocks, false, 'core/c').map(({ path }) => path)).toEqual(['2']);
    expect(chosen(blocks, false)).toEqual(blocks);
  });

  it('are made and chosen a piece at a time', () => {
    const many = parseBlocks(`<!-- wp:a -->${'<!-- wp:b /-->'.repeat(50_000)}<!-- /wp:a -->`) ?? [];
    expect(piecesOf(new StepsReader(placedBlocks(many)))).toBeGreaterThan(25);
    expect(piecesOf(new StepsReader(chosenBlocks(placed(many), true, new Set())))).toBeGreaterThan(25);
  });

  it('have no HTML put together more than once, however deep they are', () => {
    let readings = 0;
    const counted = (innerBlocks: StoredBlock[]): StoredBlock => ({
      name: 'core/a',
      attributes: {},
      innerBlocks,
      get pieces() {
        readings++;
        return ['x', ...innerBlocks.map(() => null)];
      },
    });
    let block = counted(Array.from({ length: 100 }, () => counted([])));
    for (let depth = 1; depth < 50; depth++) block = counted([block]);
    const all = chosen(placed([block]), true);
    for (const name of ['first', 'again']) {
      expect([name, ...all.map(({ html }) => html?.length)]).toEqual([
        name,
        ...Array.from({ length: 50 }, (_, depth) => 150 - depth),
        ...Array.from({ length: 100 }, () => 1),
      ]);
    }
    expect(readings).toBe(all.length);
  });

  it('have no result before they have been read', () => {
    expect(() => new StepsReader(placedBlocks([])).result).toThrow('before the last piece');
  });
});
