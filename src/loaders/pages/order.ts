/**
 * Orders of documents, as WordPress takes them.
 */
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Properties } from '../../wordpress/properties.ts';

/**
 * An order of documents. `dated` names the property that the order follows, where cursors can be stable; `numbered` the one
 * whose number it follows, which many documents may share.
 */
export interface Order {
  readonly orderby: string;
  readonly direction: 'asc' | 'desc';
  readonly dated?: 'date' | 'modified';
  readonly numbered?: string;
}

/** An order that follows a date. */
export interface DatedOrder extends Order {
  readonly dated: 'date' | 'modified';
}

export function isDated(order: Order): order is DatedOrder {
  return order.dated !== undefined;
}

/** The properties that an order needs to give out cursors. */
export function withOrder(properties: Properties, { dated, numbered }: Order): Properties {
  return properties.with('id', ...(dated ? [dated] : []), ...(numbered ? [numbered] : []));
}

/** The arguments by which WordPress orders a collection. */
export function orderQuery(order: Order): Query {
  return { orderby: order.orderby, order: order.direction };
}
