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
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { countsAsDocument } from '../../graph/plan/field-plan.ts';
import {
  type IntrospectionSizes,
  introspectionSizes,
  introspectionWeight,
  mostOfIntrospection,
} from './introspection-size.ts';

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
  const read = (weight: number, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => {
    const root = schema.getRootType(operation.operation) ?? undefined;
    return new Measure({ schema, sizes, weight }, document, operation, variables).whole(operation.selectionSet, root);
  };
  const all = getOperationAST(wholeIntrospection);
  const objects = all ? read(1, wholeIntrospection, all, {}).documents : 1;
  const weight = Math.min(introspectionWeight, mostOfIntrospection / objects);
  return (document, operation, variables) => {
    const { depth, aliases, directives, documents } = read(weight, document, operation, variables);
    return {
      depth,
      aliases,
      directives: directives + (operation.directives?.length ?? 0),
      documents: Math.ceil(documents),
    };
  };
}

/** What tools ask for to know a schema. */
const wholeIntrospection = parse(getIntrospectionQuery({ oneOf: true }));

/** What all operations of a schema are measured by. */
interface Measured {
  readonly schema: GraphQLSchema;
  readonly sizes: IntrospectionSizes;
  /** Documents that one object of an introspection counts for. */
  readonly weight: number;
}

class Measure {
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #parts = new Map<string, Part>();
  readonly #sizes: IntrospectionSizes;
  readonly #weight: number;
  readonly #variables: Map<string, unknown>;

  constructor(
    { schema, sizes, weight }: Measured,
    document: DocumentNode,
    { variableDefinitions }: OperationDefinitionNode,
    variables: Variables,
  ) {
    this.#schema = schema;
    this.#sizes = sizes;
    this.#weight = weight;
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

  /** A selection set with all that it spreads. @param above name of the field that has it */
  whole(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined, above = ''): Part {
    const own = this.#part(selectionSet, type, above);
    let { depth, aliases, directives, documents } = own;
    const spreads = new Set(own.spreads);
    // A set gives out what is added while it is gone through.
    for (const name of spreads) {
      const fragment = this.#fragment(name, above);
      depth = Math.max(depth, fragment.depth);
      aliases += fragment.aliases;
      directives += fragment.directives;
      documents += fragment.documents;
      for (const further of fragment.spreads) spreads.add(further);
    }
    return { depth, aliases, directives, documents, spreads: empty.spreads };
  }

  /** A fragment without those that it spreads in its turn. */
  #fragment(name: string, above: string): Part {
    const definition = this.#fragments.get(name);
    if (!definition) return empty;
    const type = this.#schema.getType(definition.typeCondition.name.value);
    // Only what is an introspection is as large as what leads to it says.
    const place = type && isIntrospectionType(type) ? `${name} ${above}` : name;
    const known = this.#parts.get(place);
    if (known) return known;
    // Fragments that lead back to themselves are refused by validation, and must not keep anybody until then.
    this.#parts.set(place, empty);
    const part = this.#part(definition.selectionSet, type, above);
    this.#parts.set(place, part);
    return part;
  }

  #part(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined, above: string): Part {
    let [depth, aliases, directives, documents] = [0, 0, 0, 0];
    const spreads = new Set<string>();
    for (const selection of selectionSet.selections) {
      directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        spreads.add(selection.name.value);
        continue;
      }
      const isField = selection.kind === Kind.FIELD;
      const part = isField ? this.#field(selection, type, above) : this.#inline(selection, type, above);
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
    above: string,
  ): Part {
    return this.#part(selectionSet, typeCondition ? this.#schema.getType(typeCondition.name.value) : type, above);
  }

  #field(field: FieldNode, parent: GraphQLNamedType | undefined, above: string): Part {
    const definition = this.#definition(field, parent);
    const type = definition && getNamedType(definition.type);
    const below = field.selectionSet ? this.whole(field.selectionSet, type, field.name.value) : empty;
    const isIntrospection = definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef;
    const depth = isIntrospection ? 0 : below.depth + 1;
    if (!definition || !isCompositeType(type)) return { ...below, depth };
    return {
      ...below,
      depth,
      documents: this.#size(field, definition, parent, above) * (this.#weightOf(definition, type) + below.documents),
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
    above: string,
  ): number {
    if (parent && isIntrospectionType(parent)) return this.#sizes(name, above);
    const { size } = extensions.pressgraph ?? {};
    if (typeof size === 'number') return size;
    if (size) {
      const given = args.map((argument) => [argument.name, this.#argument(field, argument.name)]);
      return size(Object.fromEntries(given) as never);
    }
    return isListType(getNullableType(type)) ? usualList : 1;
  }

  /** Connections and edges are how documents are given out, not documents. */
  #weightOf({ extensions }: GraphQLField<unknown, unknown>, type: GraphQLNamedType): number {
    if (isIntrospectionType(type)) return this.#weight;
    return countsAsDocument(extensions.pressgraph) ? 1 : 0;
  }

  #argument(field: FieldNode, name: string): unknown {
    const node = field.arguments?.find((argument) => argument.name.value === name)?.value;
    return node?.kind === Kind.VARIABLE ? this.#variables.get(node.name.value) : literal(node);
  }
}

/** Members of a list that does not say how long it usually is. */
const usualList = 10;

/** Numbers and lists, as far as their sizes tell; whether a value fits its type is not asked here. */
function literal(node: ValueNode | undefined): unknown {
  if (node?.kind === Kind.INT) return Number(node.value);
  return node?.kind === Kind.LIST ? node.values.map(literal) : undefined;
}
