/**
 * A client that writes bytes to a connection as it likes, and sees what comes back and when it ends.
 */
import { connect, type Socket } from 'node:net';

export interface RawClient {
  readonly socket: Socket;
  write(text: string): void;
  /** What has come so far. */
  received(): string;
  /** Waits until so much of a pattern has come. */
  until(pattern: RegExp): Promise<string>;
  /** Everything that came, once the connection is closed. */
  readonly closed: Promise<string>;
}

export async function rawClient(url: string): Promise<RawClient> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  // A connection that is cut is what some tests are about.
  socket.on('error', () => undefined);
  return {
    socket,
    write: (text) => void socket.write(text, 'latin1'),
    received: () => received,
    async until(pattern) {
      while (!pattern.test(received)) {
        const more = new Promise((resolve) => socket.once('data', resolve));
        const last = await Promise.race([more, closed.then(() => 'closed')]);
        if (last === 'closed' && !pattern.test(received)) throw new Error(`Closed before ${pattern}: ${received}`);
      }
      return received;
    },
    closed,
  };
}
