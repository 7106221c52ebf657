/**
 * The head of a request, read once, straight from its connection or from a `Request`.
 * Knows which headers say how it is answered, and with whose rights.
 */
import type { IncomingMessage } from 'node:http';

/** A request that carries it, with any value, is told what it cost. */
export const traceHeader = 'x-pressgraph-trace';

/** Lengths of the names that `#take` knows: most others need no look. */
const [shortest, longest] = ['origin'.length, traceHeader.length];

export class RequestHead {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  accept: string | undefined = undefined;
  acceptEncoding: string | undefined = undefined;
  contentType: string | undefined = undefined;
  /** Not a number where the client does not tell it. */
  contentLength = Number.NaN;
  /** Of the page that asks, where that is from elsewhere. */
  origin: string | undefined = undefined;
  ifNoneMatch: string | undefined = undefined;
  /** Its answer is for its viewer alone. */
  hasCredentials = false;
  /** Its answer is neither taken from what is kept nor kept: it has credentials, or a body that is encoded. */
  bypassesCache = false;
  isTraced = false;
  readonly #source: IncomingMessage | Request;

  private constructor(method: string, path: string, source: IncomingMessage | Request) {
    this.method = method;
    this.path = path;
    this.#source = source;
  }

  /** Node's own table of headers takes longer to make than a known answer. */
  static ofNode(message: IncomingMessage): RequestHead {
    const { method = 'GET', url = '/', rawHeaders } = message;
    const head = new RequestHead(method, url, message);
    for (let index = 0; index < rawHeaders.length; index += 2) {
      head.#take(rawHeaders[index] as string, rawHeaders[index + 1] as string);
    }
    return head;
  }

  static ofFetch(request: Request): RequestHead {
    const { method, url, headers } = request;
    const head = new RequestHead(method, url.slice(url.indexOf('/', url.indexOf('//') + 2)), request);
    headers.forEach((value, name) => {
      head.#take(name, value);
    });
    return head;
  }

  /** Whether its method is one whose body means something. */
  get mayHaveBody(): boolean {
    return this.method !== 'GET' && this.method !== 'HEAD';
  }

  /** Whether its path is this one, whatever its query string is. */
  isAt(path: string): boolean {
    return this.path.startsWith(path) && (this.path.length === path.length || this.path[path.length] === '?');
  }

  /** Where its client has found the gateway, as far as it tells: `https://graph.example.org`. */
  get place(): string {
    if ('url' in this.#source && URL.canParse(this.#source.url ?? ''))
      return new URL(this.#source.url as string).origin;
    // Of a row of proxies, the first one has met the client.
    const scheme = /^https\b/i.test(this.header('x-forwarded-proto') ?? '') ? 'https' : 'http';
    return `${scheme}://${this.header('host') ?? 'localhost'}`;
  }

  /** Any header, by its name in lower case. */
  header(name: string): string | undefined {
    const { headers } = this.#source;
    if (typeof headers.get === 'function') return headers.get(name) ?? undefined;
    const value = (headers as IncomingMessage['headers'])[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  #take(name: string, value: string): void {
    if (name.length < shortest || name.length > longest) return;
    switch (name.toLowerCase()) {
      case 'accept':
        this.accept = this.accept === undefined ? value : `${this.accept}, ${value}`;
        break;
      case 'accept-encoding':
        this.acceptEncoding = value;
        break;
      case 'content-type':
        this.contentType = value;
        break;
      case 'content-length':
        this.contentLength = Number(value);
        break;
      case 'origin':
        this.origin = value;
        break;
      case 'if-none-match':
        this.ifNoneMatch = value;
        break;
      case 'authorization':
        this.hasCredentials = true;
        this.bypassesCache = true;
        break;
      case 'content-encoding':
        this.bypassesCache = true;
        break;
      case traceHeader:
        this.isTraced = true;
        break;
    }
  }
}
