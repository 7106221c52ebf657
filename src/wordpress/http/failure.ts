/**
 * Turns WordPress' refusals into coded errors.
 * Knows the REST API's error body and which codes mean what; source: `WP_Error` as `rest_convert_error_to_response` prints it.
 */
import { type ErrorCode, PressgraphError } from '../../errors.ts';
import { type ReadMap, readInt, readMap, readMember } from '../values.ts';
import { asLine, readCode, readMessage } from './messages.ts';

/** The credentials themselves were refused, for whatever was asked; not the same as "this is not for you". */
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

/** The error for an answer whose status is not a success. `body` is the parsed JSON, `undefined` if it was none. */
export function failureOf(route: string, status: number, body: unknown): PressgraphError {
  const wire = readMap(body) ?? {};
  const wordpressCode = readCode(wire.code);
  const details = { route, status, ...(wordpressCode === undefined ? {} : { wordpressCode }) };
  return new PressgraphError(codeOf(status, wire), messageOf(status, wire, route), details);
}

/** WordPress says that this is not there, or not for this viewer: a query answers `null`. */
export function isAbsence(error: unknown): boolean {
  if (!(error instanceof PressgraphError) || isCredentialFailure(error)) return false;
  return error.status === 401 || error.status === 403 || error.status === 404 || error.status === 410;
}

/** The request's credentials were refused as such. */
function isCredentialFailure(error: PressgraphError): boolean {
  return error.wordpressCode !== undefined && credentialCodes.has(error.wordpressCode);
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

function codeOf(status: number, wire: ReadMap): ErrorCode {
  if (status === 400) return innerStatuses(wire).some((inner) => inner === 401) ? 'UNAUTHENTICATED' : 'BAD_USER_INPUT';
  if (status === 401) return 'UNAUTHENTICATED';
  // A route that is missing has been taken away by the site: core has every route that is asked for.
  if (status === 403 || (status === 404 && wire.code !== undefined)) return 'FORBIDDEN';
  if (status === 408 || status === 504) return 'UPSTREAM_TIMEOUT';
  if (status === 429 || status >= 500) return 'UPSTREAM_UNAVAILABLE';
  return 'UPSTREAM_BAD_RESPONSE';
}

/** `data.details` holds an error of its own for each parameter, with the status it would have had alone. */
function innerStatuses(wire: ReadMap): unknown[] {
  const details = readMap(readMember(wire.data, 'details')) ?? {};
  return Object.values(details).map((detail) => readInt(readMember(readMember(detail, 'data'), 'status')));
}

function messageOf(status: number, wire: ReadMap, route: string): string {
  const params = readMap(readMember(wire.data, 'params'));
  if (params) return `WordPress refused ${route}: ${describe(params)}`;
  // WordPress' messages are written for people; a server error's may hold more than a client should see.
  const message = status < 500 ? readMessage(wire.message) : undefined;
  return message ?? `WordPress answered ${route} with status ${status}.`;
}

/** More than a route has are none of WordPress' own. */
const mostParameters = 20;

function describe(params: ReadMap): string {
  const refused = Object.entries(params).slice(0, mostParameters);
  return asLine(refused.map(([name, reason]) => [name, readMessage(reason) ?? 'invalid'].join(': ')).join('; '));
}
