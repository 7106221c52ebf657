import { describe, expect, it } from 'vitest';
import type { Ingredients } from '../../../src/loaders/operation/provenance.ts';
import { isTouched, withoutListed } from '../../../src/server/answers/ingredients.ts';
import { everything } from '../../../src/store/change.ts';

const posts = '/wp/v2/posts';
const users = '/wp/v2/users';

describe('what an answer was made of', () => {
  const made: Ingredients = withoutListed({
    lists: new Set([posts]),
    documents: new Map([
      [posts, new Set([1, 2])],
      [users, new Set([3])],
    ]),
  });

  it('is each collection that it lists, and single documents of others', () => {
    expect(made).toEqual({ lists: new Set([posts]), documents: new Map([[users, new Set([3])]]) });
  });

  it('is touched by changes of these alone', () => {
    const isTouchedBy = (change: Parameters<typeof isTouched>[1]) => isTouched(made, change);
    expect(isTouchedBy({ route: posts, ids: [99] })).toBe(true);
    expect(isTouchedBy({ route: posts })).toBe(true);
    expect(isTouchedBy({ route: users, ids: [3] })).toBe(true);
    expect(isTouchedBy({ route: users, ids: [4] })).toBe(false);
    expect(isTouchedBy({ route: `${users}-more` })).toBe(false);
    expect(isTouchedBy(everything)).toBe(true);
  });
});
