/**
 * The types of any schema, as clients that keep objects by their identity go by them.
 */
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type CacheRules, cacheRules, type IdentifiedTypes } from './cache-rules.ts';

/** The rules for clients of a schema: `buildSchema(site)`, or one of your own that holds it. */
export function cacheRulesOf(schema: GraphQLSchema): CacheRules {
  return cacheRules(identifiedTypesOf(schema));
}

export function identifiedTypesOf(schema: GraphQLSchema): IdentifiedTypes {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const abstract = types.filter((type) => isInterfaceType(type) || isUnionType(type));
  const objects = types.filter(isObjectType).filter((type) => !roots.includes(type));
  return {
    possibleTypes: Object.fromEntries(
      abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    ),
    keys: Object.fromEntries(objects.map((type) => [type.name, 'id' in type.getFields() ? 'id' : null])),
    singletons: objects.filter((type) => 'id' in type.getFields() && isSingleton(schema, type)).map(({ name }) => name),
  };
}

/** Whether all that gives it are root fields that cannot be told which one to give. */
function isSingleton(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const holders = Object.values(schema.getTypeMap()).filter(
    (holder) => isObjectType(holder) || isInterfaceType(holder),
  );
  const givers = holders.flatMap((holder) =>
    Object.values(holder.getFields())
      .filter((field) => getNamedType(field.type) === type)
      .map(
        (field) => holder === schema.getQueryType() && field.args.length === 0 && getNullableType(field.type) === type,
      ),
  );
  return givers.length > 0 && givers.every(Boolean);
}
