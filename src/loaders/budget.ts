/**
 * Counts what one operation asks of WordPress, and refuses what is too much.
 * Knows a number; every look-up of the operation goes through the `RestGet` that it guards.
 */
import { PressgraphError } from '../errors.ts';
import type { RestGet } from '../wordpress/client.ts';

/** @param most upstream requests that the operation may make */
export function withBudget(get: RestGet, most: number): RestGet {
  let made = 0;
  return async (request) => {
    if (made >= most) {
      throw new PressgraphError(
        'BUDGET_EXCEEDED',
        `This operation needs more than the ${most} upstream requests that one operation may make. Ask for less of it at a time.`,
        { route: request.route },
      );
    }
    made++;
    return get(request);
  };
}
