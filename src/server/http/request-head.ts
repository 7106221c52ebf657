/**
 * What determines the answer to a request, straight from the connection: Node's own table of headers takes longer than a
 * known answer.
 */
import type { IncomingMessage } from 'node:http';
import type { AnswerRequest } from '../answers/answers.ts';
import { traceHeader } from '../plugins/trace.ts';

export class RequestHead implements AnswerRequest {
  readonly method: string;
  readonly path: string;
  body = '';
  accept: string | undefined = undefined;
  acceptEncoding: string | undefined = undefined;
  contentType: string | undefined = undefined;
  ifNoneMatch: string | undefined = undefined;
  isPersonal = false;
  isTraced = false;
  contentLength = Number.NaN;

  constructor({ method = 'GET', url = '/', rawHeaders }: IncomingMessage) {
    this.method = method;
    this.path = url;
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const name = rawHeaders[index] as string;
      if (name.length >= shortest && name.length <= longest) this.#take(name, rawHeaders[index + 1] as string);
    }
  }

  #take(name: string, value: string): void {
    switch (spellings.get(name) ?? (spellings.size < mostSpellings ? spelled(name) : name.toLowerCase())) {
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
      case 'if-none-match':
        this.ifNoneMatch = value;
        break;
      case 'authorization':
      case 'content-encoding':
        this.isPersonal = true;
        break;
      case traceHeader:
        this.isTraced = true;
        break;
    }
  }
}

/** Names as clients spell them, in lower case: there are few spellings. */
const spellings = new Map<string, string>();
const mostSpellings = 200;
const [shortest, longest] = ['accept'.length, traceHeader.length];

function spelled(name: string): string {
  const lower = name.toLowerCase();
  spellings.set(name, lower);
  return lower;
}
