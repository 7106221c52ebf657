/**
 * How large an operation is, before it is executed: its depth, aliases and directives, and how many documents it may ask for.
 * Knows what a fragment is where it is spread, and what the sizes of lists multiply to; asks nobody.
 *
 * Each fragment and each selection set is read once, and what was found is used wherever it is spread: fragments that spread
 * one another twice would be followed a number of times that doubles with each of them.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { type IntrospectionSizes, introspectionSizes, introspectionWeight } from './introspection-size.ts';

export interface OperationSize {
  /** Deepest nesting of fields, those of introspection left out: it nests deeper than any query has to. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Documents that it asks for where each list is as long as it may be, or as it usually is. */
  readonly documents: number;
}

/** What one selection set holds by itself, and what of others it spreads. */
interface Part {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Documents, those of the spread fragments left out: a fragment counts once for each place, however often it is spread there. */
  readonly documents: number;
  readonly spreads: ReadonlySet<string>;
}

const empty: Part = { depth: 0, aliases: 0, directives: 0, documents: 0, spreads: new Set() };

export type Variables = Readonly<Record<string, unknown>>;

/** Measures one operation of a document. */
export type MeasureOperation = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
) => OperationSize;

export function createMeasure(schema: GraphQLSchema): MeasureOperation {
  const sizes = introspectionSizes(schema);
  return (document, operation, variables) => {
    const measure = new Measure(schema, sizes, document, operation, variables);
    const root = schema.getRootType(operation.operation) ?? undefined;
    const { depth, aliases, directives, documents } = measure.whole(operation.selectionSet, root);
    return {
      depth,
      aliases,
      directives: directives + (operation.directives?.length ?? 0),
      documents: Math.ceil(documents),
    };
  };
}

class Measure {
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #parts = new Map<string, Part>();
  readonly #sizes: IntrospectionSizes;
  readonly #variables: Map<string, unknown>;

  constructor(
    schema: GraphQLSchema,
    sizes: IntrospectionSizes,
    document: DocumentNode,
    { variableDefinitions }: OperationDefinitionNode,
    variables: Variables,
  ) {
    this.#schema = schema;
    this.#sizes = sizes;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
    this.#variables = new Map(
      (variableDefinitions ?? []).map(({ variable: { name }, defaultValue }) => [
        name.value,
        Object.hasOwn(variables, name.value) ? variables[name.value] : literal(defaultValue),
      ]),
    );
  }

  /** A selection set with all that it spreads. */
  whole(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined): Part {
    const own = this.#part(selectionSet, type);
    let { depth, aliases, directives, documents } = own;
    const spreads = new Set(own.spreads);
    // A set gives out what is added while it is gone through.
    for (const name of spreads) {
      const fragment = this.#fragment(name);
      depth = Math.max(depth, fragment.depth);
      aliases += fragment.aliases;
      directives += fragment.directives;
      documents += fragment.documents;
      for (const further of fragment.spreads) spreads.add(further);
    }
    return { depth, aliases, directives, documents, spreads: empty.spreads };
  }

  /** A fragment without those that it spreads in its turn. */
  #fragment(name: string): Part {
    const known = this.#parts.get(name);
    if (known) return known;
    const definition = this.#fragments.get(name);
    if (!definition) return empty;
    // Fragments that lead back to themselves are refused by validation, and must not keep anybody until then.
    this.#parts.set(name, empty);
    const part = this.#part(definition.selectionSet, this.#schema.getType(definition.typeCondition.name.value));
    this.#parts.set(name, part);
    return part;
  }

  #part(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined): Part {
    let [depth, aliases, directives, documents] = [0, 0, 0, 0];
    const spreads = new Set<string>();
    for (const selection of selectionSet.selections) {
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        spreads.add(selection.name.value);
        continue;
      }
      const isField = selection.kind === Kind.FIELD;
      const part = isField ? this.#field(selection, type) : this.#inline(selection, type);
      depth = Math.max(depth, part.depth);
      aliases += part.aliases + (isField && selection.alias ? 1 : 0);
      directives += part.directives;
      documents += part.documents;
      for (const name of part.spreads) spreads.add(name);
    }
    return { depth, aliases, directives, documents, spreads };
  }

  #inline(
    {
      typeCondition,
      selectionSet,
    }: { typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined; selectionSet: SelectionSetNode },
    type: GraphQLNamedType | undefined,
  ): Part {
    return this.#part(selectionSet, typeCondition ? this.#schema.getType(typeCondition.name.value) : type);
  }

  #field(field: FieldNode, parent: GraphQLNamedType | undefined): Part {
    const definition = this.#definition(field, parent);
    const type = definition && getNamedType(definition.type);
    const below = field.selectionSet ? this.whole(field.selectionSet, type) : empty;
    const isIntrospection = definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef;
    const depth = isIntrospection ? 0 : below.depth + 1;
    if (!definition || !isCompositeType(type)) return { ...below, depth };
    return {
      ...below,
      depth,
      documents: this.#size(field, definition, parent) * (weightOf(definition, type) + below.documents),
    };
  }

  #definition(
    { name: { value: name } }: FieldNode,
    parent: GraphQLNamedType | undefined,
  ): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  /** How many a field leads to. */
  #size(
    field: FieldNode,
    { name, type, args, extensions }: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType | undefined,
  ): number {
    if (parent && isIntrospectionType(parent)) return this.#sizes(name);
    const { size } = extensions.pressgraph ?? {};
    if (typeof size === 'number') return size;
    if (size) {
      const given = args.map((argument) => [argument.name, this.#argument(field, argument.name)]);
      return size(Object.fromEntries(given) as never);
    }
    return isListType(getNullableType(type)) ? usualList : 1;
  }

  #argument(field: FieldNode, name: string): unknown {
    const node = field.arguments?.find((argument) => argument.name.value === name)?.value;
    return node?.kind === Kind.VARIABLE ? this.#variables.get(node.name.value) : literal(node);
  }
}

/** Connections and edges are how documents are given out, not documents. */
function weightOf({ extensions }: GraphQLField<unknown, unknown>, type: GraphQLNamedType): number {
  if (isIntrospectionType(type)) return introspectionWeight;
  return extensions.pressgraph?.dresses ? 0 : 1;
}

/** Members of a list that does not say how long it usually is. */
const usualList = 10;

/** Numbers and lists, as far as their sizes tell; whether a value fits its type is not asked here. */
function literal(node: ValueNode | undefined): unknown {
  if (node?.kind === Kind.INT) return Number(node.value);
  return node?.kind === Kind.LIST ? node.values.map(literal) : undefined;
}
