/**
 * The types of blocks that a site has registered, with their attributes: `/wp/v2/block-types`, which WordPress shows to its editors.
 * Knows where an attribute stands: in the comment of the block, or in its HTML where its schema says so.
 */
import { readMemberSchemas } from './json-schema.ts';
import type { MemberSchema } from './value-schema.ts';
import { isMap, type ReadMap, readList, readMap, readMember, readText } from './values.ts';

/** Where in a block's HTML an attribute is read; without a selector in all of it. */
export type AttributeSource =
  | { readonly kind: 'attribute'; readonly selector?: string; readonly attribute: string }
  | { readonly kind: 'html' | 'text'; readonly selector?: string }
  /** Where nothing else reads it as the editor does. */
  | { readonly kind: 'unread' };

export interface BlockAttribute extends MemberSchema {
  /** Absent for what stands in the comment of a block. */
  readonly source?: AttributeSource;
  /** What it is where the block does not say. */
  readonly usual?: unknown;
}

export interface BlockType {
  /** With its namespace: `core/image`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly attributes: readonly BlockAttribute[];
}

/** Each becomes two types of a schema; those of WordPress itself come first. */
const mostTypes = 200;
/** Descriptions of attributes of one type that are read. */
const mostSchemas = 200;

/** Ordered by name, whatever the order of the site. */
export function readBlockTypes(answer: unknown): BlockType[] {
  const types = (readList(answer) ?? []).flatMap((row) => readBlockType(row) ?? []);
  const byName = new Map(types.map((type) => [type.name, type]));
  const isForeign = ({ name }: BlockType) => (name.startsWith('core/') ? 0 : 1);
  return [...byName.values()]
    .sort((one, other) => isForeign(one) - isForeign(other) || (one.name < other.name ? -1 : 1))
    .slice(0, mostTypes);
}

function readBlockType(answer: unknown): BlockType | null {
  const name = readText(readMember(answer, 'name'));
  if (name === null || !/^[a-z][a-z0-9_-]*\/[a-z][a-z0-9_-]*$/.test(name)) return null;
  const described = readMap(readMember(answer, 'attributes')) ?? {};
  const schemas = new Map(Object.entries(described).map(([attribute, schema]) => [attribute, plainSchema(schema)]));
  return {
    name,
    title: readText(readMember(answer, 'title')) ?? name,
    description: readText(readMember(answer, 'description')) ?? '',
    attributes: readMemberSchemas(Object.fromEntries(schemas), mostSchemas).map((member) => ({
      ...member,
      ...placeOf(schemas.get(member.name) ?? {}),
    })),
  };
}

/** The editor has a type of text of its own. */
function plainSchema(schema: unknown): ReadMap {
  const { context: _context, ...map } = readMap(schema) ?? {};
  return map.type === 'rich-text' ? { ...map, type: 'string', source: map.source ?? 'rich-text' } : map;
}

function placeOf(schema: ReadMap): Pick<BlockAttribute, 'source' | 'usual'> {
  const source = sourceIn(schema);
  return { ...(source && { source }), ...(schema.default !== undefined && { usual: schema.default }) };
}

function sourceIn(schema: ReadMap): AttributeSource | undefined {
  const [kind, given, attribute] = ['source', 'selector', 'attribute'].map((name) => readText(schema[name]));
  const selector = given ? { selector: given } : {};
  if (schema.source === undefined || schema.source === null) return undefined;
  if (kind === 'attribute' && attribute) return { kind, ...selector, attribute };
  if (kind === 'text') return { kind, ...selector };
  if (kind === 'raw') return { kind: 'html' };
  const isHtml = (kind === 'html' || kind === 'rich-text') && !isMultiline(schema);
  return isHtml ? { kind: 'html', ...selector } : { kind: 'unread' };
}

function isMultiline({ multiline }: ReadMap): boolean {
  return Boolean(multiline) && !isMap(multiline);
}
