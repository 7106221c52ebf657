/**
 * Every setting of the gateway: one table with flag, variable, default, check and help text.
 * Knows nothing of what they do, nor where values come from.
 */
import { mechanisms } from './mechanisms.ts';
import { publishedSettings } from './published-settings.ts';
import {
  type HeaderValues,
  imageService,
  number,
  onOff,
  origins,
  redisAddress,
  type Setting,
  seconds,
  secret,
  someOf,
  text,
} from './setting-kinds.ts';
import { upstreamSettings } from './upstream-settings.ts';

export const settings = {
  host: text(
    {
      flag: 'host',
      variable: 'HOST',
      default: '127.0.0.1',
      expected: 'must be a host name or an address to listen at',
      help: 'Address to listen at; 0.0.0.0 for all.',
    },
    /^[\w.:-]+$/,
  ),
  port: number('port', 'PORT', 4000, [0, 65_535], 'Port to listen at; 0 takes a free one.'),
  path: text(
    {
      flag: 'path',
      variable: 'PRESSGRAPH_PATH',
      default: '/graphql',
      expected:
        'must be a path as /graphql or /api/graphql, without a slash at its end, other than that of /health, /webhook, sitemaps and feeds',
      help: 'Where the graph is; /health, /webhook, /sitemap.xml and /feed.xml stand beside it, as /api/health does beside /api/graphql.',
    },
    /^(?!.*\/(health|webhook|sitemap\.xml|sitemap-[^/]*|feed\.xml|feed\.json)$)(\/[\w~-][\w.~-]*)+$/,
  ),
  ...publishedSettings,
  maxConnections: number(
    'max-connections',
    'PRESSGRAPH_MAX_CONNECTIONS',
    2_000,
    [1, 1_000_000],
    'Connections of clients at the same time; further ones are refused.',
  ),
  clientTimeout: number(
    'client-timeout',
    'PRESSGRAPH_CLIENT_TIMEOUT',
    60_000,
    [100, 3_600_000],
    'Milliseconds that a client may take to send a request, and to take its answer.',
  ),
  maxPendingBytes: number(
    'max-pending-bytes',
    'PRESSGRAPH_MAX_PENDING_BYTES',
    256_000_000,
    [1_000_000, 1_000_000_000_000],
    'Memory for requests under way, and as much for answers that wait for their clients, over all connections, in bytes.',
  ),
  shutdownTimeout: number(
    'shutdown-timeout',
    'PRESSGRAPH_SHUTDOWN_TIMEOUT',
    10_000,
    [0, 3_600_000],
    'Milliseconds for what is under way when the gateway is told to stop.',
  ),
  corsOrigins: origins(
    'cors-origins',
    'PRESSGRAPH_CORS_ORIGINS',
    '*',
    'Origins of pages that may read answers: * for all, none, or a list as https://example.org,http://localhost:3000.',
  ),
  corsCredentials: onOff(
    'cors-credentials',
    'PRESSGRAPH_CORS_CREDENTIALS',
    false,
    false,
    'Lets pages of those origins send cookies, for a proxy in front that wants them; an Authorization header does not need it.',
  ),
  graphiql: onOff(
    'graphiql',
    'PRESSGRAPH_GRAPHIQL',
    true,
    false,
    'GraphiQL, served to browsers at the same path; off when NODE_ENV is production, unless set.',
  ),
  introspection: onOff(
    'introspection',
    'PRESSGRAPH_INTROSPECTION',
    true,
    false,
    'Tells clients the schema, and what they may have meant by a name that there is not; off when NODE_ENV is production, unless set.',
  ),
  imageService: imageService(
    'image-service',
    'PRESSGRAPH_IMAGE_SERVICE',
    'What makes images of other sizes: cloudflare, photon, vercel, next or netlify (where it is not the front end itself, with its base: netlify=https://www.example.org), imgix=https://example.imgix.net, cloudinary=demo, or a template.',
  ),
  ...upstreamSettings,
  freshFor: seconds(
    'fresh-for',
    'PRESSGRAPH_FRESH_FOR',
    '60,media=600,terms=600,users=600,site=600,missing=10',
    'Seconds for which public documents and lists are served as they are, unless a change is announced.',
  ),
  staleFor: seconds(
    'stale-for',
    'PRESSGRAPH_STALE_FOR',
    '3600,missing=0',
    'Seconds after that for which they are served at once and refreshed in the background.',
  ),
  staleIfError: seconds(
    'stale-if-error',
    'PRESSGRAPH_STALE_IF_ERROR',
    '86400,missing=0',
    'Seconds after that for which they are served when WordPress fails.',
  ),
  storeBytes: number(
    'store-bytes',
    'PRESSGRAPH_STORE_BYTES',
    64_000_000,
    [0, 10_000_000_000],
    'Memory for public documents and lists, in bytes; 0 keeps none.',
  ),
  responseCacheBytes: number(
    'response-cache-bytes',
    'PRESSGRAPH_RESPONSE_CACHE_BYTES',
    64_000_000,
    [0, 10_000_000_000],
    'Memory for whole answers to anonymous queries, in bytes; 0 keeps none.',
  ),
  pollInterval: number(
    'poll-interval',
    'PRESSGRAPH_POLL_INTERVAL',
    30,
    [0, 86_400],
    'Seconds between two looks for what has changed on the site; 0 never looks.',
  ),
  webhookSecret: secret(
    'PRESSGRAPH_WEBHOOK_SECRET',
    /^(.{16,})?$/,
    'must be at least 16 characters',
    'Secret that signs what is posted to /webhook; without it there is no webhook.',
  ),
  redis: redisAddress({
    flag: 'redis',
    variable: 'REDIS_URL',
    default: '',
    expected: 'must be a redis:// or rediss:// address, as redis://host:6379 or redis://:password@host:6379/0',
    help: 'Redis or Valkey that several gateways share, as redis://host:6379.',
  }),
  trace: onOff(
    'trace',
    'PRESSGRAPH_TRACE',
    true,
    false,
    'Tells a request with the header X-Pressgraph-Trace what it cost; off when NODE_ENV is production, unless set.',
  ),
  maxUpstreamRequests: number(
    'max-upstream-requests',
    'PRESSGRAPH_MAX_UPSTREAM_REQUESTS',
    100,
    [1, 100_000],
    'Requests to WordPress that one operation may need.',
  ),
  operationTimeout: number(
    'operation-timeout',
    'PRESSGRAPH_OPERATION_TIMEOUT',
    30_000,
    [10, 600_000],
    'Milliseconds that one operation may take; then its answer is what is there.',
  ),
  maxDocuments: number(
    'max-documents',
    'PRESSGRAPH_MAX_DOCUMENTS',
    50_000,
    [1, 10_000_000],
    'Documents that one operation may ask for, counted from the sizes of its lists before it is executed, and give out, counted while it is.',
  ),
  maxAnswerBytes: number(
    'max-answer-bytes',
    'PRESSGRAPH_MAX_ANSWER_BYTES',
    10_000_000,
    [1_000, 1_000_000_000],
    'Largest answer given to a client, in bytes.',
  ),
  maxDepth: number('max-depth', 'PRESSGRAPH_MAX_DEPTH', 15, [1, 1_000], 'Deepest nesting of fields in an operation.'),
  maxAliases: number('max-aliases', 'PRESSGRAPH_MAX_ALIASES', 30, [0, 10_000], 'Most aliases in an operation.'),
  maxDirectives: number(
    'max-directives',
    'PRESSGRAPH_MAX_DIRECTIVES',
    50,
    [0, 10_000],
    'Most directives in an operation.',
  ),
  maxTokens: number(
    'max-tokens',
    'PRESSGRAPH_MAX_TOKENS',
    2_000,
    [10, 1_000_000],
    'Most lexical tokens in a GraphQL document.',
  ),
  maxBatch: number(
    'max-batch',
    'PRESSGRAPH_MAX_BATCH',
    10,
    [0, 100],
    'Most operations in one HTTP request, as a JSON array; together they may cost what one may. 0 takes no arrays.',
  ),
  maxRequestBytes: number(
    'max-request-bytes',
    'PRESSGRAPH_MAX_REQUEST_BYTES',
    100_000,
    [100, 100_000_000],
    'Largest request body taken from a client, in bytes.',
  ),
  documentCacheBytes: number(
    'document-cache-bytes',
    'PRESSGRAPH_DOCUMENT_CACHE_BYTES',
    16_000_000,
    [0, 10_000_000_000],
    'Memory for parsed and validated GraphQL documents, in bytes; 0 keeps none.',
  ),
  persistedQueryBytes: number(
    'persisted-query-bytes',
    'PRESSGRAPH_PERSISTED_QUERY_BYTES',
    8_000_000,
    [0, 10_000_000_000],
    'Memory for the texts of persisted queries, in bytes; 0 keeps none, and clients send whole queries.',
  ),
  without: someOf(
    'without',
    'PRESSGRAPH_WITHOUT',
    Object.keys(mechanisms),
    'For measurements: mechanisms to leave out, as ahead,deferred. Answers stay the same and come later.',
  ),
} as const;

export type SettingName = keyof typeof settings;

/** The settings with their values, each checked. */
export type Settings = { readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<infer T> ? T : never };

/** A value of any setting. */
export type SettingValue = string | number | boolean | HeaderValues;

/** A row of the table; all rows have one shape, whatever their values are. */
export function settingOf(name: SettingName): Setting<SettingValue> {
  return settings[name] as unknown as Setting<SettingValue>;
}
