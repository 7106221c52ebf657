/**
 * Watches every field of a schema while it is executed: what it gives out counts against the limits of its operation, and it
 * lets others have their turn, fails and ends as its operation needs it to.
 *
 * A field that cannot be `null` never fails in place: graphql-js completes a list item by item, and where a later item throws
 * at once it abandons the promises of earlier ones, whose rejections nobody handles then: that ends the process.
 */
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { PressgraphError } from '../../errors.ts';
import type { GraphContext } from '../../graph/context.ts';
import { countsAsDocument } from '../../graph/plan/field-plan.ts';
import type { Execution } from './execution.ts';
import { jsonLength } from './json.ts';

interface GuardedContext extends GraphContext {
  /** Absent where the schema is executed outside of a gateway: nothing is watched then. */
  readonly execution?: Execution;
}

type Resolver = GraphQLFieldResolver<unknown, GuardedContext>;

/**
 * Counts the documents of a value that a field gives out.
 * @returns how long the value is as JSON, at least
 * @throws what the schema says cannot be, so that the field fails and not its list
 */
type Count = (value: unknown, execution: Execution) => number;

/** Items of a list that is given out no later than a single object would be: each list put off costs some promises. */
const shortList = 10;

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

function guarded(name: string, field: GraphQLField<unknown, unknown>, resolve: Resolver): Resolver {
  const { type } = field;
  const canBeNull = !isNonNullType(type);
  const isComposite = !isLeafType(getNamedType(type));
  const isText = isTextual(getNullableType(type));
  const isSingle = !isListType(getNullableType(type));
  const count = countOf(name, field);

  function give(value: unknown, execution: Execution, info: GraphQLResolveInfo): unknown {
    // The quotes, the colon and the comma.
    let bytes = (info.path.key as string).length + 4;
    // Most are texts, and are counted without a call.
    if (isText && typeof value === 'string') bytes += value.length + 2;
    else if (value !== null && value !== undefined) bytes += count(value, execution);
    else if (canBeNull) bytes += 4;
    else throw missing(name);
    execution.countBytes(bytes);
    return execution.isOver ? execution.never : value;
  }

  function fail(error: unknown, execution: Execution): never | null {
    if (canBeNull) return execution.fail(error);
    throw error;
  }

  return (source, args, context, info) => {
    const { execution } = context;
    if (!execution) return resolve(source, args, context, info);
    if (execution.isEnding && execution.isOver) return execution.never;
    try {
      if (execution.isEnding) throw execution.overdue;
      const value = resolve(source, args, context, info);
      if (typeof value === 'object' && value instanceof Promise) {
        return execution.wait(
          value,
          (settled) => give(settled, execution, info),
          (error) => fail(error, execution),
        );
      }
      const isSmall = isSingle || (Array.isArray(value) && value.length <= shortList);
      if (!isComposite || !execution.eventLoop.isDue(isSmall)) return give(value, execution, info);
      // What the field asks for has been asked for already, together with what its siblings ask for.
      return execution.postpone(
        () => give(value, execution, info),
        (error) => fail(error, execution),
      );
    } catch (error) {
      return canBeNull ? execution.fail(error) : Promise.reject(error);
    }
  };
}

function countOf(name: string, { type, extensions }: GraphQLField<unknown, unknown>): Count {
  const given = getNullableType(type);
  const named = getNamedType(type);
  const single: Count = isLeafType(named)
    ? countLeaf(named, isNonNullType(type) || (isListType(given) && isNonNullType(given.ofType)))
    : // Connections and their edges are how documents are given out, not documents.
      countObject(countsAsDocument(extensions.pressgraph) ? 1 : 0);
  if (!isListType(given)) return single;

  const canHoldNull = !isNonNullType(given.ofType);
  return (values, execution) => {
    if (!Array.isArray(values)) throw new PressgraphError('UPSTREAM_BAD_RESPONSE', `What ${name} lists is no list.`);
    let bytes = 2;
    for (const value of values) {
      // What is beyond the limits need not be gone through.
      if (execution.isOver || bytes > execution.bytesLeft) break;
      if (value !== null && value !== undefined) bytes += 1 + single(value, execution);
      else if (canHoldNull) bytes += 5;
      else throw missing(name);
    }
    return bytes;
  };
}

function countObject(documents: number): Count {
  if (documents === 0) return () => 2;
  return (_object, execution) => {
    execution.countDocuments(documents);
    return 2;
  };
}

/** @param isNeeded whether the value cannot be replaced by `null` when it is of another kind than its type */
function countLeaf(type: GraphQLLeafType, isNeeded: boolean): Count {
  const isText = isTextual(type);
  return (value, execution) => {
    if (typeof value === 'string') {
      if (isNeeded && !isText) type.serialize(value);
      return value.length + 2;
    }
    if (isNeeded) type.serialize(value);
    return typeof value === 'object' ? jsonLength(value, execution.bytesLeft) : 4;
  };
}

/** Whether any text is a value of this type. */
function isTextual(type: GraphQLOutputType): boolean {
  return isScalarType(type) && (type.name === 'String' || type.name === 'ID');
}

function missing(name: string): PressgraphError {
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress gave no value for ${name}, which always has one.`);
}
