/**
 * How long the lists of an introspection are, as the schema itself has them on average.
 */
import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isWrappingType,
} from 'graphql';

/**
 * The usual length of each list of an introspection, 1 for what is no list.
 * @param above name of the field that leads to what has it: what `possibleTypes` leads to has more fields than other types
 */
export type IntrospectionSizes = (field: string, above: string) => number;

/** Documents that one object of an introspection counts for, at most: what it gives out is not watched while it is executed. */
export const introspectionWeight = 4;
/**
 * Documents that all of a schema counts for at most, however much there is of it: every tool asks for that, and a site with dozens
 * of types of its own has more of it than an operation may ask for of anything else.
 */
export const mostOfIntrospection = 20_000;

export function introspectionSizes(schema: GraphQLSchema): IntrospectionSizes {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap(fieldsOf);
  const inputs = [...types.flatMap(inputFieldsOf), ...[...fields, ...directives].flatMap(({ args }) => args)];
  const possibleTypes = (type: GraphQLNamedType) => (isAbstractType(type) ? schema.getPossibleTypes(type) : []);
  const [ofFields, ofInputs] = [fields, inputs].map((typed) => typed.map(({ type }) => getNamedType(type)));
  const typed = [ofFields, ofInputs];
  /** The types that each field of an introspection leads to, each as often as it does: of a type alone, any that there is. */
  const reached = new Map([
    ['types', [types]],
    ['type', typed],
    ['ofType', typed],
    ['possibleTypes', [types.flatMap(possibleTypes)]],
    ['interfaces', [types.flatMap(interfacesOf)]],
  ]);
  const perType = (listIn: (type: GraphQLNamedType) => readonly unknown[]) => {
    const lengths = new Map(types.map((type) => [type, listIn(type).length]));
    const lengthsOf = (some: readonly GraphQLNamedType[] = []) => some.map((type) => lengths.get(type) ?? 0);
    const most = lengthsOf(types).reduce((one, other) => Math.max(one, other));
    const usual = [...reached].map(([above, kinds]): [string, number] => [
      above,
      Math.max(...kinds.map((some) => average(lengthsOf(some)))),
    ]);
    const byField = new Map(usual);
    return (above: string) => byField.get(above) ?? most;
  };
  const always = (length: number) => () => length;
  const sizes = new Map<string, (above: string) => number>([
    ['types', always(types.length)],
    ['directives', always(directives.length)],
    ['fields', perType(fieldsOf)],
    ['args', always(average([...fields, ...directives].map(({ args }) => args.length)))],
    ['inputFields', perType(inputFieldsOf)],
    ['enumValues', perType((type) => (isEnumType(type) ? type.getValues() : []))],
    ['interfaces', perType(interfacesOf)],
    ['ofType', always(average([...fields, ...inputs].map(({ type }) => (isWrappingType(type) ? 1 : 0))))],
    ['possibleTypes', perType(possibleTypes)],
  ]);
  return (field, above) => sizes.get(field)?.(above) ?? 1;
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function inputFieldsOf(type: GraphQLNamedType): GraphQLInputField[] {
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

function interfacesOf(type: GraphQLNamedType): readonly GraphQLNamedType[] {
  return isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
}

function average(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
}
