/**
 * Where fields lead that hold ids: the configuration says it, ACF's schema does (images, files, galleries), or its links do.
 * What none of these tells leads nowhere: content, terms and users are counted apart, so that an id alone says nothing.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { MaybePromise } from '../../maybe-promise.ts';
import { memoized } from '../../memoized.ts';
import { acfProperty, acfReads, countedAs, isOfMedia } from '../../wordpress/acf-links.ts';
import type { Resource } from '../../wordpress/resources.ts';
import type { ValueSchema } from '../../wordpress/value-schema.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import type { FieldFacts } from '../plan/field-plan.ts';
import type { Registry } from '../registry.ts';
import { follow, followAll } from '../relations.ts';
import { AcfRelations } from './acf-relations.ts';

/** A field that may hold ids, as the site describes it. */
export interface IdField {
  /** Whose documents have it. */
  readonly from: Resource;
  /** Names from the document on, as WordPress has them; items of a list have none. */
  readonly path: readonly string[];
  readonly value: ValueSchema;
  /** Paths of the REST properties that are read for its value. */
  readonly reads: readonly string[];
  /** What the configuration says that its ids are of. */
  readonly to?: Resource | undefined;
}

/** Where such a field leads. */
export interface IdLead {
  /** Whether to one at most; else to a list. */
  readonly isOne: boolean;
  /** What its nodes are of; `null` where they may be of any resource. */
  readonly to: Resource | null;
  /** What is read, from the document on, wherever below it the field stands. */
  readonly facts: FieldFacts;
  /**
   * @param node the document that has the field
   * @param held the field's own value
   */
  value(
    node: GraphNode,
    held: unknown,
    context: GraphContext,
    info: GraphQLResolveInfo,
  ): MaybePromise<GraphNode | GraphNode[] | null>;
}

/** How many a list of ids usually holds. */
const usualIds = 5;

/** @returns where a field leads in a schema; `null` for one that can lead nowhere */
export function idLeads(registry: Registry): (field: IdField) => IdLead | null {
  const [media] = registry.ofFamily('media');
  const acfRelations = memoized((from: Resource) => new AcfRelations(from, registry.resources));
  return ({ from, path, value, reads, to }) => {
    const isOne = holdsOne(value);
    const facts = { looksUpById: true, ...(!isOne && { size: usualIds }) };
    const [top, name, ...below] = path;
    const known = to ?? (top === acfProperty && isOfMedia(value) ? media : undefined);
    if (known) {
      return {
        isOne,
        to: known,
        facts: { ...facts, reads },
        value(_node, held, context, info) {
          if (isUnset(held)) return null;
          return isOne ? follow(known, known, held, context, info) : followAll(known, known, held, context, info);
        },
      };
    }
    const isLinked = top === acfProperty && name !== undefined && below.length === 0 && value.kind === 'ids';
    if (!isLinked || countedAs(from.family) === undefined) return null;
    const field = { name, isOne };
    return {
      isOne,
      to: null,
      facts: { ...facts, reads: [...reads, ...acfReads] },
      value: (node, held, context, info) =>
        isUnset(held) ? null : acfRelations(from).follow(node, field, held, context, info),
    };
  };
}

/** What stands for no value, of a list as well: its ids are `null` then, and so is what they lead to. */
function isUnset(held: unknown): boolean {
  return held === undefined || held === null || held === false || held === '';
}

function holdsOne(value: ValueSchema): boolean {
  if (value.kind === 'ids') return value.isOne;
  return value.kind !== 'list' && value.kind !== 'json';
}
