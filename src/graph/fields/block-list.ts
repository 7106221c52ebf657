/**
 * What is known of a block, and of the blocks of a body.
 */

/** A block, wherever it was read. */
export interface Block {
  readonly name: string;
  /** `undefined` where nobody knows: what its comment says is too long to be read. */
  readonly attributes: unknown;
  /** With that of the blocks in it; `null` where WordPress makes all of it when it is shown. */
  readonly html: string | null;
  readonly innerBlocks: readonly Block[];
  /** Its place and those of the blocks that it is in, from the outermost on: `0.2.1`. */
  readonly path: string;
  readonly source: BlockList['source'];
  /** Its HTML without that of blocks in it; `null` where the two cannot be told apart, or there is none. */
  readonly ownHtml: string | null;
}

export interface BlockList {
  readonly source: 'STORED' | 'RENDERED';
  readonly blocks: readonly Block[];
}
