/**
 * What a site and its plugins have added to documents: members that its schemas describe, whatever they are called.
 * Knows where each stands in a document, and what is to be asked for it; how a value is read stands in `schema-values.ts`.
 */
import { askedPath } from '../../wordpress/property-paths.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { readValue } from '../../wordpress/schema-values.ts';
import type { ValueSchema } from '../../wordpress/value-schema.ts';
import { isMap, type ReadMap, readAt, readMap, readMember } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import type { FieldFacts, FieldPlan } from '../plan/field-plan.ts';
import type { IdLead } from './id-fields.ts';

/** Names from the document down to a member: at least one, of a property. */
export type MemberPath = readonly string[];

/** Properties that hold fields of many plugins and of the site's own, so that each is asked for by itself. */
export const parts: readonly string[] = ['meta', 'acf'];

/** An object that stands in a document, somewhere below one of its properties. */
export class DocumentPart {
  readonly node: GraphNode;
  readonly object: ReadMap;

  constructor(node: GraphNode, object: ReadMap) {
    this.node = node;
    this.object = object;
  }
}

type MemberPlan<Source> = FieldPlan<Source, unknown, unknown>;

/** How members are read of what has them. */
export interface MemberPlans<Source> {
  /** @param path ends in the member's own name */
  value(resource: Resource, path: MemberPath, schema: ValueSchema): MemberPlan<Source>;
  /** What an id in it leads to. */
  lead(lead: IdLead, path: MemberPath): MemberPlan<Source>;
}

/** Of documents: their properties. */
export const ofDocument: MemberPlans<GraphNode> = {
  value: (resource, path, schema) => ({
    ...factsOf(resource, path, schema),
    value: (node, _args, context) => given(schema, readAt(node.document, path), path, node, context),
  }),
  lead: (lead, path) => ({
    ...lead.facts,
    source: sourceOf(path),
    value: (node, _args, context, info) => lead.value(node, readAt(node.document, path), context, info),
  }),
};

/** Of objects that stand in documents. */
export const ofPart: MemberPlans<DocumentPart> = {
  value: (resource, path, schema) => ({
    ...factsOf(resource, path, schema),
    value: ({ node, object }, _args, context) => given(schema, readMember(object, nameIn(path)), path, node, context),
  }),
  lead: (lead, path) => ({
    ...lead.facts,
    source: sourceOf(path),
    value: ({ node, object }, _args, context, info) =>
      lead.value(node, readMember(object, nameIn(path)), context, info),
  }),
};

/**
 * A property of which each member is asked for by itself. It is there for all documents: of one that has nothing in it, the
 * members are `null`.
 */
export function part(name: string): FieldPlan<GraphNode, unknown, DocumentPart> {
  return {
    reads: [name],
    isPart: true,
    source: name,
    value: (node) => new DocumentPart(node, readMap(readMember(node.document, name)) ?? {}),
  };
}

function sourceOf(path: MemberPath): string {
  return path.join('.');
}

function nameIn(path: MemberPath): string {
  return path.at(-1) ?? '';
}

/** What a member of a node holds; objects with the node, which those below them may have to know. */
function given(schema: ValueSchema, held: unknown, path: MemberPath, node: GraphNode, context: GraphContext): unknown {
  const value = readValue(schema, held, (expected, dropped) =>
    context.drop(node.resource, sourceOf(path), expected, dropped),
  );
  return objectIn(schema) ? dressed(value, node) : value;
}

function dressed(value: unknown, node: GraphNode): unknown {
  if (Array.isArray(value)) return value.map((item) => dressed(item, node));
  return isMap(value) ? new DocumentPart(node, value) : null;
}

/** What a field of a member reads, and whether it leads deeper into the document. */
function factsOf(resource: Resource, path: MemberPath, schema: ValueSchema): FieldFacts {
  return { reads: [askedFor(resource, path)], source: sourceOf(path), ...(objectIn(schema) && { isPart: true }) };
}

/** The path to ask for: of what lies deeper than a member of a part the whole member, since a list may stand between. */
export function askedFor({ family }: Resource, path: MemberPath): string {
  return askedPath(family, path.slice(0, parts.includes(path[0] ?? '') ? 2 : 1));
}

/** Whether a value is an object, or a list of these. */
function objectIn(schema: ValueSchema): boolean {
  return schema.kind === 'list' ? objectIn(schema.items) : schema.kind === 'object';
}
