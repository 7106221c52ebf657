/**
 * How long what is known may be used: fresh, then stale (served at once, refreshed in the background), then spare
 * (served only when WordPress fails), then not at all.
 */
import { type KeptKind, keptKinds } from '../kept-kinds.ts';
import { openingOf, privilegeNames, routeOfCollection } from '../privileges.ts';
import { families } from '../wordpress/families.ts';
import type { Site } from '../wordpress/site.ts';

/** Milliseconds, each stage counted from the end of the one before. */
export interface Lifetime {
  readonly fresh: number;
  readonly stale: number;
  readonly spare: number;
}

export type Lifetimes = Readonly<Record<KeptKind, Lifetime>>;

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

/** Milliseconds of each stage, by kind. */
export function lifetimesOf(
  stages: { readonly [Stage in keyof Lifetime]: Readonly<Record<KeptKind, number>> },
): Lifetimes {
  const { fresh, stale, spare } = stages;
  const lifetimes = keptKinds.map((kind) => [kind, { fresh: fresh[kind], stale: stale[kind], spare: spare[kind] }]);
  return Object.fromEntries(lifetimes) as Lifetimes;
}

/** What a site's collections are kept as: that goes by their family; `/` is what the site says of itself. */
export function kindsOf(site: Site): (collection: string) => KeptKind {
  const kinds = new Map<string, KeptKind>([
    ['/', 'site'],
    ['/wp/v2/statuses', 'site'],
  ]);
  for (const { kept, routes } of privilegeNames.map(openingOf))
    for (const route of Object.keys(routes)) kinds.set(route, kept);
  for (const { route, family } of site.resources) kinds.set(route, families[family].kept);
  return (collection) => kinds.get(routeOfCollection(collection)) ?? 'content';
}
