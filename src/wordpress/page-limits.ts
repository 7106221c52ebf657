/**
 * How much of a collection one request may ask for, and by which arguments: as the site's index says it, or as a refusal has
 * taught since.
 */
import { PressgraphError } from '../errors.ts';
import type { Query } from './http/rest-root.ts';
import { largestPage, type Resource } from './resources.ts';

/** Arguments that choose documents by name: a route that does not know one leaves it out of account. */
type Choosing = 'include' | 'slug';

const choosing: readonly Choosing[] = ['include', 'slug'];

export class PageLimits {
  readonly #resources: ReadonlyMap<string, Resource>;
  /** By route: what it has refused more than. */
  readonly #learned = new Map<string, number>();

  constructor(resources: readonly Resource[] = []) {
    this.#resources = new Map(resources.map((resource) => [resource.route, resource]));
  }

  /** The most rows that one request to a route may ask for. */
  largestPage(route: string): number {
    return this.#learned.get(route) ?? this.#resources.get(route)?.largestPage ?? largestPage;
  }

  /** Notes that a route has refused more rows than these. */
  learn(route: string, most: number): void {
    this.#learned.set(route, most);
  }

  /** Whether documents can be chosen by this argument. */
  canChooseBy(argument: Choosing, route: string): boolean {
    return this.#resources.get(route)?.batches[argument] ?? true;
  }

  /** Whether a route takes `offset`, as those of documents do; else rows are passed over by whole pages. */
  canSkip(route: string): boolean {
    return this.#resources.get(route)?.skips ?? false;
  }

  /** @throws PressgraphError where others than those that are asked for would come */
  check(route: string, query: Query): void {
    const missing = choosing.find((argument) => query[argument] !== undefined && !this.canChooseBy(argument, route));
    if (missing === undefined) return;
    const message = `The site has taken "${missing}" from the arguments of ${route}, so what is asked for by it cannot be found.`;
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
  }
}
