/**
 * The Pothos builder: the context, the scalars, and how a field takes a plan.
 * Every other file here defines one noun with it.
 */
import SchemaBuilder, {
  type FieldMap,
  type ImplementableInterfaceRef,
  type ImplementableObjectRef,
} from '@pothos/core';
import { DateTimeResolver, JSONResolver, LocalDateTimeResolver, SafeIntResolver } from 'graphql-scalars';
import type { GraphContext } from '../../graph/context.ts';
import type { FieldFacts, FieldPlan, Resolve } from '../../graph/plan/field-plan.ts';

export interface GraphTypes {
  Context: GraphContext;
  Scalars: {
    ID: { Input: string | number; Output: string };
    DateTime: { Input: Date; Output: string };
    LocalDateTime: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
    SafeInt: { Input: number; Output: number };
  };
}

type Types = PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>;

export type Builder = PothosSchemaTypes.SchemaBuilder<Types>;

/** What the `fields` function of a type gets, for fields that several types share. */
export type FieldsOf<Source> = PothosSchemaTypes.ObjectFieldBuilder<Types, Source>;

export type Fields = FieldMap;

/** An object type, by the value that its fields are resolved on. */
export type ObjectType<Source> = ImplementableObjectRef<Types, Source>;

export type InterfaceType<Source> = ImplementableInterfaceRef<Types, Source>;

export function createBuilder(): Builder {
  const builder = new SchemaBuilder<GraphTypes>({});
  builder.addScalarType('JSON', JSONResolver, {
    description: 'Any JSON value, as WordPress or a plugin stored it.',
  });
  builder.addScalarType('DateTime', DateTimeResolver, {
    description: 'A moment in UTC, as RFC 3339: `2024-05-16T16:00:28.000Z`.',
  });
  builder.addScalarType('LocalDateTime', LocalDateTimeResolver, {
    description:
      "A date and time as the site's clock shows it, without an offset: `2024-05-16T16:00:28`. The zone is `site.timezone`.",
  });
  builder.addScalarType('SafeInt', SafeIntResolver, {
    description: 'A whole number of up to 53 bits, as a JSON number: what `Int` does not hold.',
  });
  return builder;
}

/** Options of a field that is what a plan says. */
export function planned<Source, Args, Out>(
  plan: FieldPlan<Source, Args, Out>,
): { resolve: Resolve<Source, Args, Out>; extensions: { pressgraph: FieldFacts } } {
  return { resolve: plan.value, extensions: { pressgraph: plan } };
}
