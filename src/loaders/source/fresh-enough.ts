/**
 * What of that which is known will do without asking WordPress: what is fresh, and what is stale unless fresh is demanded.
 */
import type { Found } from '../../store/document-cache.ts';
import type { Audience } from '../operation/audience.ts';

export function isFreshEnough({ stage }: Found<unknown>, { demandsFresh }: Pick<Audience, 'demandsFresh'>): boolean {
  return stage === 'fresh' || (stage === 'stale' && !demandsFresh);
}
