/**
 * Why the command could not start, in a line that says what to do.
 * Knows what operating systems say of an address that nobody can listen at.
 */
import { ConfigError } from './config-error.ts';
import { DiscoveryError } from './wordpress/discovery/discovery.ts';

/** What Node tells of an operation of the system that failed. */
interface SystemError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly address?: string;
  readonly hostname?: string;
  readonly port?: number;
}

export function explainStart(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || error instanceof DiscoveryError) return error.message;
  return explainListening(error) ?? error.message;
}

function explainListening({ code = '', syscall, address, hostname, port }: SystemError): string | undefined {
  // The name of the site is looked up by the gateway, which explains that itself.
  if (syscall === 'getaddrinfo') {
    return `cannot listen at ${hostname}: no address is known for that name (${code}). Give --host an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all.`;
  }
  if (syscall !== 'listen') return undefined;
  const place = port === undefined ? address : `${address} port ${port}`;
  return `cannot listen at ${place} (${code}): ${remedies[code] ?? 'choose another address with --host, or another port with --port.'}`;
}

const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program does. Choose another port with --port, or 0 for a free one.',
  EADDRNOTAVAIL:
    'this machine has no such address. Give --host one that it has, such as 127.0.0.1, or 0.0.0.0 for all.',
  EACCES:
    'the system does not let this user. Choose a port from 1024 upwards with --port, and let a proxy or a mapped port serve the lower one.',
};
