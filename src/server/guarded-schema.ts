/**
 * Watches every field of a schema while it is executed: what it gives out counts against the limits of its operation, and it
 * lets others have their turn, fails and ends as the rest of its operation needs it to.
 *
 * A field that cannot be `null` never fails in place: graphql-js completes a list item by item, and where a later item throws
 * at once it leaves the promises of earlier ones behind, whose rejections nobody handles then: that ends the process.
 */
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { PressgraphError } from '../errors.ts';
import type { GraphContext } from '../schema/builder.ts';
import { isConnectionPart } from '../schema/selection.ts';
import type { Execution } from './execution.ts';
import { jsonLength } from './json.ts';

/** The context of an operation that is watched; who executes without one is on his own. */
export interface GuardedContext extends GraphContext {
  readonly execution?: Execution;
}

type Resolver = GraphQLFieldResolver<unknown, GuardedContext>;

/** Counts a value that a field gives out. @throws what the schema says cannot be, so that the field fails and not its list */
type Count = (value: unknown, execution: Execution) => void;

/** Puts a guard before every resolver. To all who only read the schema it stays the same. */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = guarded(`${type.name}.${field.name}`, field, field.resolve ?? defaultFieldResolver) as never;
    }
  }
  return schema;
}

function guarded(name: string, { type }: GraphQLField<unknown, unknown>, resolve: Resolver): Resolver {
  const canBeNull = !isNonNullType(type);
  const isComposite = !isLeafType(getNamedType(type));
  const count = countOf(name, type);

  function give(value: unknown, execution: Execution, key: string | number): unknown {
    // The quotes, the colon and the comma.
    execution.countBytes(String(key).length + 4);
    if (value !== null && value !== undefined) count(value, execution);
    else if (!canBeNull) throw missing(name);
    return execution.isOver ? execution.never : value;
  }

  function failed(error: unknown, execution: Execution): never | null {
    if (canBeNull) return execution.fail(error);
    throw error;
  }

  const guard: Resolver = (source, args, context, info) => {
    const { execution } = context;
    if (!execution) return resolve(source, args, context, info);
    if (execution.isOver) return execution.never;
    try {
      if (execution.overdue) throw execution.overdue;
      const value = resolve(source, args, context, info);
      if (!(value instanceof Promise)) {
        if (!isComposite || !execution.turns.isDue()) return give(value, execution, info.path.key);
        // What the field asks for has been asked for already, together with what its siblings ask for.
        return execution.later(
          () => give(value, execution, info.path.key),
          (error) => failed(error, execution),
        );
      }
      return execution.wait(
        value,
        (late) => give(late, execution, info.path.key),
        (error) => failed(error, execution),
      );
    } catch (error) {
      return canBeNull ? execution.fail(error) : Promise.reject(error);
    }
  };
  return guard;
}

function countOf(name: string, type: GraphQLField<unknown, unknown>['type']): Count {
  const given = getNullableType(type);
  const named = getNamedType(type);
  const single: Count = isLeafType(named)
    ? countLeaf(named, isNonNullType(type) || (isListType(given) && isNonNullType(given.ofType)))
    : // Connections and their edges are how documents are given out, not documents.
      countObject(isConnectionPart(named) ? 0 : 1);
  if (!isListType(given)) return single;

  const canHoldNull = !isNonNullType(given.ofType);
  return (values, execution) => {
    if (!Array.isArray(values)) throw new PressgraphError('UPSTREAM_BAD_RESPONSE', `What ${name} lists is no list.`);
    for (const value of values) {
      if (execution.isOver) return;
      if (value !== null && value !== undefined) single(value, execution);
      else if (canHoldNull) execution.countBytes(5);
      else throw missing(name);
    }
  };
}

function countObject(documents: number): Count {
  return (_object, execution) => {
    execution.countBytes(3);
    if (documents > 0) execution.countDocuments(documents);
  };
}

/** @param isNeeded whether the value cannot be replaced by `null` when it is of another kind than its type */
function countLeaf(type: GraphQLLeafType, isNeeded: boolean): Count {
  const isText = type.name === 'String' || type.name === 'ID';
  return (value, execution) => {
    if (typeof value === 'string') execution.countBytes(value.length + 3);
    else execution.countBytes(typeof value === 'object' ? jsonLength(value, execution.bytesLeft) : 6);
    if (isNeeded && !(isText && typeof value === 'string')) type.serialize(value);
  };
}

function missing(name: string): PressgraphError {
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress gave no value for ${name}, which always has one.`);
}
