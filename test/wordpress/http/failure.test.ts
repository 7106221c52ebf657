import { describe, expect, it } from 'vitest';
import { failureOf, isAbsence, isUnanswered } from '../../../src/wordpress/http/failure.ts';

const route = '/wp/v2/users';
const error = (code: unknown, status: number) => ({ code, message: 'No.', data: { status } });

describe('what is not there', () => {
  it.each([
    [401, error('rest_user_cannot_view', 401)],
    [403, error('rest_forbidden', 403)],
    [404, error('rest_no_route', 404)],
    [410, error('gone', 410)],
    [403, error('site_is_closed', 403)],
    [404, { code: 'rest_post_invalid_id', message: 'Trimmed.' }],
  ])('is what WordPress itself refuses: %i and %j', (status, body) => {
    const failure = failureOf(route, status, body);
    expect([isAbsence(failure), isUnanswered(failure)]).toEqual([true, false]);
  });

  it.each([
    [401, undefined],
    [403, undefined],
    [404, undefined],
    [410, undefined],
    [403, { error: 'Access denied', ray: '8c1' }],
    [403, { code: 1020, message: 'Access denied' }],
    [404, { code: 'NoSuchKey', message: 'The specified key does not exist.' }],
    [403, ['no']],
  ])('is not what something in front of it says: %i and %j', (status, body) => {
    const failure = failureOf(route, status, body);
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', status, route, wordpressCode: undefined });
    expect([isAbsence(failure), isUnanswered(failure)]).toEqual([false, true]);
  });
});

describe('what is asked with credentials', () => {
  it.each([
    [403, error('jwt_auth_invalid_token', 403)],
    [401, error('incorrect_password', 401)],
    [403, error('rest_cookie_invalid_nonce', 403)],
    [401, error('token_expired', 401)],
    [401, undefined],
  ])('is refused because of them by %i and %j', (status, body) => {
    const failure = failureOf(route, status, body, true);
    expect(failure.code).toBe('UNAUTHENTICATED');
    expect(isAbsence(failure)).toBe(false);
  });

  it.each([
    [403, error('rest_forbidden', 403), 'FORBIDDEN', true],
    [404, error('rest_post_invalid_id', 404), 'FORBIDDEN', true],
    [403, undefined, 'UPSTREAM_UNAVAILABLE', false],
  ])('may be refused for other reasons: %i and %j', (status, body, code, isAbsent) => {
    const failure = failureOf(route, status, body, true);
    expect([failure.code, isAbsence(failure)]).toEqual([code, isAbsent]);
  });
});

it.each([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [400, 'BAD_USER_INPUT'],
])('an argument that is refused with %i inside is %s', (inner, code) => {
  const data = { status: 400, details: { status: error('rest_forbidden_status', inner) } };
  expect(failureOf(route, 400, { code: 'rest_invalid_param', data }).code).toBe(code);
});

it('a request that a server in front of WordPress refuses as such is not blamed on the client', () => {
  expect(failureOf(route, 400, undefined).code).toBe('UPSTREAM_BAD_RESPONSE');
});
