/**
 * What an operation is going to read: from selected fields to REST properties.
 * Knows no type and no field by its name: a field's plan says what it reads and whether it leads to documents or to what
 * stands between, a type says of which resource its objects are.
 */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Embeddable, PageNeeds, Wish } from '../../loaders/loaders.ts';
import { families } from '../../wordpress/families.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { Relations } from '../../wordpress/relations.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { type Origin, siteIndex } from './origin.ts';
import { type Selecting, selectedFields, Visited } from './selected-fields.ts';

type Field = GraphQLField<unknown, unknown>;

/**
 * The selection of one operation. What is read of it once is kept for its many documents, by the field nodes of the place:
 * graphql-js collects those of a list's items once, so that their array stands for it.
 */
export class Selection {
  readonly #read = new Map<readonly FieldNode[], Map<Origin, Wish>>();
  readonly #wishes = new Map<readonly FieldNode[], Map<Resource, Wish>>();
  readonly #pages = new Map<readonly FieldNode[], Map<Resource, PageNeeds>>();
  readonly #lookedUp = new Map<Resource, Properties>();

  /** The properties that a field's selection reads of the documents that it leads to. @param resource that these are of */
  own(info: GraphQLResolveInfo, resource: Origin): Properties {
    return this.#readOf(info, resource).wanted;
  }

  /** What to ask for when a document of a resource has to be looked up here by id. */
  asked(info: GraphQLResolveInfo, resource: Resource): Properties {
    return this.#ofLookUps(info, resource).union(this.#readOf(info, resource).asked);
  }

  /** What a look-up by id is to bring, the same for all documents of a list that follow this field. */
  wish(info: GraphQLResolveInfo, resource: Resource): Wish {
    const known = this.#wishes.get(info.fieldNodes)?.get(resource);
    if (known) return known;
    const wish = { wanted: this.own(info, resource), asked: this.asked(info, resource) };
    return kept(this.#wishes, info.fieldNodes, resource, wish);
  }

  /** The relations that are followed here from a document, where all that is read of the neighbours may come with it. */
  embeds(info: GraphQLResolveInfo, resource: Resource, relations: Relations): Embeddable[] {
    const { type, selectionSets } = placeOf(info, fieldOf(info), info.fieldNodes, resource);
    if (!type) return [];
    const visited = new Visited();
    const fields = selectionSets.flatMap((selectionSet) => selectedFields(info, selectionSet, type, visited));
    return [...new Set(fields.map(({ name }) => name.value))].flatMap((name) => {
      const definition = type.getFields()[name];
      const followed = definition?.extensions.pressgraph?.embeds?.(relations, resource);
      if (!definition || !followed) return [];
      const { to, ...relation } = followed;
      const places = fields.filter((field) => field.name.value === name);
      // What other places of the operation read of such documents does not come this way: they ask for it themselves.
      const properties = readAt(info, definition, places, to).wanted;
      return families[to.family].embedded.covers(properties) ? [{ ...relation, properties }] : [];
    });
  }

  /** What of a page of a resource's documents is going to be read at this field. */
  page(info: GraphQLResolveInfo, resource: Resource): PageNeeds {
    const known = this.#pages.get(info.fieldNodes)?.get(resource);
    if (known) return known;
    const needed = new Set<keyof PageNeeds>();
    const visited = new Visited();
    for (const { selectionSet } of info.fieldNodes) {
      if (selectionSet) collectNeeds(info, info.returnType, selectionSet, needed, visited);
    }
    const { wanted, asked } = this.#readOf(info, resource);
    return kept(this.#pages, info.fieldNodes, resource, {
      documents: needed.has('documents') ? wanted : undefined,
      ...(needed.has('documents') && asked !== wanted && { asked }),
      total: needed.has('total'),
      cursors: needed.has('cursors'),
      hasNextPage: needed.has('hasNextPage'),
      hasPreviousPage: needed.has('hasPreviousPage'),
    });
  }

  /** What a field's selection reads of the documents that it leads to, and what to ask for because of it. */
  #readOf(info: GraphQLResolveInfo, resource: Origin): Wish {
    const known = this.#read.get(info.fieldNodes)?.get(resource);
    if (known) return known;
    return kept(this.#read, info.fieldNodes, resource, readAt(info, fieldOf(info), info.fieldNodes, resource));
  }

  /** The union of what all fields of the operation that look up documents of a resource by id are going to read of them. */
  #ofLookUps(info: GraphQLResolveInfo, resource: Resource): Properties {
    let properties = this.#lookedUp.get(resource);
    if (!properties) {
      const paths = new Set(['id']);
      const root = info.schema.getRootType(info.operation.operation);
      const into = { resource, paths, hints: paths, visited: new Visited(), searched: new Visited() };
      if (root) collectLookUps(info, root, info.operation.selectionSet, into);
      properties = Properties.of(...paths);
      this.#lookedUp.set(resource, properties);
    }
    return properties;
  }
}

/** What is read of one resource's documents. */
interface Collected {
  readonly resource: Origin;
  readonly paths: Set<string>;
  /** What would help. */
  readonly hints: Set<string>;
  /** Where it has been noted already. */
  readonly visited: Visited;
}

/** What is read of the documents that a field leads to wherever it is selected, and what to ask for because of it. */
function readAt(operation: Selecting, field: Field, nodes: readonly FieldNode[], resource: Origin): Wish {
  const [paths, hints] = [new Set(['id']), new Set<string>()];
  const visited = new Visited();
  for (const { selectionSet } of nodes) {
    if (selectionSet) collect(operation, field, selectionSet, { resource, paths, hints, visited });
  }
  const wanted = Properties.of(...paths);
  return { wanted, asked: wanted.with(...hints) };
}

