import { isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { filters } from '../../../src/dialects/pressgraph/filters.ts';
import { buildSchema } from '../../../src/dialects/pressgraph/schema.ts';

const schema = buildSchema();

describe('where inputs', () => {
  it.each(Object.entries(filters))('%sWhere has just the members that become REST arguments', (typeName, members) => {
    const input = schema.getType(`${typeName}Where`);
    if (!isInputObjectType(input)) throw new Error(`${typeName}Where is missing`);
    expect(Object.keys(input.getFields()).sort()).toEqual(Object.keys(members).sort());
  });
});
