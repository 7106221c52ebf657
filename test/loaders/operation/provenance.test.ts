import { describe, expect, it } from 'vitest';
import type { KeptKind } from '../../../src/kept-kinds.ts';
import { keptKinds } from '../../../src/kept-kinds.ts';
import { Provenance } from '../../../src/loaders/operation/provenance.ts';
import type { Found } from '../../../src/store/document-cache.ts';
import type { Lifetimes } from '../../../src/store/freshness.ts';

const lifetimes = Object.fromEntries(
  keptKinds.map((kind) => [kind, { fresh: kind === 'users' ? 10 : 100, stale: 1_000, spare: 10_000 }]),
) as unknown as Lifetimes;
const found = (kind: KeptKind, at: number, stage: Found<unknown>['stage'] = 'fresh') => ({
  value: null,
  kind,
  at,
  stage,
});

describe('the answer of an operation', () => {
  it('lives as long as what it is made of: the oldest of each kind counts', () => {
    const provenance = new Provenance(false);
    provenance.uses('content', 50);
    provenance.usesKnown(found('content', 20));
    provenance.uses('users', 115);
    expect(provenance.lifetime(lifetimes, 120)).toEqual({ fresh: 120, stale: 1_120 });
  });

  it('lives for ever, as far as it depends on documents, where it is made of none', () => {
    const never = Number.POSITIVE_INFINITY;
    expect(new Provenance(false).lifetime(lifetimes, 5)).toEqual({ fresh: never, stale: never });
  });

  it.each([
    ['spare', false, true],
    ['spare', true, true],
    ['stale', true, true],
    ['stale', false, false],
    ['fresh', true, false],
  ] as const)('made of what is %s is kept by nobody (fresh is demanded: %s): %s', (stage, demandsFresh, isDegraded) => {
    const provenance = new Provenance(demandsFresh);
    provenance.usesKnown(found('content', 50, stage));
    const { fresh } = provenance.lifetime(lifetimes, 60);
    expect(fresh === 60).toBe(isDegraded);
  });

  it('names its ingredients: lists, and documents whether they are there or not', () => {
    const provenance = new Provenance(false);
    provenance.addList('/wp/v2/posts');
    for (const id of [1, 2, 1]) provenance.addDocument('/wp/v2/posts', id);
    expect(provenance.ingredients).toEqual({
      lists: new Set(['/wp/v2/posts']),
      documents: new Map([['/wp/v2/posts', new Set([1, 2])]]),
    });
  });
});
