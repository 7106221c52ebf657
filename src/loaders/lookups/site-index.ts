/**
 * The REST index: what the site says of itself.
 * Knows that it is kept as the one document of a collection of its own.
 */
import { PressgraphError } from '../../errors.ts';
import { learned } from '../../store/known-document.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { type ReadMap, readMap } from '../../wordpress/values.ts';
import type { LookedUp } from '../loaded.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { Flights } from '../source/flights.ts';
import { isFreshEnough } from '../source/fresh-enough.ts';
import type { Source } from '../source/source.ts';

const route = '/';
const id = 0;

export class SiteIndex {
  readonly #source: Source;
  readonly #flights = new Flights<LookedUp>();

  constructor(source: Source) {
    this.#source = source;
  }

  async load(operation: Operation, properties: Properties): Promise<ReadMap> {
    const { readThrough, cache } = this.#source;
    const known = await readThrough.answer<LookedUp, Audience>(
      operation,
      route,
      cache?.document(route, id, properties),
      () => `${route} ${properties.print()}`,
      (asking) => {
        const sought = { route, collection: route, key: route, properties, asOf: cache?.asOf };
        return this.#flights.joinOrAsk(asking, sought, (audience) => this.#ask(audience, properties));
      },
    );
    operation.learn(route, id, known);
    return known.document as unknown as ReadMap;
  }

  async #ask(audience: Audience, properties: Properties): Promise<LookedUp> {
    const source = this.#source;
    const recalled = await source.cache?.recallDocuments(route, [id]);
    const found = recalled?.find(id, properties);
    if (found && isFreshEnough(found, audience)) {
      source.readThrough.serve(audience, found);
      return found.value;
    }
    const { body, bytes } = await source.get(audience, route, { _fields: properties.print() });
    const index = readMap(body);
    if (!index) {
      const message = 'WordPress answered with an index that is not an object.';
      throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
    }
    const document = { ...index, id } as RestDocument;
    if (recalled) source.cache?.learn(route, [{ document, bytes }], properties, recalled.asOf);
    audience.uses(source.kindOf(route), Date.now());
    return learned(document, properties, Date.now(), bytes);
  }
}
