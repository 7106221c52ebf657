/**
 * Turns WordPress' refusals into coded errors.
 * Knows the REST API's error body and which codes mean what; source: `WP_Error` as `rest_convert_error_to_response` prints it.
 * Knows that firewalls, bot checks and servers answer in front of WordPress with the same statuses, and say nothing of a document.
 */
import { type ErrorCode, PressgraphError, type PressgraphErrorDetails } from '../../errors.ts';
import { type ReadMap, readInt, readMap, readMember } from '../values.ts';
import { asLine, readCode, readMessage } from './messages.ts';
import { withoutSecrets } from './secrets.ts';

/** The credentials themselves were refused, for whatever was asked; not the same as "this is not for you". */
export class CredentialsRefused extends PressgraphError {}

/** Codes of core that say so. */
const credentialCodes = new Set([
  'incorrect_password',
  'invalid_username',
  'invalid_email',
  'application_passwords_disabled',
  'application_passwords_disabled_for_user',
  'invalid_application_credentials',
  'rest_not_logged_in',
  'rest_cookie_invalid_nonce',
]);

/** Asking for a page that is not there; some routes answer it with an empty list instead. */
const pastTheEndCodes = new Set([
  'rest_post_invalid_page_number',
  'rest_search_invalid_page_number',
  'rest_revision_invalid_page_number',
  'rest_revision_invalid_offset_number',
]);

/** A site gives fewer rows at a time than were asked for. How many that are is the gateway's business, not the client's. */
export class PageTooLarge extends PressgraphError {
  /** How many it gives; infinity where the refusal does not say. */
  readonly most: number;

  constructor(most: number, message: string, details: PressgraphErrorDetails) {
    super('UPSTREAM_BAD_RESPONSE', message, details);
    this.most = most;
  }
}

/**
 * The error for an answer whose status is not a success.
 * @param body the parsed JSON, `undefined` if it was none
 * @param isAuthenticated whether it was asked with credentials
 * @param secrets what its message must not repeat
 */
export function failureOf(
  route: string,
  status: number,
  body: unknown,
  isAuthenticated = false,
  secrets: readonly string[] = [],
): PressgraphError {
  const wire = readMap(body) ?? {};
  const wordpressCode = codeIn(wire);
  const details = { route, status, ...(wordpressCode === undefined ? {} : { wordpressCode }) };
  const message = messageOf(status, wire, route, secrets);
  if (refusesCredentials(status, wordpressCode, isAuthenticated))
    return new CredentialsRefused('UNAUTHENTICATED', message, details);
  const most = status === 400 ? mostRowsIn(wire) : undefined;
  if (most !== undefined) return new PageTooLarge(most, message, details);
  return new PressgraphError(codeOf(status, wire, wordpressCode), message, details);
}

/** WordPress itself says that this is not there, or not for this viewer: a query answers `null`. */
export function isAbsence(error: unknown): boolean {
  if (!(error instanceof PressgraphError) || error instanceof CredentialsRefused) return false;
  return error.wordpressCode !== undefined && saysNotThere(error.status);
}

/** As `isAbsence`, of the whole route: what is asked of it makes no difference. */
export function isMissingRoute(error: unknown): boolean {
  return isAbsence(error) && (error as PressgraphError).wordpressCode === 'rest_no_route';
}

/** WordPress refuses the comments of several, because one of these may not be read. */
export function isRefusalOfOne(error: unknown): boolean {
  return isAbsence(error) && (error as PressgraphError).wordpressCode === 'rest_cannot_read_post';
}

/** WordPress does not let this viewer use an argument: what was asked for may be there. */
export function isForbiddenArgument(error: unknown): boolean {
  return error instanceof PressgraphError && error.wordpressCode === 'rest_forbidden_param';
}

/** WordPress does not take an argument as it was given. */
export function isRefusedArgument(error: unknown): boolean {
  return error instanceof PressgraphError && error.wordpressCode === 'rest_invalid_param';
}

/** WordPress fails at what was asked for together, and it may be one of them that it cannot render, or the size of them all. */
export function mayBeOfOne(error: unknown): boolean {
  if (!(error instanceof PressgraphError)) return false;
  const { code, status } = error;
  return code === 'UPSTREAM_TIMEOUT' || code === 'UPSTREAM_BAD_RESPONSE' || status === 500 || status === 502;
}

