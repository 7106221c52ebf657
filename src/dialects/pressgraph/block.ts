/**
 * `BlockList` and the blocks in it: the body of content as a tree.
 */
import type { Block, BlockList } from '../../graph/fields/block-list.ts';
import { blockNodes, blocks } from '../../graph/fields/blocks.ts';
import type { GraphNode } from '../../graph/node.ts';
import { defineBlockTypes } from './block-types.ts';
import { type Fields, type FieldsOf, type InterfaceType, planned } from './builder.ts';
import type { Draft } from './draft.ts';

/** What is usually in a block that holds others. */
const usualInner = 5;

export function defineBlocks(draft: Draft): void {
  const { builder } = draft;
  const block = builder.interfaceRef<Block>('Block');
  const typed = defineBlockTypes(draft, block);
  block.implement({
    description: 'A block of a body: a paragraph, an image, a group of others.',
    resolveType: ({ name }) => typed.get(name) ?? 'OtherBlock',
    fields: (t) => blockFields(t as never, block),
  });
  builder.objectRef<Block>('OtherBlock').implement({
    description: 'A block of a type that the schema does not describe.',
    interfaces: [block],
  });

  const source = builder.enumType('BlockSource', {
    description: 'What blocks are read from.',
    values: {
      STORED: {
        description:
          "The text as it is stored, by WordPress' own grammar of blocks: all of them, with the attributes that their comments say.",
      },
      RENDERED: {
        description:
          "The HTML that WordPress renders, by its markup: the classes of WordPress' own blocks, and elements that stand for one. All else is `core/freeform`.",
      },
    },
  });

  draft.blockList.implement({
    description: 'The body of a content as blocks.',
    fields: (t) => ({
      source: t.field({
        type: source,
        nullable: false,
        description: 'What they are read from.',
        resolve: (list: BlockList) => list.source,
      }),
      nodes: t.field({
        type: [block],
        nullable: { list: false, items: false },
        description: 'The blocks, in the order of the body.',
        args: {
          flat: t.arg.boolean({
            required: true,
            defaultValue: false,
            description: 'All in one list, each ahead of those in it; else those that are in no other.',
          }),
          names: t.arg.stringList({
            description: 'Only blocks of these names: `core/image`, or `image` for short.',
          }),
        },
        ...planned(blockNodes),
      }),
    }),
  });
}

function blockFields(t: FieldsOf<Block>, block: InterfaceType<Block>): Fields {
  return {
    name: t.exposeString('name', {
      nullable: false,
      description:
        "WordPress' name of its type, with its namespace: `core/image`. `core/freeform` for HTML that is of no block.",
    }),
    attributes: t.expose('attributes', {
      type: 'JSON',
      nullable: true,
      description:
        'STORED: what the comment of the block says, without what stands in its HTML, and without defaults; `null` where that is no JSON. RENDERED: what the HTML plainly says, by the names that the editor has: `level` of a heading, `url` and `alt` of an image.',
    }),
    html: t.exposeString('html', {
      nullable: true,
      description:
        'Its HTML with that of the blocks in it. STORED: as it is stored, without what WordPress adds when it is shown; `null` for a block that WordPress makes whole then. It may hold scripts where authors may write them: sanitise before use.',
    }),
    innerBlocks: t.field({
      type: [block],
      nullable: { list: false, items: false },
      description:
        'The blocks that stand in it. RENDERED: as far as the markup tells. Blocks are read up to 50 levels deep.',
      extensions: { pressgraph: { size: usualInner } },
      resolve: ({ innerBlocks }: Block) => innerBlocks,
    }),
    path: t.exposeString('path', {
      nullable: false,
      description:
        'Its place in the tree, from 0: `0.2.1` is the second in the third of the first. Without the last number it is that of the block that it stands in.',
    }),
  };
}

/** What all content has of its body. */
export function blockListField(t: FieldsOf<GraphNode>, draft: Draft): Fields {
  return {
    blocks: t.field({
      type: draft.blockList,
      description:
        'The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media.',
      ...planned(blocks),
    }),
  };
}
