/**
 * What happens out of sight of clients, told from below by whatever does it: the log, metrics and tests read it.
 * Nothing that is told holds a secret or an argument of a request, which may be what a client typed: routes, counts and codes.
 */
import { PressgraphError } from './errors.ts';
import type { Privilege } from './privileges.ts';

/** How something failed, as far as anybody may read it. */
export interface Failure {
  /** One of pressgraph's codes; the name of the error, where it has none. */
  readonly code: string;
  /** HTTP status of WordPress' answer, if it gave one. */
  readonly status?: number;
}

/** A request to WordPress that is over. */
export interface RequestEvent {
  readonly route: string;
  /** A client, or nobody: it was made to have something ready for those who come later. */
  readonly waited: 'client' | 'background';
  /** From when its turn had come. */
  readonly milliseconds: number;
  /** Length of the answer's body, where there was one. */
  readonly bytes?: number;
  readonly failure?: Failure;
}

/** Something that was known is served: a document or a list of a kind that has a lifetime of its own, or a whole answer. */
export interface HitEvent {
  readonly kind: string;
  readonly stage: 'fresh' | 'stale' | 'spare';
}

/** Something is asked for again in the background, because it is getting old. */
export interface RefreshEvent {
  readonly what: 'look-up' | 'answer' | 'site';
  readonly step: 'begun' | 'done' | 'failed';
  readonly failure?: Failure;
}

/** The gateway looks for changes on the site. */
export type LookEvent =
  | { readonly step: 'begun' }
  /** Another gateway is the one that looks. */
  | { readonly step: 'left to another' /** It was asked to look now. */; readonly passedOn: boolean }
  /** It has looked at all collections but those that failed. */
  | { readonly step: 'done'; readonly changes: number; readonly failures: readonly LookFailure[] };

/** What went wrong at one collection. */
export interface LookFailure {
  readonly route: string;
  /** For the log: a look asks nothing that a client has said. */
  readonly error: unknown;
}

/** A change has been announced; the members mean what they mean in a `Change`. */
export interface ChangeEvent {
  readonly route: string;
  readonly ids?: readonly number[];
  readonly kept?: readonly number[];
}

/** Documents and lists of a collection are kept. */
export interface KeptEvent {
  readonly route: string;
  readonly documents: number;
  readonly lists: number;
}

/** A value of a document is left out: it is neither none nor what the site's schema promises. Never says the value. */
export interface DroppedEvent {
  readonly route: string;
  /** Path of the property: `acf.hero.title`. */
  readonly property: string;
  /** What was promised, and what came instead, in words. */
  readonly promised: string;
  readonly came: string;
}

/** The connection to Redis, and what comes over it. */
export type RedisEvent =
  /** The reason holds no address and no password. */
  | { readonly step: 'away'; readonly reason: string }
  | { readonly step: 'back' }
  /** Announcements may have been missed. */
  | { readonly step: 'gap' }
  /** Something was said that is no announcement, or one that could not be heeded. */
  | { readonly step: 'unreadable'; readonly error?: unknown };

/** What takes a service account is asked for, and is not to be had. */
export type ClosedEvent = { readonly privilege: Privilege } & (
  | { readonly reason: 'no account' }
  /** There is one, and the configuration does not have it open this. */
  | { readonly reason: 'not listed' }
  /** Of a collection, it may not see all that is shown to everybody as its editors do: some of it, or nothing. */
  | { readonly reason: 'withheld'; readonly route: string }
  /** The site refuses it. The message holds what WordPress says of that, and no secret. */
  | { readonly reason: 'refused'; readonly route: string; readonly status: number; readonly message: string }
);

/** What is told, by its name. */
export interface Events {
  request: RequestEvent;
  hit: HitEvent;
  refresh: RefreshEvent;
  look: LookEvent;
  change: ChangeEvent;
  kept: KeptEvent;
  dropped: DroppedEvent;
  redis: RedisEvent;
  /** A request is refused: more wait for WordPress than may. */
  overload: { readonly route: string; readonly most: number };
  /** The site does not say all of itself at a start: what these routes would tell is taken as WordPress has it by default. */
  untold: { readonly routes: readonly string[] };
  /** The site has become another one, and a new graph has taken the place of the one before; how many of each it has now. */
  site: { readonly types: number; readonly taxonomies: number };
  closed: ClosedEvent;
  /** WordPress asks to be left alone (`Retry-After`); told once for each time. */
  pause: { readonly status: number; readonly milliseconds: number };
}

/**
 * Is told of the events for which it has a member. What tells calls `observer.hit?.({ .. })`: where nobody listens,
 * the event is not even made.
 */
export type Observer = { readonly [Name in keyof Events]?: (event: Events[Name]) => void };

const events: Readonly<Record<keyof Events, true>> = {
  request: true,
  hit: true,
  refresh: true,
  look: true,
  change: true,
  kept: true,
  dropped: true,
  redis: true,
  overload: true,
  untold: true,
  site: true,
  closed: true,
  pause: true,
};
const names = Object.keys(events) as (keyof Events)[];

/** Several observers as one. One that throws harms neither the others nor what tells it. */
export function composeObservers(...observers: readonly Observer[]): Observer {
  const members = names.flatMap((name) => {
    const listening = observers.filter((observer) => observer[name] !== undefined);
    const tell = (event: never) => {
      for (const observer of listening) {
        try {
          const told: unknown = observer[name]?.(event);
          // One that is asynchronous fails later, and a failure that nobody handles ends the process.
          if (told instanceof Promise) told.catch(() => undefined);
        } catch {
          // What is told has happened, whatever is made of it.
        }
      }
    };
    return listening.length > 0 ? [[name, tell] as const] : [];
  });
  return Object.fromEntries(members) as Observer;
}

/** What may be told of an error. Messages may repeat what a client has sent, and are left out. */
export function readFailure(error: unknown): Failure {
  if (error instanceof PressgraphError) {
    return { code: error.code, ...(error.status !== undefined && { status: error.status }) };
  }
  return { code: error instanceof Error ? error.name : 'unknown' };
}
