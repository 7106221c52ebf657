/**
 * What is read out of a body: how long it is, its headings, images and links.
 * Knows that all of it comes of one pass over the body, and which media an image is for certain.
 */
import { badInput } from '../../errors.ts';
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { MediaDocument, PostDocument } from '../../wordpress/documents.ts';
import { isOwn, pageUri } from '../../wordpress/own-address.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { readAddress } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import { GraphNode } from '../node.ts';
import { type FieldPlan, readsOf } from '../plan/field-plan.ts';
import { type AddressedNode, nodeAt } from '../resolution.ts';
import type { BodyImage, BodyLink, Outline } from './outline.ts';
import { unlessProtected } from './texts.ts';

const reads = readsOf<PostDocument>();

/** Of a body, or of what WordPress gives as its start; `null` where it may not be read, and where there is none. */
export function outlineOf(
  { resource, document: { id } }: GraphNode,
  property: 'content' | 'excerpt',
  text: unknown,
  { texts }: GraphContext,
): MaybePromise<Outline | null> {
  const html = resource.properties.has(property) ? unlessProtected(text) : null;
  return html === null ? null : texts.outline(`${resource.route} ${id} ${property}`, html);
}

/** A field of an outline, `null` where there is none. */
function partOf<Out>(read: (outline: Outline) => Out) {
  return reads(['content'], (node, _args, context) =>
    andThen(outlineOf(node, 'content', node.document.content, context), (outline) => outline && read(outline)),
  );
}

export const wordCount = partOf(({ words }) => words);
export const headings = partOf((outline) => outline.headings);

const fastest = 2_000;

export const readingTime = reads(['content'], (node, { wordsPerMinute }: { wordsPerMinute: number }, context) => {
  if (wordsPerMinute < 1 || wordsPerMinute > fastest) {
    throw badInput('wordsPerMinute', `${wordsPerMinute} is no pace of a reader; give 1 to ${fastest}.`);
  }
  const outline = outlineOf(node, 'content', node.document.content, context);
  return andThen(outline, (found) => found && Math.max(1, Math.ceil(found.words / wordsPerMinute)));
});

/** Something in a body, and the address that what is written there is relative to. */
export interface InBody<T> {
  readonly written: T;
  readonly base: Base;
}

interface Base {
  readonly address: string;
  /** Whether it is the front page for want of the document's own address: what is relative to a path leads nobody knows where then. */
  readonly isFrontPage: boolean;
}

export type ImageInBody = InBody<BodyImage>;
export type LinkInBody = InBody<BodyLink>;

function partsOf<T>(list: (outline: Outline) => readonly T[]) {
  return reads(['content', 'link'], (node, _args, context) =>
    andThen(outlineOf(node, 'content', node.document.content, context), (outline): InBody<T>[] | null => {
      if (!outline) return null;
      const base = baseOf(node.document, context);
      return list(outline).map((written) => ({ written, base }));
    }),
  );
}

// What is said of each is made where it is asked for: a body may have very many.
export const images = partsOf((outline) => outline.images);
export const links = partsOf((outline) => outline.links);

export function imageAddress({ written, base }: ImageInBody): string {
  return absolute(written.src, base);
}

/** Absolute, or as it is written where it is no address. */
export function linkAddress({ written, base }: LinkInBody): string {
  return absolute(written.href, base);
}

export const linkUri: FieldPlan<LinkInBody, unknown, string | null> = {
  value: (link, _args, { loaders: { site } }) => pageUri(linkAddress(link), site),
};

export const isOwnLink: FieldPlan<LinkInBody, unknown, boolean> = {
  value: ({ written: { href }, base }, _args, { loaders: { site } }) =>
    isOwn(URL.canParse(href, base.address) ? new URL(href, base.address).href : href, site.home),
};

/** What stands where a link leads, where that is a page of the site. */
export const linkedNode: FieldPlan<LinkInBody, unknown, MaybePromise<AddressedNode | null>> = {
  looksUpById: true,
  value: (link, _args, context, info) => {
    const uri = pageUri(linkAddress(link), context.loaders.site);
    return uri === null ? null : nodeAt(uri, context, info);
  },
};

/** What addresses in a body are relative to. */
function baseOf({ link }: { readonly link?: unknown }, { loaders: { site } }: GraphContext): Base {
  const address = readAddress(link);
  if (!address || !URL.canParse(address, site.home)) return { address: site.home, isFrontPage: true };
  return { address: new URL(address, site.home).href, isFrontPage: false };
}

function absolute(written: string, { address, isFrontPage }: Base): string {
  if (!URL.canParse(written, address)) return written;
  if (isFrontPage && !URL.canParse(written) && !/^\s*[/\\]/.test(written)) return written;
  return new URL(written, address).href;
}

/**
 * The media that an image is: the one that the editor has marked it with, if its file is one of that. What was brought from another site
 * is still marked with the ids of that.
 */
export function mediaOf(media: Resource): FieldPlan<ImageInBody, unknown, MaybePromise<GraphNode | null>> {
  return {
    looksUpById: true,
    value: (image, _args, { loaders, selection }, info) => {
      const { mediaId } = image.written;
      if (mediaId === null) return null;
      const { wanted, asked } = selection.wish(info, media);
      const wish = { wanted: wanted.with('source_url'), asked: asked.with('source_url') };
      return andThen(loaders.reference(media.route, mediaId, wish), (loaded) =>
        loaded && isFileOf(imageAddress(image), loaded.document as Pick<MediaDocument, 'id' | 'source_url'>)
          ? new GraphNode(media, loaded)
          : null,
      );
    },
  };
}

/** Of a file, percent-encoded: no file system has longer ones. */
const longestName = 3 * 255;

/** What WordPress puts behind the name of a file for one that it made of it, and a service behind that. */
const made = /(?:-scaled|-rotated|-e\d{13}|-\d{1,5}x\d{1,5})+$/;

function isFileOf(url: string, { source_url }: Pick<MediaDocument, 'source_url'>): boolean {
  const original = nameOf(readAddress(source_url));
  return original !== null && original === nameOf(url);
}

/** `photo` of `https://example.org/wp-content/uploads/2024/05/photo-scaled-300x200.jpg.webp?ssl=1`. */
function nameOf(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const file = new URL(address).pathname.split('/').at(-1) ?? '';
  if (file.length > longestName) return null;
  const [name = ''] = file.split(/\.(?=(?:jpe?g|png|gif|webp|avif|heic|svg|bmp|tiff?|ico)(?:\.|$))/i);
  return decodedName(name.replace(made, '')) || null;
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
