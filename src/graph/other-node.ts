/**
 * What has a global id and is no document, content type, taxonomy or site: an archive, a menu.
 * Knows that such a node is found again by its key, which says all that it takes.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { MaybePromise } from '../maybe-promise.ts';
import type { GraphContext } from './context.ts';

export abstract class OtherNode {
  /** What its global id holds besides the name of its type. */
  abstract readonly key: string;
}

/** A kind of such nodes. */
export interface NodeKind<N extends OtherNode = OtherNode> {
  readonly typeName: string;
  isOne(node: OtherNode): node is N;
  /** `null` for what is not there, and for what was never a key. */
  find(key: string, context: GraphContext, info: GraphQLResolveInfo): MaybePromise<N | null>;
}
