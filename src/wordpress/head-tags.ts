/**
 * The tags of an HTML head as the parts that an SEO plugin says, under the names that Yoast SEO has for them.
 * Knows the tags that Rank Math prints. What is in them is data from outside: nothing is taken for more than it says.
 */
import { Parser } from 'htmlparser2';
import { readJson } from './http/json.ts';
import type { ReadMap } from './values.ts';

/** Properties of the image that was named last. */
const ofImages = new Map([
  ['og:image:width', 'width'],
  ['og:image:height', 'height'],
  ['og:image:type', 'type'],
  ['og:image:alt', 'alt'],
]);
const named = new Set(['description', 'robots']);

/** Plain texts: entities are decoded here. */
export function readHeadTags(html: string): ReadMap {
  const parts = new Map<string, unknown>();
  const images: Record<string, string>[] = [];
  const graphs: unknown[] = [];
  /** Text of a title, or of a script that holds JSON-LD. */
  let text: string | undefined;

  function meta(name: string, content: string): void {
    if (name === 'og:image') images.push({ url: content });
    const ofImage = ofImages.get(name);
    const image = images.at(-1);
    if (ofImage !== undefined) {
      if (image) image[ofImage] = content;
    } else if (/^(og|article|twitter):[\w:]+$/.test(name) || named.has(name)) {
      const part = name.replaceAll(':', '_');
      if (!parts.has(part)) parts.set(part, content);
    }
  }

  const parser = new Parser({
    onopentag(tag, attributes) {
      const { name, property, content = '', rel, href, type } = attributes;
      if (tag === 'meta') meta((property ?? name ?? '').toLowerCase(), content);
      if (tag === 'link' && rel === 'canonical' && href && !parts.has('canonical')) parts.set('canonical', href);
      if (tag === 'title' || (tag === 'script' && type === 'application/ld+json')) text = '';
    },
    ontext(piece) {
      if (text !== undefined) text += piece;
    },
    onclosetag(tag) {
      if (text === undefined) return;
      if (tag === 'title' && !parts.has('title')) parts.set('title', text.trim());
      if (tag === 'script') graphs.push(readJson(new TextEncoder().encode(text)).json);
      text = undefined;
    },
  });
  parser.end(html);
  const told = graphs.filter((graph) => typeof graph === 'object' && graph !== null);
  return {
    ...Object.fromEntries(parts),
    ...(images.length > 0 && { og_image: images }),
    ...(told.length > 0 && { schema: told.length === 1 ? told[0] : told }),
  };
}
