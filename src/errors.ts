/**
 * The failures that a client can be told of: one table of codes, one error class.
 * Knows neither GraphQL nor HTTP clients; the server turns these into GraphQL errors, everything else is masked.
 */

/** Every `extensions.code` that pressgraph answers with, and what it means for the client. */
export const errorCodes = {
  BAD_USER_INPUT: 'An argument or a variable cannot be used as given; the message names it and says what is expected.',
  UNAUTHENTICATED: 'WordPress wants credentials for this, or did not accept those that were sent.',
  FORBIDDEN: 'The site does not allow this to the viewer.',
  UPSTREAM_TIMEOUT: 'WordPress did not answer in time.',
  UPSTREAM_UNAVAILABLE:
    'WordPress cannot be reached, says that it cannot serve now, or something in front of it refuses what was asked.',
  UPSTREAM_BAD_RESPONSE: 'WordPress answered with something that is not the JSON document expected.',
  OPERATION_TOO_LARGE:
    'The operation or its request is deeper or larger than the gateway takes; the message says by which limit.',
  OVERLOADED: 'The gateway has more to ask WordPress than may wait; try again in a moment.',
  BUDGET_EXCEEDED:
    'The operation needs more upstream requests than one operation may make, or more time than it may take; the message says which.',
  CLIENT_GONE: 'The client has gone before its answer was there; only a program that uses the library ever reads this.',
} as const;

/** One of the codes that `extensions.code` of a GraphQL error holds; `errorCodes` says what each means. */
export type ErrorCode = keyof typeof errorCodes;

export interface PressgraphErrorDetails {
  /** REST route that was asked, e.g. `/wp/v2/posts`. Never a host or a query string. */
  readonly route?: string;
  /** WordPress' own error code, e.g. `rest_forbidden`. */
  readonly wordpressCode?: string;
  /** HTTP status of WordPress' answer. */
  readonly status?: number;
  /** What happened underneath; for the log, never for the client. */
  readonly cause?: unknown;
}

/** A failure whose message and details are meant for the client. */
export class PressgraphError extends Error {
  override readonly name = 'PressgraphError';
  readonly code: ErrorCode;
  readonly route: string | undefined;
  readonly wordpressCode: string | undefined;
  readonly status: number | undefined;

  constructor(code: ErrorCode, message: string, details: PressgraphErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.route = details.route;
    this.wordpressCode = details.wordpressCode;
    this.status = details.status;
  }
}

/** Thrown to end what is done for a client that waits no longer: nobody reads its answer, and it is no failure of anybody. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('The client has gone.');
  }
}

/** `BAD_USER_INPUT` that names the argument, as `where.status`, and what is expected of it. */
export function badInput(argument: string, expectation: string): PressgraphError {
  return new PressgraphError('BAD_USER_INPUT', `Argument "${argument}": ${expectation}`);
}
