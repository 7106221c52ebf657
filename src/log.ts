/**
 * What an operator reads of what happens out of sight of clients.
 * Knows which events deserve a line, at which level, and how often: an outage is told once, not once for each attempt.
 */
import { LRUCache } from 'lru-cache';
import type { Events, Observer } from './observer.ts';
import { openingOf, type Privilege } from './privileges.ts';

/** Writes one line: what happened, and what is known of it. */
type Write = (details: object, message?: string) => void;

/** What the gateway writes of what clients must not see; a pino logger is one. */
export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

const write = () => undefined;

/** For those who want to read nothing. */
export const silence: Logger = { debug: write, info: write, warn: write, error: write };

type Listener<Name extends keyof Events> = (event: Events[Name]) => void;

export function createLogObserver(logger: Logger): Observer {
  return {
    request: ({ failure, ...request }) => {
      if (failure) logger.debug({ ...request, ...failure }, 'A request to WordPress failed');
    },
    refresh: refreshes(logger),
    look: looks(logger),
    change: ({ route, ids }) => logger.debug({ route, ids }, 'Something has changed'),
    dropped: drops(logger),
    redis: redis(logger),
    untold: ({ routes }) =>
      logger.warn(
        { routes },
        'The site does not tell all of itself: what these routes would say is taken as WordPress has it by default',
      ),
    site: (has) => logger.info(has, 'The site has other types or fields than before: a new graph is served'),
    closed: closings(logger),
    overload: seldom(({ most }) => logger.warn({ most }, 'Requests are refused: more wait for WordPress than may')),
    pause: ({ status, milliseconds }) =>
      logger.warn({ status, seconds: Math.ceil(milliseconds / 1_000) }, 'WordPress asks to be left alone for a while'),
  };
}

function refreshes(logger: Logger): Listener<'refresh'> {
  const tell = seldom((event: object) => logger.info(event, 'Refreshing in the background failed'));
  return ({ what, step, failure }) => {
    if (step === 'failed') tell({ what, ...failure });
  };
}

/** Where looking fails, and where it works again, each told once. */
function looks(logger: Logger): Listener<'look'> {
  const failing = new Set<string>();
  return (event) => {
    if (event.step !== 'done') return;
    const begun = event.failures.filter(({ route }) => !failing.has(route));
    const mended = [...failing].filter((route) => event.failures.every((failure) => failure.route !== route));
    for (const { route } of begun) failing.add(route);
    for (const route of mended) failing.delete(route);
    const [first] = begun;
    if (first) {
      const routes = begun.map(({ route }) => route);
      logger.warn({ routes, err: first.error }, 'Looking for changes fails; each further look tries again');
    }
    if (mended.length > 0) logger.warn({ routes: mended }, 'Looking for changes works again');
  };
}

/** Properties that are remembered as told of, and for how long: what a plugin writes in one document it writes in many. */
const mostTold = 1_000;
const hour = 3_600_000;

function drops(logger: Logger): Listener<'dropped'> {
  const told = new LRUCache<string, number>({ max: mostTold });
  return (event) => {
    const key = JSON.stringify([event.route, event.property]);
    if (performance.now() - (told.get(key) ?? Number.NEGATIVE_INFINITY) < hour) return;
    told.set(key, performance.now());
    logger.info(event, "Values are left out of answers: they are not what the site's schema promises");
  };
}

const account = 'serviceAccount (PRESSGRAPH_SERVICE_ACCOUNT)';

type AccountFault = Extract<Events['closed'], { readonly reason: 'refused' | 'withheld' }>;

/** What takes a service account, once for each privilege; one that may not read it, once an hour. */
function closings(logger: Logger): Listener<'closed'> {
  const told = new Set<Privilege>();
  const refused = new Map<Privilege, number>();
  return (event) => {
    const { privilege } = event;
    const { help: what } = openingOf(privilege);
    if (event.reason === 'refused' || event.reason === 'withheld') {
      if (performance.now() - (refused.get(privilege) ?? Number.NEGATIVE_INFINITY) < hour) return;
      refused.set(privilege, performance.now());
      logger.warn({ privilege, ...answerOf(event) }, faultOf(event));
      return;
    }
    if (told.has(privilege)) return;
    told.add(privilege);
    const remedy =
      event.reason === 'no account'
        ? `set ${account}`
        : `name "${privilege}" in serviceAccountOpens (--service-account-opens)`;
    logger.warn(
      { privilege },
      `A client asks for ${what}, which the site shows to its editors only: to open it, ${remedy}`,
    );
  };
}

/** What is wrong with an account that may not read something, and what becomes of that. */
function faultOf(event: AccountFault): string {
  const { help: what, role, instead = 'none of it' } = openingOf(event.privilege);
  if (event.reason === 'withheld')
    return `The user of ${account} may not read all of ${what}: for the rest, clients get ${instead}. It takes the role ${role}`;
  return event.status === 403
    ? `The user of ${account} may not read ${what}: clients get ${instead}. It takes the role ${role}`
    : `The site does not accept ${account}: of ${what}, clients get ${instead}. Check login and application password, and that the web server of the site hands on the header Authorization`;
}

function answerOf(event: AccountFault): object {
  const { route } = event;
  return event.reason === 'withheld' ? { route } : { route, status: event.status, reason: event.message };
}

function redis(logger: Logger): Listener<'redis'> {
  const tellUnreadable = seldom((err: unknown) =>
    logger.warn({ err }, 'What was announced through Redis could not be heeded'),
  );
  return (event) => {
    switch (event.step) {
      case 'away':
        logger.warn({ reason: event.reason }, 'Redis is away: serving from memory and WordPress until it is back');
        break;
      case 'back':
        logger.warn({}, 'Redis is back');
        break;
      case 'gap':
        logger.info({}, 'Announcements may have been missed while Redis was away');
        break;
      case 'unreadable':
        tellUnreadable(event.error);
    }
  };
}

const minute = 60_000;

/** Does something at most once a minute, however often it is told to: there may be one for each of many requests. */
function seldom<A extends readonly unknown[]>(action: (...given: A) => void): (...given: A) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...given) => {
    if (performance.now() - last < minute) return;
    last = performance.now();
    action(...given);
  };
}
