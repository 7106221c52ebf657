/**
 * One thing that is published: what is asked for it, and how the answer is written.
 */
import type { Question } from '../../graph/publications.ts';
import type { Encoding } from '../http/encodings.ts';
import { ReadRequest } from '../http/read-request.ts';
import { notTaken, type Refusal } from '../http/refusal.ts';
import type { RequestHead } from '../http/request-head.ts';
import type { Place } from './place.ts';

export interface Publication {
  readonly contentType: string;
  /** Its path on the gateway, with what tells it from others there. */
  readonly path: string;
  readonly question: Question<unknown>;
  /** As it goes out. @param read what an answer says; nothing where there is nothing to publish */
  write(place: Place): (data: Readonly<Record<string, unknown>>) => string | Refusal | undefined;
}

/** @param write nothing where what was read is none of what can be published */
export function publication<T>(
  { question, ...others }: Pick<Publication, 'contentType' | 'path'> & { readonly question: Question<T> },
  write: (read: T, place: Place) => string | undefined,
): Publication {
  return {
    ...others,
    question,
    write: (place) => (data) => {
      const read = question.read(data);
      return read === undefined ? undefined : (write(read, place) ?? notPublished('There is nothing here.'));
    },
  };
}

export function notPublished(message: string): Refusal {
  return notTaken(404, message);
}

/** A request for a publication. What else is in its address, and in its head, makes no difference. */
export class PublicationRequest extends ReadRequest {
  readonly publication: Publication;
  readonly place: Place;

  constructor(head: RequestHead, encoding: Encoding, publication: Publication, place: Place) {
    super(head, '', encoding, `${publication.path}\n${place.besideGraph('')}`);
    this.publication = publication;
    this.place = place;
  }
}
