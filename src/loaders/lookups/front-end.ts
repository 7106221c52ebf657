/**
 * What the site's front end shows at addresses, one request for each that is not known; and whether it is to be asked at all.
 * Knows that it says to anybody the same: what is seen for one operation is known for all, whoever asked.
 */
import { PressgraphError } from '../../errors.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { DocumentCache } from '../../store/document-cache.ts';
import { kindOf } from '../../store/known-addresses.ts';
import { isFrontPage, tellingQuery } from '../../wordpress/address-parameters.ts';
import { isOutage } from '../../wordpress/http/failure.ts';
import type { AskSight, Sight } from '../../wordpress/http/front-end.ts';
import { frontEndRoute } from '../../wordpress/http/front-end.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { Site } from '../../wordpress/site.ts';
import { SiteAddress } from '../../wordpress/site-address.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { charged } from '../source/charged.ts';
import { Cooldown } from '../source/cooldown.ts';
import { Flights } from '../source/flights.ts';
import type { ReadThrough } from '../source/read-through.ts';

/** For so long a front end is left alone that is closed, or says nothing of documents. */
const cooldownMilliseconds = 60_000;

export interface FrontEndOptions {
  readonly site: Pick<Site, 'home' | 'resources' | 'contentTypes' | 'taxonomies'>;
  readonly ask: AskSight;
  readonly cache: Pick<DocumentCache, 'addresses' | 'asOf'>;
  readonly readThrough: ReadThrough;
}

export class FrontEnd {
  readonly #options: FrontEndOptions;
  readonly #routes: readonly string[];
  readonly #flights = new Flights<Sight | null>();
  readonly #closed = new Cooldown(cooldownMilliseconds);
  readonly #silent = new Cooldown(cooldownMilliseconds);

  constructor(options: FrontEndOptions) {
    this.#options = options;
    this.#routes = options.site.resources.map(({ route }) => route);
  }

  /** Whether it is left alone for now. */
  get isClosed(): boolean {
    return this.#closed.isOn();
  }

  /** Whether it says of its pages which documents they show, as far as is known. */
  get tells(): boolean {
    return !this.isClosed && !this.#silent.isOn();
  }

  /** `null` where it does not say. @throws PressgraphError where it fails at this address, and not at its front page */
  async load(operation: Operation, address: SiteAddress): Promise<Sight | null> {
    if (!address.hasPage) return null;
    const { cache, readThrough, site } = this.#options;
    const query = tellingQuery(address, site);
    const key = `${address.path}${query && `?${query}`}`;
    const found = cache.addresses.sight(key);
    const told = await readThrough.answer<Sight | null, Audience>(
      operation,
      frontEndRoute,
      found,
      () => `${frontEndRoute} ${key}`,
      (asking) => {
        const asOf = cache.asOf;
        const sought = { route: frontEndRoute, collection: frontEndRoute, key, properties: Properties.none, asOf };
        return this.#flights.joinOrAsk(asking, sought, (audience) => this.#ask(audience, address, key, asOf));
      },
    );
    if (!told && found) readThrough.serve(operation, found);
    const sight = told ?? found?.value ?? null;
    // Whatever is no document may be one after any change.
    if (sight && sight.kind !== 'document') for (const route of this.#routes) operation.provenance.addList(route);
    return sight;
  }

  async #ask(audience: Audience, address: SiteAddress, key: string, asOf: AsOf): Promise<Sight | null> {
    if (this.isClosed) return null;
    const sight = await this.#look(audience, address);
    if (isNone(sight) && (await this.#hasClosed(audience, address))) {
      this.#closed.begin();
      return null;
    }
    if (sight instanceof Error) throw sight;
    const seen: Sight = sight.kind === 'closed' ? { kind: 'untold', status: sight.status } : sight;
    // One address that is refused, or leads to another site, says nothing of how the others are answered.
    if (sight.kind === 'untold') this.#silent.begin();
    else if (sight.kind !== 'closed') this.#silent.end();
    this.#options.cache.addresses.learnSight(
      key,
      seen,
      seen.kind === 'document' ? [seen.document.route] : this.#routes,
      asOf,
    );
    audience.uses(kindOf(seen), Date.now());
    return seen;
  }

  /** What stands before a site may refuse some addresses, or fail at them: whether that goes for all, the front page shows. */
  async #hasClosed(audience: Audience, address: SiteAddress): Promise<boolean> {
    const { site } = this.#options;
    const front = SiteAddress.read('/', site);
    return isFrontPage(address, site) || !front || isNone(await this.#look(audience, front));
  }

  /** What is seen, or why there is no answer. */
  async #look(audience: Audience, address: SiteAddress): Promise<Sight | PressgraphError> {
    const request = { route: frontEndRoute, address, waiters: audience.waiters };
    try {
      return (await charged(audience, frontEndRoute, () => this.#options.ask(request))).sight;
    } catch (error) {
      if (error instanceof PressgraphError && isOutage(error)) return error;
      throw error;
    }
  }
}

function isNone(sight: Sight | PressgraphError): boolean {
  return sight instanceof Error || sight.kind === 'closed';
}
