/**
 * What resolvers get for an operation.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { Loaders } from '../loaders/loaders.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { ValueSchema } from '../wordpress/value-schema.ts';
import type { TextConversions } from './fields/text-conversions.ts';
import type { Selection } from './plan/selection.ts';

export interface GraphContext {
  readonly loaders: Loaders;
  /** Its plain texts. */
  readonly texts: TextConversions;
  /** What it is going to read. */
  readonly selection: Selection;
  /**
   * Tells the client of a failure that leaves something out of a field's value: a list that has no place for `null` stands
   * without it.
   */
  tell(failure: Error, info: GraphQLResolveInfo): void;
  /**
   * Notes a value of a document that is given out as `null`, because it is neither none nor what is promised of it.
   * @param property its path in documents of the resource: `acf.hero.title`
   */
  drop(resource: Resource, property: string, promised: ValueSchema, value: unknown): void;
}
