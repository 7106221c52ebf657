/**
 * What is known of addresses, and what the front end says of them, for all viewers: nothing of it is private.
 */
import type { DocumentCache } from '../../store/document-cache.ts';
import type { Linked } from '../../store/known-addresses.ts';
import { comparablePath } from '../../wordpress/address-path.ts';
import type { AddressShapes } from '../../wordpress/address-shapes.ts';
import type { SiteAddress } from '../../wordpress/site-address.ts';
import type { Operation } from '../operation/operation.ts';
import { type Batches, createBatches } from './batches.ts';
import type { FrontEnd } from './front-end.ts';

export interface AddressesOptions {
  readonly shapes: AddressShapes;
  readonly frontEnd: FrontEnd;
  readonly cache: Pick<DocumentCache, 'addresses'>;
}

export class Addresses {
  readonly shapes: AddressShapes;
  readonly frontEnd: FrontEnd;
  readonly #cache: AddressesOptions['cache'];
  readonly #atOnce: Batches<{ readonly operation: Operation }, number>;

  constructor({ shapes, frontEnd, cache }: AddressesOptions) {
    this.shapes = shapes;
    this.frontEnd = frontEnd;
    this.#cache = cache;
    this.#atOnce = createBatches(async (needs) => needs.map(() => needs.length));
  }

  linkedAt(address: SiteAddress): Linked | undefined {
    if (address.parameters.length > 0 && address.hasNoPath) return undefined;
    for (const path of address.paths) {
      const linked = this.#cache.addresses.linkedAt(comparablePath(path));
      if (linked) return linked;
    }
    return undefined;
  }

  countAtOnce(operation: Operation): Promise<number> {
    return this.#atOnce.load({ operation });
  }
}
