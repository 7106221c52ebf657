/**
 * The connections of clients, and when they are let go of: one whose client does not take its answer, at a deadline, or where
 * too much waits for all of them; all, each at the right moment, when the server stops.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

export interface ConnectionsOptions {
  /** Milliseconds for taking an answer. */
  readonly clientTimeout: number;
  /** Milliseconds for what is under way when the server stops. */
  readonly shutdownTimeout: number;
  /** Bytes of answers that may wait for their clients. */
  readonly maxPendingBytes: number;
}

interface Connection {
  /** Not yet taken, in the order of their requests. More than one where a client does not wait for the first. */
  responses: ServerResponse[];
  /** An answer that was being written at the last look, and since when. */
  writing?: { readonly response: ServerResponse; readonly since: number } | undefined;
}

/** Once a server stops, how long a connection is kept on which a client may just be sending. */
const graceMilliseconds = 1_000;
const betweenLooks = 50;
/** Answers are not made so fast that much more than what is allowed piles up within it. */
const betweenWeighings = 500;

export class Connections {
  readonly #server: Server;
  readonly #options: ConnectionsOptions;
  readonly #open = new Map<Socket, Connection>();
  #closing: Promise<void> | undefined;

  constructor(server: Server, options: ConnectionsOptions) {
    this.#server = server;
    this.#options = options;
    server.on('connection', (socket) => {
      this.#open.set(socket, { responses: [] });
      socket.once('close', () => {
        for (const response of this.#open.get(socket)?.responses ?? []) giveUp(response);
        this.#open.delete(socket);
      });
    });
    const looking = setInterval(() => this.#cutOffSlow(performance.now()), options.clientTimeout / 4).unref();
    const weighing = setInterval(() => this.#cutOffHeavy(), betweenWeighings).unref();
    server.once('close', () => {
      clearInterval(looking);
      clearInterval(weighing);
    });
  }

  /** To be told of each response when its request arrives; says how many of its connection's are not taken yet, itself included. */
  add(socket: Socket, response: ServerResponse): number {
    const connection = this.#open.get(socket);
    if (!connection) return 1;
    const last = connection.responses.at(-1);
    if (!last || last.writableFinished) connection.responses = [response];
    else connection.responses = [...connection.responses.filter(({ writableFinished }) => !writableFinished), response];
    if (this.#closing) endWith(response, last);
    return connection.responses.length;
  }

  /** Whether a request of a connection has been heard to its end, or been answered in part. */
  isAnswering(socket: Socket): boolean {
    const responses = this.#open.get(socket)?.responses ?? [];
    return responses.some(
      ({ writableFinished, headersSent, req }) => !writableFinished && (headersSent || req.complete),
    );
  }

  /** The one that came last over a connection, of which the body may be on its way still. */
  lastRequest(socket: Socket): IncomingMessage | undefined {
    return this.#open.get(socket)?.responses.at(-1)?.req;
  }

  /**
   * Takes no further connections, and settles when all are closed: each after the answer to its last request, one without a
   * request after a moment, all others at the deadline.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { shutdownTimeout } = this.#options;
    // Node's own way to close an HTTP server cuts off idle connections at once, and with them what is on its way there.
    const closed = new Promise<void>((resolve, reject) => {
      NetServer.prototype.close.call(this.#server, (error) => (error ? reject(error) : resolve()));
    });
    for (const { responses } of this.#open.values()) endWith(responses.at(-1));
    const deadline = setTimeout(() => {
      for (const socket of this.#open.keys()) socket.destroy();
    }, shutdownTimeout);
    let looking: NodeJS.Timeout | undefined;
    const grace = setTimeout(
      () => {
        this.#cutOffIdle();
        looking = setInterval(() => this.#cutOffIdle(), betweenLooks);
      },
      Math.min(graceMilliseconds, shutdownTimeout / 10),
    );
    try {
      await closed;
    } finally {
      clearTimeout(deadline);
      clearTimeout(grace);
      clearInterval(looking);
      // Ends the timer of an HTTP server; that it does not listen any more is no news.
      this.#server.close(() => undefined);
    }
  }

  #cutOffIdle(): void {
    this.#server.closeIdleConnections();
    // Node takes one that has not said a word for one that is about to.
    for (const socket of this.#open.keys()) if (socket.bytesRead === 0) socket.destroy();
  }

  /** Where more waits for clients than may, those go that most waits for. */
  #cutOffHeavy(): void {
    const { maxPendingBytes } = this.#options;
    let waiting = 0;
    for (const socket of this.#open.keys()) waiting += socket.writableLength;
    if (waiting <= maxPendingBytes) return;
    const heaviestFirst = [...this.#open.keys()].sort((one, other) => other.writableLength - one.writableLength);
    for (const socket of heaviestFirst) {
      waiting -= socket.writableLength;
      socket.destroy();
      if (waiting <= maxPendingBytes) return;
    }
  }

  #cutOffSlow(now: number): void {
    for (const [socket, connection] of this.#open) {
      const next = connection.responses.find(({ writableFinished }) => !writableFinished);
      const response = next?.headersSent ? next : undefined;
      if (connection.writing?.response !== response) connection.writing = response && { response, since: now };
      if (connection.writing && now - connection.writing.since > this.#options.clientTimeout) socket.destroy();
    }
  }
}

/** Has the client told that its connection ends with this answer, and not with the one before it. */
function endWith(response: ServerResponse | undefined, before?: ServerResponse): void {
  if (before && !before.headersSent) before.shouldKeepAlive = true;
  if (response && !response.headersSent) response.shouldKeepAlive = false;
}

/**
 * Tells a response whose connection is gone. Node tells only the one whose turn it was: what is held for those behind it would be
 * held for ever, and what is done for them done for nobody.
 */
function giveUp(response: ServerResponse): void {
  if (response.socket || response.writableFinished) return;
  response.destroy();
  response.emit('close');
}
