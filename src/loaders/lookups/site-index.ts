/**
 * The REST index: what the site says of itself.
 * Knows that it is kept as the one document of a collection of its own.
 */
import { PressgraphError } from '../../errors.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { type ReadMap, readMap } from '../../wordpress/values.ts';
import type { Operation } from '../operation/operation.ts';
import type { Source } from '../source/source.ts';
import { SingleDocuments } from './single-documents.ts';

const route = '/';
const id = 0;

export class SiteIndex {
  readonly #source: Source;
  readonly #documents: SingleDocuments;

  constructor(source: Source) {
    this.#source = source;
    this.#documents = new SingleDocuments(source);
  }

  async load(operation: Operation, properties: Properties): Promise<ReadMap> {
    const single = { route, collection: route, id, properties };
    const { document } = await this.#documents.load(operation, single, async (audience) => {
      const { body, bytes } = await this.#source.get(audience, route, { _fields: properties.print() });
      const index = readMap(body);
      if (index) return { document: { ...index, id } as RestDocument, bytes };
      const message = 'WordPress answered with an index that is not an object.';
      throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
    });
    return document as unknown as ReadMap;
  }
}
