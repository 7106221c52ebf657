/**
 * An answer as it goes out, without a `Response` being made of it.
 */
import type { ServerResponse } from 'node:http';

export class WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Buffer | undefined) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  writeTo(response: ServerResponse): void {
    response.writeHead(this.status, this.headers);
    response.end(this.body);
  }

  /** Has a copy of the headers: the caller may add to them. */
  asResponse(): Response {
    const { status, headers, body } = this;
    return new Response((body ?? null) as BodyInit | null, { status, headers: { ...headers } });
  }
}
