/**
 * A document as the loaders give it out.
 *
 * WordPress renders bodies and excerpts at several times the cost of all else, so for a list they are deferred: asked for in a
 * parallel request, while what the other properties lead to (authors, images, terms) is looked up. Until they have come, a
 * document is given out without them, and with a promise of the whole.
 */
import type { KnownDocument } from '../store/known-document.ts';
import type { RestDocument } from '../wordpress/documents.ts';

/** A document for one operation. */
export interface Loaded<D extends RestDocument = RestDocument> {
  /** What has come of it. */
  readonly document: D;
  /**
   * The document with its deferred properties, while these are on their way. Whether they fail concerns those who read one of
   * them, and there may be none: nobody has to handle it.
   */
  readonly whole?: Promise<D> | undefined;
}

/** What a look-up has brought: what is known of a document, its deferred properties counted as known already. */
export interface LookedUp extends KnownDocument {
  readonly whole?: Promise<RestDocument> | undefined;
}

/** A document that has been looked up, and is there. */
export interface LoadedDocument extends LookedUp {
  readonly document: RestDocument;
}

/** `null` where a look-up has found that there is no such document. */
export function loadedOrNull(lookedUp: LookedUp): LoadedDocument | null {
  return lookedUp.document === null ? null : (lookedUp as LoadedDocument);
}

/** Settles when the deferred properties of one answer's documents have arrived or failed: they come together. */
export async function waitForDeferred([first]: readonly LookedUp[]): Promise<void> {
  await first?.whole?.catch(() => undefined);
}
