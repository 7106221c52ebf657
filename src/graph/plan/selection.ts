/**
 * What an operation is going to read: from selected fields to REST properties.
 * Knows fragments, directives and connections; a field says what it reads in its `extensions.pressgraph`.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Wish } from '../../loaders/loaders.ts';
import { Properties } from '../../wordpress/properties.ts';

/** The REST properties that a field's resolver reads of its document, or how they follow from its arguments. */
// biome-ignore lint/suspicious/noExplicitAny: the arguments' type is the field's own, and known only there.
export type Reads = readonly string[] | ((args: any) => readonly string[]);

/** What a field declares of itself in `extensions.pressgraph`. */
export interface FieldPlan {
  readonly reads?: Reads;
  /** It leads to documents that are looked up by id, so that its selection counts for all look-ups of the operation. */
  readonly follows?: boolean;
  /** How many a list usually has that takes no `first` or `last`, or how many follow from the field's arguments. */
  // biome-ignore lint/suspicious/noExplicitAny: the arguments' type is the field's own, and known only there.
  readonly size?: number | ((args: any) => number);
}

/** Documents above one in a tree. */
export const usualAncestors = 3;

declare module 'graphql' {
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are those of the declaration that this adds to.
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs = any> {
    pressgraph?: FieldPlan;
  }
}

type Operation = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'operation'>;

const ownMemo = new WeakMap<readonly FieldNode[], Map<string, Properties>>();
const wishMemo = new WeakMap<readonly FieldNode[], Map<string, Wish>>();
const operationMemo = new WeakMap<object, Map<string, Properties>>();

/** The properties that a field's selection reads of the documents of one type that it leads to. */
export function ownProperties(info: GraphQLResolveInfo, typeName: string): Properties {
  // graphql-js collects the field nodes of a list's items once, so this array stands for the place in the operation.
  const memo = memoOf(ownMemo, info.fieldNodes);
  const known = memo.get(typeName);
  if (known) return known;
  const paths = new Set(['id']);
  const visited = new Visited();
  for (const node of info.fieldNodes) {
    if (node.selectionSet) collect(info, info.returnType, node.selectionSet, typeName, paths, visited);
  }
  const properties = Properties.of(...paths);
  memo.set(typeName, properties);
  return properties;
}

/** The union of what all fields of the operation that look up documents of this type by id are going to read of them. */
function operationProperties(info: GraphQLResolveInfo, typeName: string): Properties {
  const memo = memoOf(operationMemo, info.variableValues);
  const known = memo.get(typeName);
  if (known) return known;
  const paths = new Set(['id']);
  const root = info.schema.getRootType(info.operation.operation);
  if (root) {
    const into = { typeName, paths, followed: new Visited(), read: new Visited() };
    visitFollowed(info, root, info.operation.selectionSet, into);
  }
  const properties = Properties.of(...paths);
  memo.set(typeName, properties);
  return properties;
}

/** What to ask for when a document of this type has to be looked up here by id. */
export function askedProperties(info: GraphQLResolveInfo, typeName: string): Properties {
  return operationProperties(info, typeName).union(ownProperties(info, typeName));
}

/** What a look-up by id is to bring, the same for all documents of a list that follow this field. */
export function wishOf(info: GraphQLResolveInfo, typeName: string): Wish {
  const memo = memoOf(wishMemo, info.fieldNodes);
  let wish = memo.get(typeName);
  if (!wish) {
    wish = { wanted: ownProperties(info, typeName), asked: askedProperties(info, typeName) };
    memo.set(typeName, wish);
  }
  return wish;
}

/** The names of the fields selected at a path below a field, e.g. those of `pageInfo`. */
export function selectedNames(info: GraphQLResolveInfo, ...path: readonly string[]): ReadonlySet<string> {
  let here = info.fieldNodes.map(({ selectionSet }) => selectionSet);
  for (const name of path) {
    const fields = flattenAll(info, here).filter((field) => field.name.value === name);
    here = fields.map(({ selectionSet }) => selectionSet);
  }
  return new Set(flattenAll(info, here).map((field) => field.name.value));
}

/** The selected fields of several selection sets of one place. */
function flattenAll(operation: Operation, selectionSets: readonly (SelectionSetNode | undefined)[]): FieldNode[] {
  const visited = new Visited();
  return selectionSets.flatMap((selectionSet) => flatten(operation, selectionSet, undefined, visited));
}

/**
 * The selection sets that a look-up has read already, by the type for which it has. Each is read once: fragments that spread
 * one another would be followed a number of times that doubles with each of them.
 */
class Visited {
  readonly #types = new Map<SelectionSetNode, Set<GraphQLObjectType | undefined>>();

