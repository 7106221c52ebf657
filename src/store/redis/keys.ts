/**
 * How what several gateways share is called in Redis.
 */
import { createHash } from 'node:crypto';

export interface Keys {
  /** What every key of this site begins with. */
  readonly prefix: string;
  generation(collection: string): string;
  document(collection: string, id: number): string;
  list(collection: string, name: string): string;
  signature(signature: string): string;
  /** @param hash the SHA-256 of the query */
  query(hash: string): string;
  /** Whether a key is dropped with all else that is known of the site: a lease, sights, signatures and queries are not. */
  isDropped(name: string): boolean;
  readonly channel: string;
  readonly lease: string;
  readonly sights: string;
  /** The fingerprint of the site as the gateway that looks serves it. */
  readonly site: string;
  readonly snapshot: string;
}

/** Raised when what is written changes its form, so that gateways of two releases can share a Redis. */
const format = 2;

/**
 * @param site tells sites that share a Redis apart; only its hash is written
 * @param view tells views of one site apart, made so that nothing can be learned from it
 */
export function createKeys(site: string, view = ''): Keys {
  // In braces, so that a cluster keeps all keys of a site in one place.
  const prefix = `pressgraph${format}:{${createHash('sha256')
    .update(site + view)
    .digest('hex')
    .slice(0, 16)}}:`;
  const [signatures, queries] = [`${prefix}signature:`, `${prefix}query:`];
  const staying = [signatures, queries];
  const [lease, sights] = [`${prefix}lease`, `${prefix}sights`];
  const hashed = (text: string) => createHash('sha256').update(text).digest('base64url');
  return {
    prefix,
    generation: (collection) => `${prefix}generation:${collection}`,
    document: (collection, id) => `${prefix}document:${collection}/${id}`,
    list: (collection, name) => `${prefix}list:${collection}:${hashed(name)}`,
    signature: (signature) => `${signatures}${hashed(signature)}`,
    query: (hash) => `${queries}${hash}`,
    isDropped: (name) => name !== lease && name !== sights && !staying.some((start) => name.startsWith(start)),
    channel: `${prefix}changes`,
    lease,
    sights,
    site: `${prefix}site`,
    snapshot: `${prefix}snapshot`,
  };
}
