/**
 * The attributes of a block as its type describes them: what its comment says, what is read of its HTML, and what they are where
 * neither says anything.
 */
import { andThen } from '../../maybe-promise.ts';
import type { AttributeSource, BlockAttribute, BlockType } from '../../wordpress/block-types.ts';
import { readValue } from '../../wordpress/schema-values.ts';
import { readMember } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { FieldPlan } from '../plan/field-plan.ts';
import type { BlockHtml } from './block-html.ts';
import type { Block } from './block-list.ts';
import type { PieceReader } from './html-pieces.ts';

/** A block whose HTML has been read, if any of its attributes stand there. */
export interface TypedBlock {
  readonly block: Block;
  readonly html: BlockHtml | undefined;
}

export function typedBlock({ attributes }: BlockType): FieldPlan<Block, unknown, TypedBlock | Promise<TypedBlock>> {
  const isInHtml = attributes.some(({ source }) => source && source.kind !== 'unread');
  return {
    value: (block, _args, context) => {
      const own = isInHtml ? block.ownHtml : null;
      return own === null ? { block, html: undefined } : readHtml(block, own, context);
    },
  };
}

async function readHtml(block: Block, html: string, { texts }: GraphContext): Promise<TypedBlock> {
  const { BlockHtml } = await import('./block-html.ts');
  return { block, html: await texts.madeOf(block, 'html', () => new BlockHtml(html)) };
}

export function blockAttribute({
  name,
  value,
  source,
  usual,
}: BlockAttribute): FieldPlan<TypedBlock, unknown, unknown> {
  const ignored = () => undefined;
  const read = (held: unknown) => readValue(value, held, ignored);
  const isSwitch = value.kind === 'boolean';
  return {
    value: ({ block, html }, _args, { texts }) => {
      // Rendered HTML does not say what a comment would.
      if (!source || block.source === 'RENDERED') {
        const said = read(readMember(block.attributes, name));
        if (said !== null || (!source && block.source === 'RENDERED')) return said;
      }
      if (source?.kind === 'unread' || (!source && block.attributes === undefined)) return null;
      const found =
        source && html ? texts.madeOf(html, name, () => new FoundReader(html, source, isSwitch)) : undefined;
      return andThen(found, (held) => {
        if (held === null) return null;
        return read(held) ?? (block.source === 'STORED' ? read(usual) : null);
      });
    },
  };
}

/** One attribute, in one piece: others may have their turn before the next. */
class FoundReader implements PieceReader<unknown> {
  readonly #read: () => unknown;
  result: unknown;

  constructor(html: BlockHtml, source: AttributeSource, isSwitch: boolean) {
    this.#read = () => html.read(source, isSwitch);
  }

  readOn(): boolean {
    this.result = this.#read();
    return false;
  }
}
