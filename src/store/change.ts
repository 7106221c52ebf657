/**
 * A change on the site, as it is announced: what it names, and what it says of a document or of lists.
 */

/** What changed in one collection. Whatever changes, lists of the collection may have other members or another order. */
export interface Change {
  /** Route of the collection, e.g. `/wp/v2/posts`; `*` for everything that is known. */
  readonly route: string;
  /** Documents that changed, appeared or vanished; all of the collection when left out. */
  readonly ids?: readonly number[];
  /** When some have vanished and nobody knows which: of the documents known so far, only these are still there. */
  readonly kept?: readonly number[];
}

export const everything: Change = { route: '*' };

export function isEverything({ route }: Pick<Change, 'route'>): boolean {
  return route === everything.route;
}

/** Whether a change says something of a document. */
export function concerns(change: Change, collection: string, id: number): boolean {
  const { ids, kept } = change;
  if (!concernsLists(change, collection)) return false;
  return ids === undefined || ids.includes(id) || (kept !== undefined && !kept.includes(id));
}

/** Whether a change may have given lists of a collection other members. */
export function concernsLists(change: Change, collection: string): boolean {
  return change.route === collection || isEverything(change);
}
