/**
 * How long the lists of an introspection are, as the schema itself has them on average.
 */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** The usual length of each list of an introspection, by the name of its field; 1 for what is no list. */
export type IntrospectionSizes = (field: string) => number;

/** Documents that one object of an introspection counts for: what it gives out is not watched while it is executed. */
export const introspectionWeight = 4;

export function introspectionSizes(schema: GraphQLSchema): IntrospectionSizes {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap(fieldsOf);
  const leadTo = fields.map(({ type }) => getNamedType(type));
  // Fields lead to some types more often than to others.
  const perType = (lengthIn: (type: GraphQLNamedType) => number) =>
    Math.max(average(types.map(lengthIn)), average(leadTo.map(lengthIn)));
  const sizes = new Map([
    ['types', types.length],
    ['directives', directives.length],
    ['fields', perType((type) => fieldsOf(type).length)],
    ['args', average([...fields, ...directives].map(({ args }) => args.length))],
    ['inputFields', perType((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))],
    ['enumValues', perType((type) => (isEnumType(type) ? type.getValues().length : 0))],
    ['interfaces', perType((type) => (isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0))],
    ['possibleTypes', perType((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0))],
  ]);
  return (field) => sizes.get(field) ?? 1;
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function average(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
}
