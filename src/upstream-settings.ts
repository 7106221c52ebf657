/**
 * The settings of how the site is asked: with what, by how many requests at a time, and for how long. Rows of the table in
 * `settings.ts`.
 */
import { privilegeNames } from './privileges.ts';
import { headers, number, secret, someOf } from './setting-kinds.ts';

export const upstreamSettings = {
  upstreamHeaders: headers(
    'PRESSGRAPH_UPSTREAM_HEADERS',
    'Headers for each request to the site, as JSON: what lets the gateway through a gate in front of it. A secret.',
  ),
  serviceAccount: secret(
    'PRESSGRAPH_SERVICE_ACCOUNT',
    /^([^:\s]([^:\r\n]*[^:\s])?:.*\S.*)?$/,
    'must be a login and its application password, as "editor:abcd EFGH 1234 ijkl MNOP 5678"',
    'A user of the site, as login:application password: it reads what the site shows to its editors only. A secret.',
  ),
  serviceAccountOpens: someOf(
    'service-account-opens',
    'PRESSGRAPH_SERVICE_ACCOUNT_OPENS',
    privilegeNames,
    'What everybody gets of what the service account may read: menus, settings, blocks, block-types.',
    'menus,settings',
  ),
  upstreamTimeout: number(
    'upstream-timeout',
    'PRESSGRAPH_UPSTREAM_TIMEOUT',
    10_000,
    [1, 600_000],
    'Milliseconds that one request to WordPress may take, retries included.',
  ),
  upstreamConnections: number(
    'upstream-connections',
    'PRESSGRAPH_UPSTREAM_CONNECTIONS',
    8,
    [1, 1_000],
    'Requests to WordPress under way at the same time; further ones wait.',
  ),
  upstreamQueue: number(
    'upstream-queue',
    'PRESSGRAPH_UPSTREAM_QUEUE',
    1_000,
    [1, 1_000_000],
    'Requests to WordPress that may wait; further ones are refused.',
  ),
  upstreamRetries: number(
    'upstream-retries',
    'PRESSGRAPH_UPSTREAM_RETRIES',
    1,
    [0, 10],
    'Further tries when WordPress is busy or a connection breaks.',
  ),
  upstreamMaxBytes: number(
    'upstream-max-bytes',
    'PRESSGRAPH_UPSTREAM_MAX_BYTES',
    20_000_000,
    [1_000, 1_000_000_000],
    'Largest answer taken from WordPress, in bytes.',
  ),
} as const;
