// Holds what the graph gives of a site's own fields to the documents that WordPress gives: where both differ, and how.

import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Json, Members } from '../../../support/asked-fields.ts';

/** A field that says where its value stands in documents. */
interface MemberField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly path: string;
}

const source = /Source: `([^`]+)`\.$/;

/** The fields of a type that hold what the site has added to its documents; what ids in them lead to are not among them. */
function memberFields(type: GraphQLObjectType): MemberField[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const path = source.exec(field.description ?? '')?.[1];
    const named = getNamedType(field.type);
    const holdsValues = isLeafType(named) || (isObjectType(named) && named.getInterfaces().length === 0);
    return path !== undefined && holdsValues ? [{ field, path }] : [];
  });
}

export function typeNamed(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The graph has no type ${name}.`);
  return type;
}

/** All values of these fields, whatever they lie in. */
export function memberSelection(type: GraphQLObjectType): string {
  return memberFields(type)
    .map(({ field }) => {
      const named = getNamedType(field.type);
      return isObjectType(named) ? `${field.name} { ${memberSelection(named)} }` : field.name;
    })
    .join(' ');
}

/** What WordPress has, and what the graph makes of it, by path. */
export type Differences = Readonly<Record<string, readonly [held: Json, given: Json]>>;

/** Where the graph does not have what the document has. */
export function differences(type: GraphQLObjectType, document: Members, node: Members): Differences {
  const found: Record<string, [Json, Json]> = {};
  const tell = (path: string, held: Json, given: Json) => {
    found[path] = [held, given];
  };
  const compareMap = (of: GraphQLObjectType, above: string, held: Members, given: Members) => {
    for (const { field, path } of memberFields(of)) {
      const name = path.slice(above === '' ? 0 : above.length + 1);
      // What a document does not have is nothing.
      compare(field.type, path, held[name] ?? null, given[field.name] ?? null, path);
    }
  };
  const compare = (of: GraphQLOutputType, path: string, held: Json, given: Json, place: string): void => {
    const kind = getNullableType(of);
    if (isListType(kind)) {
      if (!Array.isArray(held) || !Array.isArray(given) || held.length !== given.length) {
        if (JSON.stringify(held) !== JSON.stringify(given)) tell(place, held, given);
        return;
      }
      held.forEach((item, index) => {
        compare(kind.ofType, path, item, given[index] ?? null, `${place}.${index}`);
      });
    } else if (isObjectType(kind)) {
      if (isMap(given) && (isMap(held) || isEmptyList(held))) compareMap(kind, path, isMap(held) ? held : {}, given);
      else if (held !== given) tell(place, held, given);
    } else if (JSON.stringify(held) !== JSON.stringify(given)) tell(place, held, given);
  };
  compareMap(type, '', document, node);
  return found;
}

/** PHP's way to write a map without members. */
function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isMap(value: Json): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
