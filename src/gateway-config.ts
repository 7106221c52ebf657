/**
 * What a gateway is told when it is made, and what is said of a mistake in it.
 * Knows the kind of each member; what settings and addresses may be stands in `config.ts`.
 */
import { ConfigError } from './config-error.ts';
import type { Renames } from './dialects/pressgraph/site-names.ts';
import type { ConfiguredMenus } from './graph/menus/configured-menus.ts';
import type { Logger } from './log.ts';
import type { Observer } from './observer.ts';
import { type Settings, settings } from './settings.ts';
import { checkedMenus, checkedRelations, checkedTypes, type Relations } from './site-config.ts';
import { didYouMean } from './suggestion.ts';
import type { Send } from './wordpress/http/send.ts';

/** What `createGateway` is told: the site, and what differs from the usual. */
export interface GatewayConfig {
  /** Address of the WordPress site, of a page of it, or of its REST root. */
  readonly site: string | URL;
  /** What the graph calls types and taxonomies of the site, by their slugs, instead of what it makes of these. */
  readonly types?: Renames;
  /** Where ids in fields lead that say nothing of it themselves. */
  readonly relations?: Relations;
  /** Menus by the place that they are for, where the site has none for it that clients may see. */
  readonly menus?: ConfiguredMenus;
  /** Settings that differ from their defaults. */
  readonly settings?: Partial<Settings>;
  /** Where failures that clients must not see are written; nowhere when left out. A pino logger, or anything that writes as one. */
  readonly logger?: Logger;
  /** Is told of what happens out of sight of clients, as the log is: for metrics and traces. */
  readonly observer?: Observer;
  /** Carries requests to WordPress instead of the gateway's own HTTP client; for tests and unusual networks. */
  readonly send?: Send;
}

interface Member {
  isTaken(value: unknown): boolean;
  readonly expected: string;
}

/** Those with members of their own. */
const nested = { types: checkedTypes, relations: checkedRelations, menus: checkedMenus };
const members: Readonly<Record<Exclude<keyof GatewayConfig, keyof typeof nested>, Member>> = {
  site: {
    isTaken: (value) => typeof value === 'string' || value instanceof URL,
    expected: 'the address of a WordPress site, as "https://example.org"',
  },
  settings: { isTaken: isObject, expected: 'an object of settings, as { maxDepth: 10 }' },
  logger: {
    isTaken: (value) =>
      isObject(value) && ['debug', 'info', 'warn', 'error'].every((level) => typeof value[level] === 'function'),
    expected: 'a logger with the functions debug, info, warn and error, as pino makes one',
  },
  observer: { isTaken: isObject, expected: 'an object with functions to tell, as { request: (event) => ... }' },
  send: { isTaken: (value) => typeof value === 'function', expected: 'a function that sends a request' },
};
const plain = Object.keys(members) as (keyof typeof members)[];
const names = [...plain, ...Object.keys(nested)];

/**
 * A program without types may give anything.
 * @throws ConfigError for what is no configuration, naming the member
 */
export function checkedConfig(given: unknown): GatewayConfig {
  if (!isObject(given)) {
    throw new ConfigError('Expected an object that names the site, as createGateway({ site: "https://example.org" }).');
  }
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const place = Object.hasOwn(settings, name)
      ? ` It is a setting: { settings: { ${name}: ... } }.`
      : didYouMean(name, names);
    throw new ConfigError(`There is no member "${name}" of the configuration.${place}`);
  }
  for (const name of plain) {
    const { isTaken, expected } = members[name];
    const value = given[name] ?? undefined;
    if (value === undefined && name !== 'site') continue;
    if (!isTaken(value)) throw new ConfigError(`${name}: must be ${expected}${faultOf(value)}.`);
  }
  for (const [name, check] of Object.entries(nested)) {
    const value = given[name] ?? undefined;
    if (value !== undefined) check(value, name);
  }
  return given as unknown as GatewayConfig;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value itself may be a secret in the wrong place. */
function faultOf(value: unknown): string {
  if (value === undefined) return '; it is missing';
  if (Array.isArray(value)) return ', not a list';
  return typeof value === 'object' ? ', not an object of another kind' : `, not a ${typeof value}`;
}
