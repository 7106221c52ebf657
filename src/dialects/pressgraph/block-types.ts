/**
 * The types of blocks that a site has registered, each as a type of its own with its attributes typed: `CoreImageBlock`.
 */
import { blockAttribute, type TypedBlock, typedBlock } from '../../graph/fields/block-attributes.ts';
import type { Block } from '../../graph/fields/block-list.ts';
import type { BlockAttribute, BlockType } from '../../wordpress/block-types.ts';
import { asLine } from '../../wordpress/http/messages.ts';
import type { ValueSchema } from '../../wordpress/value-schema.ts';
import { type InterfaceType, type ObjectType, planned } from './builder.ts';
import type { Draft } from './draft.ts';
import { enumNames, fieldNames } from './field-names.ts';
import { pascalCase } from './words.ts';

/** What the types are called, by WordPress' names. */
export function defineBlockTypes(draft: Draft, block: InterfaceType<Block>): ReadonlyMap<string, string> {
  const names = new Map(
    draft.blockTypes.map((type) => [type.name, draft.typeNames.of(`${pascalCase(type.name)}Block`)] as const),
  );
  for (const type of draft.blockTypes) defineBlockType(draft, block, type, names.get(type.name) ?? '');
  return names;
}

function defineBlockType(draft: Draft, block: InterfaceType<Block>, type: BlockType, typeName: string): void {
  const { builder } = draft;
  const label = asLine(type.title);
  const attributes = type.attributes.length > 0 ? defineAttributes(draft, type, typeName) : undefined;
  builder.objectRef<Block>(typeName).implement({
    description: [`A block "${label}", \`${type.name}\` of the site.`, asLine(type.description)].join(' ').trim(),
    interfaces: [block],
    fields: (t) => ({
      ...(attributes && {
        typed: t.field({
          type: attributes,
          description: 'Its attributes, typed as the site describes them.',
          ...planned(typedBlock(type)),
        }),
      }),
    }),
  });
}

function defineAttributes(draft: Draft, type: BlockType, typeName: string): ObjectType<TypedBlock> {
  const object = draft.builder.objectRef<TypedBlock>(draft.typeNames.of(typeName, 'attributes'));
  const names = fieldNames(
    type.attributes.map(({ name }) => name),
    new Set(),
  );
  const outputs = type.attributes.map((attribute) => [attribute, outputOf(draft, typeName, attribute)] as const);
  object.implement({
    description: `Attributes of a block \`${type.name}\`: STORED, as its comment or its HTML says, else as they usually are; RENDERED, as far as its HTML says.`,
    fields: (t) =>
      Object.fromEntries(
        outputs.map(([attribute, { named, lists }]) => {
          let items: unknown = named;
          for (let depth = 1; depth < lists; depth++) items = t.listRef(items as never, { nullable: true });
          const field = t.field({
            type: lists > 0 ? [items] : items,
            nullable: lists > 0 ? { list: true, items: true } : true,
            description: describe(attribute),
            ...planned(blockAttribute(attribute)),
            // The types are those of a site, which nobody knows before it is read.
          } as never);
          return [names.get(attribute.name) ?? attribute.name, field];
        }),
      ),
  });
  return object;
}

interface Output {
  readonly named: unknown;
  readonly lists: number;
}

/** Attributes are flat, but for what the editor keeps for itself. */
function outputOf(draft: Draft, typeName: string, { name, value }: BlockAttribute): Output {
  let lists = 0;
  let item: ValueSchema = value;
  for (; item.kind === 'list'; item = item.items) lists++;
  if (item.kind !== 'text') return { named: scalars[item.kind] ?? (isSmall(item) ? 'Int' : 'SafeInt'), lists };
  const choices = item.values && enumNames(item.values);
  if (!choices) return { named: 'String', lists };
  const named = draft.builder.enumType(draft.typeNames.of(typeName, 'attributes', name), {
    description: `What \`${name}\` can be.`,
    values: Object.fromEntries(choices.map((choice) => [choice, { value: choice, description: `\`${choice}\`.` }])),
  });
  return { named, lists };
}

const scalars: Readonly<Partial<Record<ValueSchema['kind'], string>>> = {
  number: 'Float',
  boolean: 'Boolean',
  json: 'JSON',
  object: 'JSON',
};

function isSmall(value: ValueSchema): boolean {
  return value.kind === 'integer' && value.isSmall;
}

function describe({ name, description, source }: BlockAttribute): string {
  const place =
    source === undefined
      ? `Source: \`${name}\` in the comment of the block.`
      : source.kind === 'unread'
        ? `Source: \`${name}\`, which stands in the HTML in a way that is not read: \`null\`.`
        : `Source: \`${name}\`, in the HTML of the block.`;
  const said = asLine(description);
  return said === '' ? place : `${said}${/[.!?]$/.test(said) ? '' : '.'} ${place}`;
}
