/**
 * What a site has refused to show, so that it is not asked for again with every operation.
 * Knows what counts as a refusal, how much of a site it is of, and when it is worth another try.
 */
import { PressgraphError } from '../../errors.ts';
import type { AsOf } from '../../store/as-of.ts';
import { CredentialsRefused } from '../../wordpress/http/failure.ts';

/** Until then what was refused stays refused: somebody may have given the right to it meanwhile. */
const believedMilliseconds = 600_000;

/** Said by WordPress, or by what stands in front of it: whoever it is, it is not shown. */
const refusedStatuses: readonly (number | undefined)[] = [401, 403, 404, 410];

export function isRefusal(error: unknown): error is PressgraphError {
  return (
    error instanceof CredentialsRefused || (error instanceof PressgraphError && refusedStatuses.includes(error.status))
  );
}

interface Refusal {
  /** In milliseconds since the epoch. */
  readonly at: number;
  /** Absent where nothing is kept. */
  readonly asOf: AsOf | undefined;
}

/** Stands for all routes. */
const everywhere = '*';

export class Refusals {
  readonly #byRoute = new Map<string, Refusal>();

  /** @param asOf the moment before it was asked */
  note(route: string, error: PressgraphError, asOf: AsOf | undefined): void {
    // Whoever is nobody there is refused all of it, whether his credentials were refused or overlooked.
    const isOfAll = error instanceof CredentialsRefused || error.status === 401;
    this.#byRoute.set(isOfAll ? everywhere : route, { at: Date.now(), asOf });
  }

  /** When a route was refused, in milliseconds since the epoch; `undefined` where it may be asked. */
  find(route: string): number | undefined {
    return [route, everywhere].map((name) => this.#current(name, route)).find((at) => at !== undefined);
  }

  #current(name: string, route: string): number | undefined {
    const refusal = this.#byRoute.get(name);
    if (!refusal) return undefined;
    const { at, asOf } = refusal;
    return Date.now() - at < believedMilliseconds && (asOf?.isCurrent(route) ?? true) ? at : undefined;
  }
}
