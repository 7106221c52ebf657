/**
 * Selections of the schema's fields: the values of a type, what it leads to, and enough of a document to know it by.
 */
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Composite = GraphQLObjectType | GraphQLInterfaceType;

function compositeOf(schema: GraphQLSchema, name: string): Composite {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${name} has no fields.`);
  return type;
}

function fieldsOf(schema: GraphQLSchema, name: string): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(compositeOf(schema, name).getFields()).filter((field) => !field.args.some(isRequiredArgument));
}

/** What is read out of a document, and is none of its own. */
const parts = /^(MediaSize|ImageMeta|Content(Heading|Image|Link)|SeoImage|OpenGraph|TwitterCard|Breadcrumb)$/;

/** All values of a type, texts as HTML and as plain text, with parts that are no documents of their own. */
export function leavesOf(schema: GraphQLSchema, name: string): string {
  return fieldsOf(schema, name)
    .flatMap((field) => {
      const type = getNamedType(field.type);
      if (parts.test(type.name)) return [`${field.name} { ${leavesOf(schema, type.name)} }`];
      if (!isLeafType(type)) return [];
      const isText = field.args.some((argument) => getNamedType(argument.type).name === 'TextFormat');
      return isText ? [field.name, `${field.name}Text: ${field.name}(format: TEXT)`] : [field.name];
    })
    .join(' ');
}

/** By what a document is known, with a value that its id alone does not tell. */
export function summaryOf(schema: GraphQLSchema, name: string): string {
  const fields = compositeOf(schema, name).getFields();
  const told = ['name', 'title', 'content'].filter((field) => field in fields).slice(0, 1);
  return [...(fields.databaseId ? ['databaseId'] : []), ...told].join(' ');
}

/** The documents that one leads to, each by its summary; lists that are connections not among them. */
export function relationsOf(schema: GraphQLSchema, name: string): string {
  return fieldsOf(schema, name)
    .filter((field) => {
      const type = getNamedType(field.type).name;
      return (
        !isLeafType(getNamedType(field.type)) && !type.endsWith('Connection') && type !== 'Seo' && !parts.test(type)
      );
    })
    .map((field) => `${field.name} { __typename ${summaryOf(schema, getNamedType(field.type).name)} }`)
    .join(' ');
}

/** The connections that a document leads to, two of each. */
export function connectionsOf(schema: GraphQLSchema, name: string): string {
  return fieldsOf(schema, name)
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map((field) => {
      const node = getNamedType(field.type).name.replace(/Connection$/, '');
      return `${field.name}(first: 2) { totalCount pageInfo { ${leavesOf(schema, 'PageInfo')} } nodes { ${summaryOf(schema, node)} } }`;
    })
    .join(' ');
}

/** What anybody may order a list by without more arguments. */
export function orderFieldsOf(schema: GraphQLSchema, list: string): string[] {
  const needing = ['INCLUDE', 'SLUGS', 'RELEVANCE', 'EMAIL', 'REGISTERED_DATE'];
  const orderBy = schema
    .getQueryType()
    ?.getFields()
    [list]?.args.find(({ name }) => name === 'orderBy');
  const input = orderBy && getNamedType(orderBy.type);
  const field = isInputObjectType(input) ? getNamedType(input.getFields().field?.type) : undefined;
  if (!isEnumType(field)) throw new Error(`${list} has no orders.`);
  return field.getValues().flatMap(({ name }) => (needing.includes(name) ? [] : [name]));
}
