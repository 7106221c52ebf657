/**
 * Tells gateways on one Redis apart to which the same site may show other things, since they send it other headers.
 * Knows that headers are secrets: who reads the Redis has to spend a tenth of a second on each guess at them.
 */
import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, { cost: number; blockSize: number; maxmem: number }, Buffer>(scrypt);

/**
 * @param account the credentials of the service account, and what it opens: by that all clients of the gateway see more
 * @returns the empty text for a gateway without headers of its own
 */
export async function viewOf(
  headers: Readonly<Record<string, string>>,
  site: string,
  account?: { readonly authorization: string; readonly opens: ReadonlySet<string> } | undefined,
): Promise<string> {
  const opened = account && [account.authorization, ...[...account.opens].sort()].join(' ');
  const sent = { ...headers, ...(opened !== undefined && { 'service account': opened }) };
  const sorted = Object.entries(sent).sort(([one], [other]) => (one < other ? -1 : 1));
  if (sorted.length === 0) return '';
  const strength = { cost: 2 ** 15, blockSize: 8, maxmem: 2 ** 26 };
  const view = await derive(JSON.stringify(sorted), `pressgraph ${site}`, 16, strength);
  return ` ${view.toString('base64url')}`;
}