/**
 * WordPress' own code: what its core refuses begins with `rest_`, what plugins refuse comes as an error of the REST API, which
 * repeats the status.
 */
function codeIn({ code: given, data }: ReadMap): string | undefined {
  const code = readCode(given);
  const isOfWordPress = code?.startsWith('rest_') || readInt(readMember(data, 'status')) !== null;
  return isOfWordPress ? code : undefined;
}

/** Plugins that check credentials refuse by codes of their own (`jwt_auth_invalid_token`), servers by the status that is made for it. */
function refusesCredentials(status: number, code: string | undefined, isAuthenticated: boolean): boolean {
  if (code !== undefined && credentialCodes.has(code)) return true;
  if (!isAuthenticated || !isRefusal(status)) return false;
  return code === undefined ? status === 401 : !code.startsWith('rest_');
}

export function isPastTheEnd(error: unknown): boolean {
  return error instanceof PressgraphError && pastTheEndCodes.has(error.wordpressCode ?? '');
}

/** WordPress cannot answer; as opposed to answering that something is not there, or not allowed. */
export function isOutage(error: unknown): boolean {
  return error instanceof PressgraphError && error.code.startsWith('UPSTREAM_');
}

/** WordPress does not say now: it cannot answer, or it is not asked, since too many others wait for it. */
export function isUnanswered(error: unknown): boolean {
  return isOutage(error) || (error instanceof PressgraphError && error.code === 'OVERLOADED');
}

function codeOf(status: number, wire: ReadMap, wordpressCode: string | undefined): ErrorCode {
  if (status === 408 || status === 504) return 'UPSTREAM_TIMEOUT';
  if (status === 429 || status >= 500) return 'UPSTREAM_UNAVAILABLE';
  if (wordpressCode === undefined) return saysNotThere(status) ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_BAD_RESPONSE';
  const refusal = status === 400 ? innerStatuses(wire).find(isRefusal) : status;
  if (refusal === 401) return 'UNAUTHENTICATED';
  // A route that is missing has been taken away by the site: core has every route that is asked for.
  if (saysNotThere(refusal)) return 'FORBIDDEN';
  return status === 400 ? 'BAD_USER_INPUT' : 'UPSTREAM_BAD_RESPONSE';
}

function isRefusal(status: unknown): boolean {
  return status === 401 || status === 403;
}

/** Said by WordPress, it is of what was asked for; said by anything else, it is of nothing that WordPress has. */
function saysNotThere(status: unknown): boolean {
  return isRefusal(status) || status === 404 || status === 410;
}

/** The most rows that WordPress names where it refuses `per_page`: the larger one of two numbers, in whatever language. */
function mostRowsIn(wire: ReadMap): number | undefined {
  const reason = readMessage(readMember(readMember(wire.data, 'params'), 'per_page'));
  if (wire.code !== 'rest_invalid_param' || reason === undefined) return undefined;
  const numbers = [...reason.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((number) => number > 0);
  return numbers.length > 0 ? Math.max(...numbers) : Number.POSITIVE_INFINITY;
}

/** `data.details` holds an error of its own for each parameter, with the status it would have had alone. */
function innerStatuses(wire: ReadMap): unknown[] {
  const details = readMap(readMember(wire.data, 'details')) ?? {};
  return Object.values(details).map((detail) => readInt(readMember(readMember(detail, 'data'), 'status')));
}

function messageOf(status: number, wire: ReadMap, route: string, secrets: readonly string[]): string {
  if (saysNotThere(status) && codeIn(wire) === undefined)
    return `Something in front of WordPress, not WordPress itself, answered ${route} with status ${status}.`;
  const params = readMap(readMember(wire.data, 'params'));
  if (params) return `WordPress refused ${route}: ${describe(params, secrets)}`;
  // WordPress' messages are written for people; a server error's may hold more than a client should see.
  const message = status < 500 ? readMessage(withoutSecrets(wire.message, secrets)) : undefined;
  return message ?? `WordPress answered ${route} with status ${status}.`;
}

/** More than a route has are none of WordPress' own. */
const mostParameters = 20;

function describe(params: ReadMap, secrets: readonly string[]): string {
  const refused = Object.entries(params).slice(0, mostParameters);
  const told = refused.map((each) => each.map((text) => readMessage(withoutSecrets(text, secrets))));
  return asLine(told.map(([name, reason]) => [name ?? '', reason ?? 'invalid'].join(': ')).join('; '));
}
