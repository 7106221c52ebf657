/**
 * The body of content as blocks: of the text as it is stored where that may be read, else of the HTML that WordPress renders.
 */
import { badInput } from '../../errors.ts';
import { freeform } from '../../wordpress/block-markup.ts';
import type { PostDocument } from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { StoredBlock } from '../../wordpress/stored-blocks.ts';
import { readAt, readText } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import { type FieldPlan, readsOf } from '../plan/field-plan.ts';
import type { RenderedBlock } from './rendered-blocks.ts';
import { unlessProtected } from './texts.ts';

/** A block, wherever it was read. */
export interface Block {
  readonly name: string;
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

export const blocks = readsOf<PostDocument>()(
  ['content', 'status'],
  async (node, _args: unknown, context): Promise<BlockList | null> => {
    if (!node.resource.properties.has('content')) return null;
    const rendered = unlessProtected(node.document.content);
    if (rendered === null) return null;
    const name = `${node.resource.route} ${node.document.id}`;
    const stored = await loadStored(node, context);
    const parsed = stored === null ? null : await context.texts.storedBlocks(name, stored);
    if (parsed) return { source: 'STORED', blocks: placed(parsed.flatMap(orFreeform), dressedStored) };
    const read = await context.texts.renderedBlocks(name, rendered);
    return { source: 'RENDERED', blocks: placed(read, dressedRendered) };
  },
);

const storedText = Properties.of('content.raw');

/**
 * What is published comes by whoever opens it, for a list with one request; another one's own rights have to do for what is not.
 * `null` where nobody may read it.
 */
async function loadStored(
  { resource: { route }, document: { id, status } }: GraphNode<PostDocument>,
  { loaders }: GraphContext,
): Promise<string | null> {
  const isPublished = (readText(status) ?? 'publish') === 'publish';
  const found = isPublished
    ? await loaders.opened('blocks')?.document(route, id)
    : loaders.authenticated && (await loaders.editable(route, id, storedText));
  return found ? readText(readAt(found.document, ['content', 'raw'])) : null;
}

/** Blocks with their places. */
function placed<B>(blocks: readonly B[], dress: (block: B, path: string) => Block, above = ''): readonly Block[] {
  return blocks.map((block, at) => dress(block, `${above}${at}`));
}

/** Text between blocks, unless it parts them only. */
function orFreeform(block: StoredBlock): StoredBlock[] {
  if (block.name !== null) return [block];
  return block.pieces.some((piece) => piece?.trim()) ? [{ ...block, name: freeform }] : [];
}

function dressedStored(block: StoredBlock, path: string): Block {
  return {
    name: block.name ?? freeform,
    attributes: block.attributes,
    get html() {
      return htmlOf(block) || null;
    },
    innerBlocks: placed(block.innerBlocks, dressedStored, `${path}.`),
    path,
    source: 'STORED',
    get ownHtml() {
      return block.pieces.join('') || null;
    },
  };
}

function htmlOf({ pieces, innerBlocks }: StoredBlock): string {
  const inner = innerBlocks.values();
  return pieces.map((piece) => piece ?? htmlOf(inner.next().value as StoredBlock)).join('');
}

function dressedRendered({ innerBlocks, ...block }: RenderedBlock, path: string): Block {
  return {
    ...block,
    innerBlocks: placed(innerBlocks, dressedRendered, `${path}.`),
    path,
    source: 'RENDERED',
    ownHtml: innerBlocks.length === 0 ? block.html : null,
  };
}

export interface BlockArguments {
  readonly flat: boolean;
  readonly names?: readonly string[] | null | undefined;
}

/** Blocks of a list that is not asked for in full, and of one with all that are in others. */
const usualBlocks = 20;
const usualFlatBlocks = 50;

export const blockNodes: FieldPlan<BlockList, BlockArguments, readonly Block[]> = {
  size: ({ flat }: BlockArguments) => (flat ? usualFlatBlocks : usualBlocks),
  value: ({ blocks }, { flat, names }) => {
    const meant = names && new Set(names.map(fullName));
    const all = flat ? [...allIn(blocks)] : blocks;
    return meant ? all.filter(({ name }) => meant.has(name)) : all;
  },
};

/** In the order of the text. */
function* allIn(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* allIn(block.innerBlocks);
  }
}

/** WordPress writes the names of its own blocks without `core/`. */
function fullName(name: string): string {
  if (!/^([a-z][a-z0-9_-]*\/)?[a-z][a-z0-9_-]*$/.test(name)) {
    throw badInput('names', `${JSON.stringify(name.slice(0, 100))} is no name of a block, as "core/image" is.`);
  }
  return name.includes('/') ? name : `core/${name}`;
}
