// Knows the pressgraphs that are compared with one another: as it is built here, without one of its mechanisms, and as it is
// built in another checkout.

import { resolve } from 'node:path';
import { type Mechanism, mechanisms } from '../src/mechanisms.ts';
import { builtIn, checkout } from './built.ts';

export interface Variant {
  readonly name: string;
  /** Whether it is what pressgraph was, and not a pressgraph with something left out. */
  readonly isEarlier: boolean;
  /** The checkout that it is built in. */
  readonly folder: string;
  readonly settings: { readonly without?: Mechanism };
  readonly createGateway: Awaited<ReturnType<typeof builtIn>>['createGateway'];
}

/** The first one is pressgraph as it is. */
export type Variants = readonly [Variant, ...Variant[]];

/**
 * @param without names of mechanisms, each left out of a variant of its own
 * @param earlier folder of a built checkout
 */
export async function variantsOf(without: readonly string[], earlier: string | undefined): Promise<Variants> {
  const { createGateway } = await builtIn(checkout);
  const whole = { name: 'now', isEarlier: false, folder: checkout, settings: {}, createGateway };
  const lesser = without.map((name) => {
    if (!isMechanism(name)) {
      throw new Error(`No such mechanism: ${name}. There are ${Object.keys(mechanisms).join(', ')}.`);
    }
    return { ...whole, name: `without ${name}`, settings: { without: name } };
  });
  if (earlier === undefined) return [whole, ...lesser];
  const folder = resolve(earlier);
  const built = await builtIn(folder);
  return [
    whole,
    { name: 'before', isEarlier: true, folder, settings: {}, createGateway: built.createGateway },
    ...lesser,
  ];
}

function isMechanism(name: string): name is Mechanism {
  return Object.hasOwn(mechanisms, name);
}
