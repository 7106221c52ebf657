/**
 * An answer as it goes out, without a `Response` being made of it.
 */
import type { ServerResponse } from 'node:http';

export type AnswerHeaders = Readonly<Record<string, string>>;

export class WrittenAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: Buffer | undefined;
  #further: AnswerHeaders | undefined = undefined;
  #withFurther: WrittenAnswer = this;

  constructor(status: number, headers: AnswerHeaders, body: Buffer | undefined) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** With further headers; remembered for the last ones, as most clients are told the same. */
  with(further: AnswerHeaders): WrittenAnswer {
    if (further !== this.#further) {
      this.#further = further;
      this.#withFurther = new WrittenAnswer(this.status, joined(this.headers, further), this.body);
    }
    return this.#withFurther;
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

/** All of both; what an answer varies by is a list, to which each adds. */
export function joined(headers: AnswerHeaders, further: AnswerHeaders): AnswerHeaders {
  const vary = [headers.vary, further.vary].filter((value) => value !== undefined).join(', ');
  return { ...headers, ...further, ...(vary !== '' && { vary }) };
}
