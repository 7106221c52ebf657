/**
 * How long what is known may be used: fresh, then stale (served at once, refreshed behind), then spare (served only when
 * WordPress fails), then not at all.
 */

/** What has a lifetime of its own. `missing` are documents that are not there. */
export const kinds = ['content', 'media', 'terms', 'users', 'comments', 'site', 'missing'] as const;

export type Kind = (typeof kinds)[number];

/** Milliseconds, each stage counted from the end of the one before. */
export interface Lifetime {
  readonly fresh: number;
  readonly stale: number;
  readonly spare: number;
}

export type Lifetimes = Readonly<Record<Kind, Lifetime>>;

export type Stage = 'fresh' | 'stale' | 'spare' | 'gone';

export function stageOf({ fresh, stale, spare }: Lifetime, at: number, now: number): Stage {
  const age = now - at;
  if (age < fresh) return 'fresh';
  if (age < fresh + stale) return 'stale';
  return age < fresh + stale + spare ? 'spare' : 'gone';
}

export function wholeLife({ fresh, stale, spare }: Lifetime): number {
  return fresh + stale + spare;
}
