/**
 * What a site and its plugins have added to documents, read by what its schema promises; what is not that is dropped and told of.
 * Values in a document are read of the document, members of what such a value holds are read of that.
 */
import { askedPath } from '../../wordpress/property-paths.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { readValue } from '../../wordpress/schema-values.ts';
import type { ValueSchema } from '../../wordpress/value-schema.ts';
import { type ReadMap, readAt, readMember } from '../../wordpress/values.ts';
import type { GraphNode } from '../node.ts';
import type { FieldPlan } from '../plan/field-plan.ts';

/** @param names the way to it in documents of the resource, from the name of a property on */
export function addedValue(
  resource: Resource,
  names: readonly string[],
  schema: ValueSchema,
): FieldPlan<GraphNode, unknown, unknown> {
  const path = names.join('.');
  return {
    reads: [askedPath(resource.family, names)],
    value: ({ document }, _args, context) =>
      readValue(schema, readAt(document, names), (promised, value) => context.drop(resource, path, promised, value)),
  };
}

/** As `addedValue`, for a member of an object, which has been read already. @param names the way to the member */
export function memberValue(
  resource: Resource,
  names: readonly string[],
  schema: ValueSchema,
): FieldPlan<ReadMap, unknown, unknown> {
  const path = names.join('.');
  const name = names.at(-1) ?? '';
  return {
    value: (map, _args, context) =>
      readValue(schema, readMember(map, name), (promised, value) => context.drop(resource, path, promised, value)),
  };
}