/** Collects what is read of documents below a field, passing through what stands between it and them. */
function collect(operation: Selecting, from: Field, selectionSet: SelectionSetNode, into: Collected): void {
  const dresses = from.extensions.pressgraph?.dresses;
  const type = dresses ? objectType(from.type) : typeFor(operation, from.type, into.resource);
  if (!type) return;
  for (const field of selectedFields(operation, selectionSet, type, into.visited)) {
    const definition = type.getFields()[field.name.value];
    if (!definition) continue;
    if (dresses && field.selectionSet) collect(operation, definition, field.selectionSet, into);
    // What stands between reads of the documents what it shows of them itself.
    note(operation, definition, field, into);
  }
}

/** Notes what one field of a document reads. @returns whether it reads anything */
function note(operation: Selecting, definition: Field, field: FieldNode, into: Collected): boolean {
  const { hints = [], isPart, isUnlisted } = definition.extensions.pressgraph ?? {};
  for (const path of hints) if (has(into.resource, path)) into.hints.add(path);
  if (isPart && field.selectionSet && notePart(operation, definition, field.selectionSet, into)) return true;
  const paths = pathsOf(operation, definition, field, into.resource);
  for (const path of paths) if (isUnlisted || has(into.resource, path)) into.paths.add(path);
  return paths.length > 0;
}

/** As `note`, for what is selected of a part of a document. */
function notePart(operation: Selecting, { type }: Field, selectionSet: SelectionSetNode, into: Collected): boolean {
  const part = objectType(type);
  if (!part) return false;
  let isAnyRead = false;
  for (const field of selectedFields(operation, selectionSet, part, into.visited)) {
    const definition = part.getFields()[field.name.value];
    if (definition && note(operation, definition, field, into)) isAnyRead = true;
  }
  return isAnyRead;
}

/** Whether documents have a property: fields that several types share read of each what it has. */
function has(resource: Origin, path: string): boolean {
  return resource === siteIndex || resource.properties.has(path);
}

function pathsOf(
  { variableValues }: Selecting,
  definition: Field,
  field: FieldNode,
  resource: Origin,
): readonly string[] {
  const reads = definition.extensions.pressgraph?.reads ?? [];
  if (typeof reads !== 'function') return reads;
  return reads(getArgumentValues(definition, field, variableValues) as never, resource);
}

/** The type that a resource's documents have where a field leads to them; nothing where it leads to others. */
function typeFor({ schema }: Selecting, output: GraphQLOutputType, resource: Origin): GraphQLObjectType | undefined {
  const named = getNamedType(output);
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
  return types.find((type) => type.extensions.pressgraph?.resource === resource);
}

/** The type that a resource's documents have where a field leads to them, and what is selected of them there. */
function placeOf(
  operation: Selecting,
  { type: output, extensions }: Field,
  nodes: readonly FieldNode[],
  resource: Resource,
): { readonly type: GraphQLObjectType | undefined; readonly selectionSets: readonly SelectionSetNode[] } {
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const dressing = extensions.pressgraph?.dresses ? objectType(output) : undefined;
  if (!dressing) return { type: typeFor(operation, output, resource), selectionSets };
  const visited = new Visited();
  const places = selectionSets
    .flatMap((selectionSet) => selectedFields(operation, selectionSet, dressing, visited))
    .map((field) => {
      const definition = dressing.getFields()[field.name.value];
      return definition ? placeOf(operation, definition, [field], resource) : { type: undefined, selectionSets: [] };
    })
    .filter(({ type }) => type !== undefined);
  return { type: places[0]?.type, selectionSets: places.flatMap((place) => place.selectionSets) };
}

function objectType(output: GraphQLOutputType): GraphQLObjectType | undefined {
  const named = getNamedType(output);
  return isObjectType(named) ? named : undefined;
}

/** Looks for fields that look up documents by id, and collects what is read of those of one resource. */
function collectLookUps(
  operation: Selecting,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  into: Collected & { readonly searched: Visited },
): void {
  for (const field of selectedFields(operation, selectionSet, type, into.searched)) {
    const definition = type.getFields()[field.name.value];
    if (!definition || !field.selectionSet) continue;
    if (definition.extensions.pressgraph?.looksUpById) collect(operation, definition, field.selectionSet, into);
    const named = getNamedType(definition.type);
    const next = isAbstractType(named) ? operation.schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    for (const below of next) collectLookUps(operation, below, field.selectionSet, into);
  }
}

/** Collects what is needed of a page, from the fields between a list and its documents. */
function collectNeeds(
  operation: Selecting,
  output: GraphQLOutputType,
  selectionSet: SelectionSetNode,
  needed: Set<keyof PageNeeds>,
  visited: Visited,
): void {
  const type = objectType(output);
  if (!type) return;
  for (const field of selectedFields(operation, selectionSet, type, visited)) {
    const definition = type.getFields()[field.name.value];
    const { needs, dresses } = definition?.extensions.pressgraph ?? {};
    if (needs) needed.add(needs);
    if (definition && dresses && field.selectionSet) {
      collectNeeds(operation, definition.type, field.selectionSet, needed, visited);
    }
  }
}

function fieldOf({ parentType, fieldName }: GraphQLResolveInfo): Field {
  const field = parentType.getFields()[fieldName];
  if (!field) throw new Error(`There is no field ${parentType.name}.${fieldName}.`);
  return field;
}

function kept<K extends Origin, T>(
  places: Map<readonly FieldNode[], Map<K, T>>,
  place: readonly FieldNode[],
  resource: K,
  value: T,
): T {
  const here = places.get(place) ?? new Map<K, T>();
  places.set(place, here.set(resource, value));
  return value;
}
