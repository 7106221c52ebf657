/**
 * Which pages from elsewhere may read what is answered: cross-origin resource sharing, as browsers ask for it.
 * Knows of each answer what a browser has to be told besides, and how it is told beforehand what it may send.
 * Source: the Fetch standard, "HTTP CORS protocol".
 */
import type { Settings } from '../../settings.ts';
import type { RequestHead } from './request-head.ts';
import { type AnswerHeaders, WrittenAnswer } from './written-answer.ts';

const nothing: AnswerHeaders = {};
const byOrigin: AnswerHeaders = { vary: 'Origin' };

/** Besides those that every page may read. */
const exposed = 'ETag, Retry-After, Server-Timing';

/** A day: browsers ask again after two hours at the latest, or after a day. */
const preflightSeconds = 86_400;

export class Cors {
  /** By origin: those that may read. */
  readonly #readers: ReadonlyMap<string, AnswerHeaders>;
  /** For who is not among them, or is no browser. */
  readonly #others: AnswerHeaders;
  readonly #isOff: boolean;

  constructor({ corsOrigins, corsCredentials }: Pick<Settings, 'corsOrigins' | 'corsCredentials'>) {
    const origins = corsOrigins === 'none' ? [] : corsOrigins.split(',');
    const readable = (origin: string): AnswerHeaders => ({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': exposed,
      ...(corsCredentials && { 'access-control-allow-credentials': 'true' }),
    });
    const [only, ...further] = origins;
    this.#isOff = only === undefined;
    // What is the same for all can be kept on the way for all: a browser sees by itself that it is not the one that is named.
    const isSame = further.length === 0;
    this.#readers = new Map(isSame ? [] : origins.map((origin) => [origin, { ...readable(origin), ...byOrigin }]));
    this.#others = isSame ? (only === undefined ? nothing : readable(only)) : byOrigin;
  }

  /** What an answer has besides its own headers: one object for all who are told the same. */
  headersFor(origin: string | undefined): AnswerHeaders {
    return (origin !== undefined && this.#readers.get(origin)) || this.#others;
  }

  /** What a page may send: asked ahead of whatever a browser does not send by itself. */
  preflight(head: RequestHead): WrittenAnswer {
    const asked = head.header('access-control-request-headers') ?? '';
    return new WrittenAnswer(
      204,
      this.#isOff
        ? { allow }
        : {
            allow,
            'access-control-allow-methods': 'GET, POST',
            ...(headerNames.test(asked) && { 'access-control-allow-headers': asked }),
            'access-control-max-age': String(preflightSeconds),
            vary: 'Access-Control-Request-Headers',
          },
      undefined,
    );
  }
}

const allow = 'GET, POST, OPTIONS';
const headerNames = /^[\w!#$%&'*+.^`|~, -]+$/;

/** For an answer that is there. */
export function addCors(headers: Headers, cors: AnswerHeaders): void {
  for (const [name, value] of Object.entries(cors)) {
    if (name === 'vary') headers.append(name, value);
    else headers.set(name, value);
  }
}
