/**
 * Attributes of blocks that their rendered HTML says in so many words, called as WordPress' editor calls them.
 */
import { mediaId, mediaSource } from '../../wordpress/media-markup.ts';
import { readNumber } from '../../wordpress/values.ts';
import type { HtmlElement } from './html-tree.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** @param html that the element stands in */
type Read = (element: HtmlElement, html: string) => Attributes;

/** What is not said is left out. */
export function attributesOf(name: string, element: HtmlElement, html: string): Attributes {
  const said = readers.get(name)?.(element, html) ?? {};
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['core/paragraph', (element, html) => ({ content: inner(element, html) })],
  [
    'core/heading',
    (element, html) => ({
      level: Number(/^h([1-6])$/.exec(element.name)?.[1]) || undefined,
      content: inner(element, html),
      anchor: element.attributes.get('id'),
    }),
  ],
  ['core/preformatted', (element, html) => ({ content: inner(element, html) })],
  ['core/verse', (element, html) => ({ content: inner(element, html) })],
  ['core/code', (element, html) => ({ content: inner(named(element, 'code') ?? element, html) })],
  [
    'core/list',
    (element) => ({
      ordered: element.name === 'ol',
      start: readNumber(element.attributes.get('start')) ?? undefined,
      reversed: element.attributes.has('reversed') || undefined,
    }),
  ],
  ['core/quote', (element, html) => ({ citation: innerOf(element, 'cite', html) })],
  ['core/details', (element, html) => ({ summary: innerOf(element, 'summary', html) })],
  ['core/image', imageOf],
  ['core/video', (element, html) => ({ ...mediumOf('video', element), caption: innerOf(element, 'figcaption', html) })],
  ['core/audio', (element, html) => ({ ...mediumOf('audio', element), caption: innerOf(element, 'figcaption', html) })],
  ['core/file', (element) => ({ href: named(element, 'a')?.attributes.get('href') })],
  [
    'core/button',
    (element, html) => {
      const link = element.find(({ classes }) => classes.includes('wp-block-button__link'));
      return {
        text: link && inner(link, html),
        url: link?.attributes.get('href'),
        linkTarget: link?.attributes.get('target'),
        rel: link?.attributes.get('rel'),
      };
    },
  ],
]);

function imageOf(element: HtmlElement, html: string): Attributes {
  const image = named(element, 'img');
  const link = named(element, 'a');
  return {
    id: (image && mediaId(image.attributes)) ?? undefined,
    url: (image && mediaSource(image.attributes)) ?? undefined,
    alt: image?.attributes.get('alt'),
    title: image?.attributes.get('title'),
    href: link && image && isIn(image, link) ? link.attributes.get('href') : undefined,
    caption: innerOf(element, 'figcaption', html),
  };
}

function mediumOf(name: string, element: HtmlElement): Attributes {
  const medium = named(element, name);
  return { src: (medium && mediaSource(medium.attributes)) ?? undefined, poster: medium?.attributes.get('poster') };
}

function isIn(element: HtmlElement, other: HtmlElement): boolean {
  return other.start <= element.start && element.end <= other.end;
}

function named(element: HtmlElement, name: string): HtmlElement | undefined {
  return element.find((found) => found.name === name);
}

/** Of an element that stands right in it: what is deeper may be of another block. */
function innerOf(element: HtmlElement, name: string, html: string): string | undefined {
  const found = element.elements.find((child) => child.name === name);
  return found && inner(found, html);
}

function inner({ innerStart, innerEnd }: HtmlElement, html: string): string {
  return html.slice(innerStart, innerEnd);
}
