/**
 * What the HTML of an image, video or sound says of where it is.
 * Knows how WordPress' editors mark which of its media an image is, and where plugins that load late keep the address.
 */
import { readId } from './values.ts';

/** Attributes of an element, entities decoded. */
type Attributes = ReadonlyMap<string, string>;

/** Where it is, as it is written; `null` where it is drawn by its address itself, as what stands for one that is loaded late is. */
export function mediaSource(attributes: Attributes): string | null {
  for (const name of ['src', 'data-src', 'data-lazy-src']) {
    const source = attributes.get(name)?.trim();
    if (source && !/^data:/i.test(source)) return source;
  }
  return null;
}

/** The id of its media, for an image. */
export function mediaId(attributes: Attributes): number | null {
  const marked = /(?:^|\s)wp-image-(\d+)(?:\s|$)/.exec(attributes.get('class') ?? '')?.[1];
  return readId(marked ?? attributes.get('data-id'));
}
