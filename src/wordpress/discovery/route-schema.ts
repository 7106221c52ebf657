/**
 * What a route says of itself: to `OPTIONS`, in the index of its namespace, or in that of the site.
 * Knows where each has it, and keeps no more of it than is read: a site has dozens of routes of thirty kilobytes each.
 */
import { coreArguments, coreProperties } from '../core-names.ts';
import type { RouteSchema } from '../described-resource.ts';
import { readMessage } from '../http/messages.ts';
import { deepest, isShown } from '../json-schema.ts';
import type { Resource } from '../resources.ts';
import { isMap, type ReadMap, readList, readMap, readMember, readTexts } from '../values.ts';

/** What is read of it; nothing where it is another answer. @param body of `OPTIONS`, or what an index has of the route */
export function readRouteSchema(body: unknown, resource: Resource): RouteSchema | undefined {
  const endpoints = readList(readMember(body, 'endpoints')) ?? [];
  const collection = endpoints.find((endpoint) => readTexts(readMember(endpoint, 'methods'))?.includes('GET'));
  const properties = readMap(readMember(readMember(body, 'schema'), 'properties'));
  const args = readMap(readMember(collection, 'args'));
  if (!properties && !args) return undefined;
  return {
    ...(properties && { properties: essentialProperties(properties, resource) }),
    ...(args && { arguments: essentialArguments(args, resource) }),
  };
}

/** Of core's properties, which are known, their names. */
function essentialProperties(properties: ReadMap, resource: Resource): ReadMap {
  // Where a collection cannot be asked by terms, these are properties like any others.
  const core = coreProperties({ ...resource, sorters: [] });
  const shown = Object.entries(properties).filter(([, schema]) => isShown(schema));
  return Object.fromEntries(
    shown.map(([name, schema]) => [name, core.has(name) && name !== 'meta' ? {} : essential(schema, 0)]),
  );
}

/** Of core's arguments, which are known, their names, and what sites change of them. */
function essentialArguments(args: ReadMap, resource: Resource): ReadMap {
  const core = coreArguments(resource);
  return Object.fromEntries(
    Object.entries(args).map(([name, schema]) => {
      if (!core.has(name)) return [name, essential(schema, 0)];
      const { maximum, enum: values } = readMap(schema) ?? {};
      return [
        name,
        given({ maximum: name === 'per_page' ? maximum : undefined, enum: name === 'orderby' ? values : undefined }),
      ];
    }),
  );
}

/** A schema with what is read of schemas (see `json-schema.ts`), and of descriptions what is repeated. */
function essential(schema: unknown, depth: number): unknown {
  if (!isMap(schema) || depth > deepest) return isMap(schema) ? {} : null;
  const {
    type,
    format,
    enum: values,
    minimum,
    maximum,
    maxItems,
    $ref,
    context,
    items,
    properties,
    oneOf,
    anyOf,
  } = schema;
  const alternatives = (several: unknown) => readList(several)?.map((one) => essential(one, depth));
  const parts = readMap(properties);
  return given({
    type,
    format,
    enum: values,
    minimum,
    maximum,
    maxItems,
    $ref,
    context,
    description: readMessage(schema.description) ?? readMessage(schema.title),
    items: isMap(items) ? essential(items, depth + 1) : undefined,
    properties:
      parts && Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, essential(part, depth + 1)])),
    oneOf: oneOf === undefined ? undefined : alternatives(oneOf),
    anyOf: anyOf === undefined ? undefined : alternatives(anyOf),
  });
}

function given(members: Readonly<Record<string, unknown>>): ReadMap {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));
}
