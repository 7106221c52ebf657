/**
 * The body of content as blocks: of the text as it is stored where that may be read, else of the HTML that WordPress renders.
 */
import { badInput } from '../../errors.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { PostDocument } from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import { readAt, readText } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import { type FieldPlan, readsOf } from '../plan/field-plan.ts';
import type { Block, BlockList } from './block-list.ts';
import { chosenBlocks, placedBlocks } from './placed-blocks.ts';
import { StepsReader } from './steps.ts';
import { unlessProtected } from './texts.ts';

export const blocks = readsOf<PostDocument>()(
  ['content', 'status'],
  async (node, _args: unknown, context): Promise<BlockList | null> => {
    if (!node.resource.properties.has('content')) return null;
    const rendered = unlessProtected(node.document.content);
    if (rendered === null) return null;
    const name = `${node.resource.route} ${node.document.id}`;
    const stored = await loadStored(node, context);
    const parsed = stored === null ? null : await context.texts.storedBlocks(name, stored);
    if (!parsed) return { source: 'RENDERED', blocks: await context.texts.renderedBlocks(name, rendered) };
    const placed = await context.texts.madeOf(parsed, 'placed', () => new StepsReader(placedBlocks(parsed)));
    return { source: 'STORED', blocks: placed };
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

export interface BlockArguments {
  readonly flat: boolean;
  readonly names?: readonly string[] | null | undefined;
}

/** Blocks of a list that is not asked for in full, and of one with all that are in others. */
const usualBlocks = 20;
const usualFlatBlocks = 50;

export const blockNodes: FieldPlan<BlockList, BlockArguments, MaybePromise<readonly Block[]>> = {
  size: ({ flat }: BlockArguments) => (flat ? usualFlatBlocks : usualBlocks),
  value: ({ blocks }, { flat, names }, { texts }) => {
    const meant = names?.map(fullName);
    if (!flat && !meant) return blocks;
    const name = `${flat} ${meant?.join()}`;
    return texts.madeOf(blocks, name, () => new StepsReader(chosenBlocks(blocks, flat, meant && new Set(meant))));
  },
};

/** WordPress writes the names of its own blocks without `core/`. */
function fullName(name: string): string {
  if (!/^([a-z][a-z0-9_-]*\/)?[a-z][a-z0-9_-]*$/.test(name)) {
    throw badInput('names', `${JSON.stringify(name.slice(0, 100))} is no name of a block, as "core/image" is.`);
  }
  return name.includes('/') ? name : `core/${name}`;
}
