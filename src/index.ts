/** pressgraph as a library: the gateway, its settings, and the errors that starting one can end with. */
export type { CacheRules } from './client-cache/cache-rules.ts';
export { cacheRulesOf } from './client-cache/schema-types.ts';
export { ConfigError } from './config-error.ts';
export { buildSchema } from './dialects/pressgraph/schema.ts';
export { type ErrorCode, errorCodes } from './errors.ts';
export { createGateway, type Gateway, type GatewayConfig } from './gateway.ts';
export type { Events, Observer } from './observer.ts';
export { type ListeningServer, listen } from './server/http/listen.ts';
export type { Settings } from './settings.ts';
export { DiscoveryError } from './wordpress/discovery/discovery.ts';
export type { Send, UpstreamRequest, UpstreamResponse } from './wordpress/http/send.ts';
