/**
 * One schema for what either of two describes, where a kind holds both: the alternatives of `oneOf` and `anyOf`.
 */
import type { MemberSchema, ValueSchema } from './value-schema.ts';

export function joinedSchemas(one: ValueSchema, other: ValueSchema): ValueSchema {
  if (one.kind === 'text' && other.kind === 'text') return joinedTexts(one, other);
  if (one.kind === 'integer' && other.kind === 'integer')
    return { kind: 'integer', isSmall: one.isSmall && other.isSmall };
  if (one.kind === 'list' && other.kind === 'list')
    return { kind: 'list', items: joinedSchemas(one.items, other.items) };
  if (one.kind === 'object' && other.kind === 'object')
    return { kind: 'object', members: joinedMembers(one.members, other.members) };
  if (one.kind === 'ids' && other.kind === 'ids') return { kind: 'ids', isOne: one.isOne && other.isOne };
  if (one.kind === 'json') return one;
  if (other.kind === 'json' || one.kind === other.kind) return other;
  if (isNumeric(one) && isNumeric(other)) return { kind: 'number' };
  return { kind: 'json', reason: `may be ${words[one.kind]} or ${words[other.kind]}` };
}

type Text = Extract<ValueSchema, { kind: 'text' }>;

function joinedTexts(one: Text, other: Text): Text {
  const values = one.values && other.values && [...new Set([...one.values, ...other.values])];
  const format = one.format === other.format ? one.format : undefined;
  return { kind: 'text', ...(format && { format }), ...(values && { values }) };
}

function joinedMembers(one: readonly MemberSchema[], other: readonly MemberSchema[]): MemberSchema[] {
  const members = new Map(one.map((member) => [member.name, member]));
  for (const member of other) {
    const known = members.get(member.name);
    members.set(member.name, known ? { ...known, value: joinedSchemas(known.value, member.value) } : member);
  }
  return [...members.values()];
}

function isNumeric({ kind }: ValueSchema): boolean {
  return kind === 'integer' || kind === 'number';
}

const words: Readonly<Record<ValueSchema['kind'], string>> = {
  text: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  ids: 'one or several ids',
  list: 'a list',
  object: 'an object',
  json: 'anything',
};
