import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { coreMembers, coreRoots, coreTypes } from '../../../src/dialects/pressgraph/core-vocabulary.ts';
import { buildSchema } from '../../../src/dialects/pressgraph/schema.ts';

describe('names that a site can not have for what is its own', () => {
  const types = Object.values(buildSchema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));

  it('are those of all types of every site', () => {
    expect(types.map(({ name }) => name).filter((name) => !coreTypes.has(name))).toEqual([]);
  });

  it('are those of all fields of the root', () => {
    const root = buildSchema().getQueryType()?.getFields() ?? {};
    expect(Object.keys(root).filter((name) => !coreRoots.has(name))).toEqual([]);
  });

  it('are those of all fields and filters that a list stands among', () => {
    const isNode = (type: (typeof types)[number]) =>
      type.name === 'Node' ||
      ((isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node'));
    const isFilter = (type: (typeof types)[number]) => isInputObjectType(type) && type.name.endsWith('Where');
    const members = types
      .filter((type) => isNode(type) || isFilter(type))
      .flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : []));
    expect(members.length).toBeGreaterThan(200);
    expect(members.filter((name) => !coreMembers.has(name))).toEqual([]);
  });
});
