/**
 * What a document says itself of what belongs into the head of its page, where no plugin does.
 * Knows by which of its properties each family says it, and asks for nothing but its image.
 */
import { andThen, type MaybePromise } from '../../../maybe-promise.ts';
import type { MediaDocument, PostDocument, TermDocument } from '../../../wordpress/documents.ts';
import type { FamilyName } from '../../../wordpress/families.ts';
import { Properties } from '../../../wordpress/properties.ts';
import type { Resource } from '../../../wordpress/resources.ts';
import { uriOf } from '../../../wordpress/site-address.ts';
import { readAddress, readDate, readId, readInt, readText } from '../../../wordpress/values.ts';
import type { GraphContext } from '../../context.ts';
import { detailsOf } from '../images.ts';
import { decodedName } from '../names.ts';
import { isLocked } from '../texts.ts';
import type { SeoImage } from './plugin-head.ts';
import { shortened } from './shortened.ts';

/** A document, of which there is what is read of it here. */
export interface OwnHead {
  readonly resource: Resource;
  readonly document: PostDocument & MediaDocument & TermDocument;
}

/** By which properties documents say each part; a type that has none of them does not say it. */
export const partsOfOwnHead = {
  name: ['title', 'name'],
  address: ['link', 'status'],
  title: ['title', 'name', 'link'],
  robots: ['status', 'content.protected'],
  times: ['date_gmt', 'modified_gmt'],
  none: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const imageProperties = ['source_url', 'media_details', 'alt_text', 'mime_type'] as const;

/** Where a description stands. */
const describing = {
  content: 'excerpt',
  media: 'caption',
  term: 'description',
  user: 'description',
  comment: 'content',
} as const satisfies Readonly<Record<FamilyName, string>>;

export function describedBy({ family }: Resource): readonly string[] {
  return [describing[family]];
}

export function picturedBy({ family }: Resource): readonly string[] {
  return family === 'media' ? ['featured_media', ...imageProperties] : ['featured_media'];
}

/** Its name alone, as plain text. */
export function nameOf({ resource, document }: OwnHead, { texts }: Pick<GraphContext, 'texts'>): MaybePromise<string> {
  const title = readText(document.title);
  if (title === null) return decodedName(document.name) ?? '';
  return andThen(texts.plainText(`${resource.route} ${document.id} title`, title), (text) => text.trim());
}

export function siteNameOf({ loaders: { site } }: Pick<GraphContext, 'loaders'>): string | null {
  return decodedName(site.name) || null;
}

/** As WordPress writes it, whatever a theme makes of it: its name and that of the site; of the front page that of the site alone. */
export function ownTitle(head: OwnHead, context: GraphContext): MaybePromise<string | null> {
  const site = siteNameOf(context);
  if (isFront(head, context)) return site;
  return andThen(nameOf(head, context), (name) => [name, site].filter(Boolean).join(' – ') || null);
}

export function ownName(head: OwnHead, context: GraphContext): MaybePromise<string | null> {
  return isFront(head, context) ? siteNameOf(context) : andThen(nameOf(head, context), (name) => name || null);
}

export function isFront({ document }: OwnHead, { loaders: { site } }: Pick<GraphContext, 'loaders'>): boolean {
  return uriOf(document.link, site.home) === '/';
}

/** What fits into the line of a search result, as plain text; `null` where a password is needed, and for none. */
export function ownDescription({ resource, document }: OwnHead, { texts }: GraphContext): MaybePromise<string | null> {
  const property = describing[resource.family];
  const said = document[property];
  const html = isLocked(said) ? null : readText(said);
  if (!html) return null;
  return andThen(
    texts.plainText(`${resource.route} ${document.id} ${property}`, html),
    (text) => shortened(text) || null,
  );
}

/** Only of what everybody may see. */
export function ownAddress(head: OwnHead): string | null {
  return isPublic(head) === true ? readAddress(head.document.link) || null : null;
}

/** Terms and users have no state: they are seen by everybody who sees them here. */
function isPublic({ resource: { family }, document }: OwnHead): boolean | null {
  if (family !== 'content' && family !== 'media') return true;
  const status = readText(document.status);
  return status === null ? null : status === 'publish' || (family === 'media' && status === 'inherit');
}

export function ownRobots(head: OwnHead): string[] | null {
  const shown = isPublic(head);
  if (shown === null) return null;
  return shown && !isLocked(head.document.content) ? ['index', 'follow'] : ['noindex', 'nofollow'];
}

/** By Open Graph's names. */
export function ownType(head: OwnHead, context: GraphContext): string {
  if (head.resource.family === 'user') return 'profile';
  return head.resource.family === 'content' && !isFront(head, context) ? 'article' : 'website';
}

export function ownTime({ document }: OwnHead, property: 'date_gmt' | 'modified_gmt'): string | null {
  const time = readDate(document[property]);
  return time === null ? null : `${time}Z`;
}

/** The image that stands for it; media that are images stand for themselves. @param media where images are */
export function ownImage(
  { resource, document }: OwnHead,
  media: Resource,
  { loaders }: GraphContext,
): MaybePromise<SeoImage | null> {
  if (resource.family === 'media' && isImage(document.mime_type)) return imageOf(document);
  const id = readId(document.featured_media);
  if (id === null) return null;
  const { route } = loaders.relations.featuredMedia(resource);
  const properties = Properties.of('id', ...imageProperties);
  const found = loaders.reference(route ?? media.route, id, { wanted: properties, asked: properties });
  return andThen(found, (loaded) => loaded && imageOf(loaded.document));
}

/** By a MIME type. */
export function isImage(type: unknown): boolean {
  return readText(type)?.startsWith('image/') ?? false;
}

function imageOf(document: MediaDocument): SeoImage | null {
  const url = readAddress(document.source_url);
  const { width, height } = detailsOf(document);
  if (!url) return null;
  return {
    url,
    width: readInt(width),
    height: readInt(height),
    type: readText(document.mime_type) || null,
    alt: readText(document.alt_text) || null,
  };
}
