/**
 * Properties that arrive after the rest of their document.
 *
 * WordPress renders bodies and excerpts at several times the cost of all else, so they are asked beside the rest of a list
 * instead of in it: what the rest leads to (authors, images, terms) is looked up meanwhile. A field that reads such a
 * property waits here; no other field does.
 */
import type { RestDocument } from '../wordpress/documents.ts';

type WholeDocuments = Promise<ReadonlyMap<number, RestDocument>>;

const awaited = new WeakMap<RestDocument, () => Promise<RestDocument>>();

/** Notes that the rest of these documents is on its way. */
export function awaitRest(documents: readonly RestDocument[], whole: WholeDocuments): void {
  // Whether it failed concerns those who read it, and there may be none.
  whole.catch(() => undefined);
  for (const document of documents) awaited.set(document, async () => (await whole).get(document.id) ?? document);
}

/** Carries the wait for one form of a document over to another one. */
export function carryOver<D extends RestDocument>(from: RestDocument, to: D, form: (whole: RestDocument) => D): void {
  const rest = to === from ? undefined : awaited.get(from);
  if (!rest) return;
  const own = awaited.get(to);
  awaited.set(to, async () => (own ? { ...(await own()), ...form(await rest()) } : form(await rest())));
}

/** Settles when nothing of the documents of one answer is on its way any more, whether it arrived or failed. */
export async function restSettled([first]: readonly (RestDocument | null)[]): Promise<void> {
  await (first && restOf(first)?.catch(() => undefined));
}

/** The whole document, if parts of it are on their way. */
export function restOf<D extends RestDocument>(document: D): Promise<D> | undefined {
  return awaited.get(document)?.() as Promise<D> | undefined;
}
