/**
 * What is asked for by itself, one request or a few for each, and kept as a document of a collection: of the operation, under way,
 * at hand, in the store, and from the site, in this order.
 */
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import { learned } from '../../store/known-document.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Properties } from '../../wordpress/properties.ts';
import type { LookedUp } from '../loaded.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { Flights } from '../source/flights.ts';
import { isFreshEnough } from '../source/fresh-enough.ts';
import type { Source } from '../source/source.ts';

export interface SingleDocument {
  /** The route that is asked. */
  readonly route: string;
  /** Where it is kept: what is dropped there is asked for anew. */
  readonly collection: string;
  readonly id: number;
  readonly properties: Properties;
}

export interface AskedSingle {
  readonly document: RestDocument;
  readonly bytes: number;
  /** Whether it says only that nobody was asked: that is not kept. */
  readonly isUnasked?: boolean;
}

export type AskSingle = (audience: Audience) => Promise<AskedSingle>;

export class SingleDocuments {
  readonly #source: Source;
  readonly #flights = new Flights<LookedUp>();

  constructor(source: Source) {
    this.#source = source;
  }

  load(operation: Operation, single: SingleDocument, ask: AskSingle): MaybePromise<LookedUp> {
    const { readThrough, cache } = this.#source;
    const { route, collection, id, properties } = single;
    const own = operation.memory.document(collection, id, properties);
    if (own) return own;
    const known = readThrough.answer<LookedUp, Audience>(
      operation,
      route,
      cache?.document(collection, id, properties),
      () => `${route} ${collection}/${id} ${properties.print()}`,
      (asking) => {
        const sought = { route, collection, key: `${collection}/${id}`, properties, asOf: cache?.asOf };
        return this.#flights.joinOrAsk(asking, sought, (audience) => this.#recallOrAsk(audience, single, ask));
      },
    );
    return andThen(known, (lookedUp) => {
      operation.learn(collection, id, lookedUp);
      return lookedUp;
    });
  }

  async #recallOrAsk(
    audience: Audience,
    { collection, id, properties }: SingleDocument,
    ask: AskSingle,
  ): Promise<LookedUp> {
    const { cache, readThrough, kindOf } = this.#source;
    const recalled = await cache?.recallDocuments(collection, [id]);
    const found = recalled?.find(id, properties);
    if (found && isFreshEnough(found, audience)) {
      readThrough.serve(audience, found);
      return found.value;
    }
    const { document, bytes, isUnasked } = await ask(audience);
    if (recalled && !isUnasked) cache?.learn(collection, [{ document, bytes }], properties, recalled.asOf);
    audience.uses(kindOf(collection), Date.now());
    return learned(document, properties, Date.now(), bytes);
  }
}
