/**
 * Blocks of a stored text with their places, and lists of blocks chosen of others.
 */
import { freeform } from '../../wordpress/block-markup.ts';
import type { StoredBlock } from '../../wordpress/stored-blocks.ts';
import type { Block } from './block-list.ts';
import { Pace, type Steps } from './steps.ts';

class PlacedBlock implements Block {
  readonly innerBlocks: readonly PlacedBlock[];
  readonly source = 'STORED';
  readonly #block: StoredBlock;
  readonly #above: string;
  readonly #at: number;
  #html: string | undefined;

  /** @param above the path of what it stands in, with a dot behind it */
  constructor(block: StoredBlock, innerBlocks: readonly PlacedBlock[], above: string, at: number) {
    this.innerBlocks = innerBlocks;
    this.#block = block;
    this.#above = above;
    this.#at = at;
  }

  get name(): string {
    return this.#block.name ?? freeform;
  }

  get attributes(): unknown {
    return this.#block.attributes;
  }

  get path(): string {
    return `${this.#above}${this.#at}`;
  }

  get html(): string | null {
    return this.#wholeHtml || null;
  }

  get ownHtml(): string | null {
    return this.#block.pieces.join('') || null;
  }

  /** Put together once, of that of the blocks in it: blocks that are in many others would be gone through for each of them. */
  get #wholeHtml(): string {
    if (this.#html === undefined) {
      const inner = this.innerBlocks.values();
      let html = '';
      for (const piece of this.#block.pieces) html += piece ?? (inner.next().value as PlacedBlock).#wholeHtml;
      this.#html = html;
    }
    return this.#html;
  }
}

/** Text between blocks is one as well, unless it parts them only. */
export function placedBlocks(blocks: readonly StoredBlock[]): Steps<readonly Block[]> {
  return placed(blocks, '', new Pace());
}

function* placed(blocks: readonly StoredBlock[], above: string, pace: Pace): Steps<PlacedBlock[]> {
  const all: PlacedBlock[] = [];
  for (const block of blocks) {
    if (pace.isOver()) yield;
    if (block.name === null && !block.pieces.some((piece) => piece?.trim())) continue;
    const at = all.length;
    const inner = block.innerBlocks.length > 0 ? yield* placed(block.innerBlocks, `${above}${at}.`, pace) : [];
    all.push(new PlacedBlock(block, inner, above, at));
  }
  return all;
}

/**
 * In the order of the text.
 * @param isFlat whether those that are in others are meant as well
 * @param names absent for blocks of all names
 */
export function* chosenBlocks(
  blocks: readonly Block[],
  isFlat: boolean,
  names: ReadonlySet<string> | undefined,
): Steps<readonly Block[]> {
  const chosen: Block[] = [];
  yield* choose(blocks, isFlat, (block) => (names?.has(block.name) ?? true) && chosen.push(block), new Pace());
  return chosen;
}

function* choose(
  blocks: readonly Block[],
  isFlat: boolean,
  take: (block: Block) => unknown,
  pace: Pace,
): Steps<undefined> {
  for (const block of blocks) {
    if (pace.isOver()) yield;
    take(block);
    if (isFlat && block.innerBlocks.length > 0) yield* choose(block.innerBlocks, isFlat, take, pace);
  }
}
