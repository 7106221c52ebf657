/**
 * A node of the graph: a document with the resource that it is of, which is the source value of everything that is asked of it.
 *
 * Documents are kept and shared by operations, viewers and schemas, so nothing is written on them: what a node is called, and
 * what its global id is, each schema says for itself (see `registry.ts`).
 */
import type { Loaded } from '../loaders/loaders.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import type { Resource } from '../wordpress/resources.ts';

export class GraphNode<D extends RestDocument = RestDocument> {
  readonly resource: Resource;
  readonly document: D;
  /** The document with all that was asked of it, while costly properties are on their way. */
  readonly whole: Promise<D> | undefined;

  constructor(resource: Resource, { document, whole }: Loaded<D>) {
    this.resource = resource;
    this.document = document;
    this.whole = whole;
  }
}
