/**
 * What a site shows to its editors only, as far as somebody who may see it opens it: the service account for everybody, or a
 * viewer with credentials for himself.
 * Knows that what is refused is none, for clients; the operator is told, and the site is left alone with it for a while.
 */
import { andThen, caught, type MaybePromise } from '../maybe-promise.ts';
import type { Observer } from '../observer.ts';
import { openingOf, type Privilege } from '../privileges.ts';
import { CredentialsRefused } from '../wordpress/http/failure.ts';
import { Properties } from '../wordpress/properties.ts';
import { readAt, readBoolean, readMember, readText } from '../wordpress/values.ts';
import type { Loaded } from './loaded.ts';
import type { References } from './lookups/references.ts';
import { isRefusal, type Refusals } from './lookups/refusals.ts';
import type { WholeAnswers } from './lookups/whole-answers.ts';
import type { Operation } from './operation/operation.ts';
import type { Source } from './source/source.ts';

/** Reads what a privilege opens. */
export interface Opened {
  /** Whether somebody has been given the right to it, as far as he says; else the site is asked whether it shows it to all. */
  readonly isGranted: boolean;
  /** What a route of the privilege says, all pages of a list together; `undefined` where the site refuses it. */
  read(route: string): MaybePromise<unknown>;
  /**
   * A published document of a collection, with the properties that the privilege opens. `null` where there is none, where a
   * password protects it, and where the site refuses it.
   */
  document(route: string, id: number): MaybePromise<Loaded | null>;
}

/** Whose rights they are: a viewer is told himself what is wrong with his credentials. */
export type Opener = 'account' | 'viewer' | 'everybody';

export interface OpeningsOptions {
  readonly opener: Opener;
  readonly source: Source;
  readonly wholes: WholeAnswers;
  /** What the collection lists for its editors, by id: asking for each one that it does not list would be a request for each. */
  readonly published: (route: string) => References;
  readonly refusals: Refusals;
  readonly observer: Observer;
}

/** All that is opened for the viewers of one kind. */
export class Openings {
  readonly #options: OpeningsOptions;

  constructor(options: OpeningsOptions) {
    this.#options = options;
  }

  of(privilege: Privilege, operation: Operation): Opened {
    const { routes, properties = [] } = openingOf(privilege);
    const { wholes, published } = this.#options;
    const read = Properties.of(...properties);
    return {
      isGranted: this.#options.opener !== 'everybody',
      read: (route) =>
        this.#unlessRefused(privilege, operation, route, undefined, () =>
          wholes.load(operation, route, routes[route] ?? {}),
        ),
      document: (route, id) =>
        this.#unlessRefused(privilege, operation, route, null, () =>
          andThen(published(route).load(operation, id, read, read), (loaded) => (isPublic(loaded) ? loaded : null)),
        ),
    };
  }

  #unlessRefused<T>(
    privilege: Privilege,
    operation: Operation,
    route: string,
    none: T,
    load: () => MaybePromise<T>,
  ): MaybePromise<T> {
    const { opener, source, refusals, observer } = this.#options;
    const refused = refusals.find(route);
    if (refused !== undefined) {
      operation.uses('site', refused);
      return none;
    }
    const asOf = source.cache?.asOf;
    return andThen(caught(load), (loaded) => {
      if (!(loaded instanceof Error)) return loaded;
      if (!isRefusal(loaded) || (opener === 'viewer' && loaded instanceof CredentialsRefused)) throw loaded;
      refusals.note(route, loaded, asOf);
      operation.uses('site', Date.now());
      if (opener === 'everybody') observer.closed?.({ privilege, reason: 'no account' });
      return none;
    });
  }
}

/** Whether it is published, and no password keeps anybody from reading it: an account may see more than that. */
function isPublic(loaded: Loaded | null): boolean {
  const isProtected = readAt(loaded?.document, ['content', 'protected']);
  return readText(readMember(loaded?.document, 'status')) === 'publish' && readBoolean(isProtected) === false;
}