  /** Whether it is read for the first time. */
  enter(selectionSet: SelectionSetNode, type: GraphQLObjectType | undefined): boolean {
    const types = this.#types.get(selectionSet) ?? new Set();
    if (types.has(type)) return false;
    this.#types.set(selectionSet, types.add(type));
    return true;
  }
}

/** Collects for `typeName` what the selection reads. */
function collect(
  operation: Operation,
  outputType: GraphQLResolveInfo['returnType'],
  selectionSet: SelectionSetNode,
  typeName: string,
  into: Set<string>,
  visited: Visited,
): void {
  for (const { definition, field } of fieldsOf(operation, outputType, selectionSet, typeName, visited)) {
    const reads = definition.extensions.pressgraph?.reads;
    if (!reads) continue;
    const properties =
      typeof reads === 'function' ? reads(getArgumentValues(definition, field, operation.variableValues)) : reads;
    for (const property of properties) into.add(property);
  }
}

interface SelectedField {
  readonly field: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
}

/** The fields of `typeName`, passing through the connection and edge types that stand between a list and its documents. */
function fieldsOf(
  operation: Operation,
  outputType: GraphQLResolveInfo['returnType'],
  selectionSet: SelectionSetNode,
  typeName: string,
  visited: Visited,
): SelectedField[] {
  const named = getNamedType(outputType);
  const target = isAbstractType(named) ? operation.schema.getType(typeName) : named;
  if (!isObjectType(target)) return [];
  const passesThrough = isConnectionPart(target);
  if (!passesThrough && target.name !== typeName) return [];
  return flatten(operation, selectionSet, target, visited).flatMap((field) => {
    const definition = target.getFields()[field.name.value];
    if (!definition) return [];
    if (!passesThrough) return [{ field, definition }];
    return field.selectionSet ? fieldsOf(operation, definition.type, field.selectionSet, typeName, visited) : [];
  });
}

/** Relay reserves these names: a type that ends so is one. */
export function isConnectionPart(type: GraphQLNamedType): boolean {
  return type.name.endsWith('Connection') || type.name.endsWith('Edge') || type.name === 'PageInfo';
}

/** What the fields of an operation that lead to documents of one type read of them. */
interface Followed {
  readonly typeName: string;
  readonly paths: Set<string>;
  /** Where such fields have been looked for. */
  readonly followed: Visited;
  /** Where what they read has been noted. */
  readonly read: Visited;
}

function visitFollowed(
  operation: Operation,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  into: Followed,
): void {
  for (const field of flatten(operation, selectionSet, type, into.followed)) {
    const definition = type.getFields()[field.name.value];
    if (!definition || !field.selectionSet) continue;
    if (definition.extensions.pressgraph?.follows) {
      collect(operation, definition.type, field.selectionSet, into.typeName, into.paths, into.read);
    }
    for (const next of concreteTypes(operation.schema, definition.type)) {
      visitFollowed(operation, next, field.selectionSet, into);
    }
  }
}

function concreteTypes(
  schema: GraphQLSchema,
  outputType: GraphQLResolveInfo['returnType'],
): readonly GraphQLObjectType[] {
  const named = getNamedType(outputType);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

/**
 * The selected fields that apply to a type (to any, without one): fragments spread, `@skip` and `@include` obeyed. None where
 * they have been read already.
 */
function flatten(
  operation: Operation,
  selectionSet: SelectionSetNode | undefined,
  type: GraphQLObjectType | undefined,
  visited: Visited,
  fields: FieldNode[] = [],
): FieldNode[] {
  if (!selectionSet || !visited.enter(selectionSet, type)) return fields;
  for (const selection of selectionSet.selections) {
    if (!isIncluded(operation, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      fields.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? operation.fragments[selection.name.value] : selection;
    if (fragment && applies(operation.schema, fragment.typeCondition, type)) {
      flatten(operation, fragment.selectionSet, type, visited, fields);
    }
  }
  return fields;
}

function isIncluded({ variableValues }: Operation, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.if !== false;
}

function applies(
  schema: GraphQLSchema,
  condition: FragmentDefinitionNode['typeCondition'] | undefined,
  type: GraphQLObjectType | undefined,
): boolean {
  if (!condition || !type || condition.name.value === type.name) return true;
  const conditionType = schema.getType(condition.name.value);
  return isCompositeType(conditionType) && isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

function memoOf<K extends object, T>(memos: WeakMap<K, Map<string, T>>, key: K): Map<string, T> {
  let known = memos.get(key);
  if (!known) {
    known = new Map<string, T>();
    memos.set(key, known);
  }
  return known;
}
