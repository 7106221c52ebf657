/**
 * Properties that arrive after the rest of their document.
 *
 * WordPress renders bodies and excerpts at several times the cost of all else, so they are asked beside the rest of a list
 * instead of in it: what the rest leads to (authors, images, terms) is looked up meanwhile. A field that reads such a
 * property waits here; no other field does.
 */
import { allOf } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';

type WholeDocuments = Promise<ReadonlyMap<number, RestDocument>>;

const awaited = new WeakMap<RestDocument, () => Promise<RestDocument>>();

/** Notes that the rest of these documents is on its way. */
export function awaitRest(documents: readonly RestDocument[], whole: WholeDocuments): void {
  // Whether it failed concerns those who read it, and there may be none.
  whole.catch(() => undefined);
  for (const document of documents) awaited.set(document, async () => (await whole).get(document.id) ?? document);
}

/** Lets a document that was made of others wait for what these wait for, and be made of them then as it was before. */
export function carryOver(
  from: readonly RestDocument[],
  to: RestDocument,
  form: (wholes: readonly RestDocument[]) => RestDocument,
): void {
  if (from.includes(to) || !from.some((document) => awaited.has(document))) return;
  awaited.set(to, async () => form(await allOf(from, (document) => restOf(document) ?? document)));
}

/** Settles when nothing of the documents of one answer is on its way any more, whether it arrived or failed. */
export async function restSettled([first]: readonly (RestDocument | null)[]): Promise<void> {
  await (first && restOf(first)?.catch(() => undefined));
}

/** The whole document, if parts of it are on their way. */
export function restOf<D extends RestDocument>(document: D): Promise<D> | undefined {
  return awaited.get(document)?.() as Promise<D> | undefined;
}
