// What the graph's own fields are, said of REST documents: where a field is not just the property of its name.

import { decodeHTML } from 'entities';
import type { Json, Members } from '../../../support/asked-fields.ts';
import type { RestDocument } from '../rest-reader.ts';

type Read = (document: RestDocument, site: string) => Json;

function at(document: Members, ...names: readonly (string | number)[]): Json {
  let found: Json | undefined = document;
  for (const name of names) found = (found as Record<string, Json> | null | undefined)?.[name];
  return found ?? null;
}

const rendered =
  (property: string): Read =>
  (document) =>
    at(document, property, 'rendered');

/** Nobody without a password may read the bodies of protected documents. */
const body =
  (property: string): Read =>
  (document) =>
    at(document, property, 'protected') === true ? null : at(document, property, 'rendered');

const path: Read = ({ link }, site) => String(link).slice(site.length);
const inUtc =
  (property: string): Read =>
  (document) => {
    const time = document[property];
    return typeof time === 'string' ? new Date(`${time}Z`).toISOString() : null;
  };

/** By the names of fields, with the arguments that they are asked with. */
export const readers: Readonly<Record<string, Read>> = {
  databaseId: ({ id }) => id,
  uri: path,
  'uri(form: ENCODED)': path,
  'uri(form: DECODED)': (document, site) => decodeURIComponent(String(path(document, site))),
  // Names are plain text, which WordPress escapes; comments have another.
  name: ({ name }) => decodeHTML(String(name)),
  slug: ({ slug }) => decodeURIComponent(String(slug)),
  dateGmt: inUtc('date_gmt'),
  modifiedGmt: inUtc('modified_gmt'),
  title: rendered('title'),
  guid: rendered('guid'),
  content: body('content'),
  excerpt: body('excerpt'),
  caption: rendered('caption'),
  isProtected: (document) => at(document, 'content', 'protected') === true,
  classList: (document) => at(document, 'class_list'),
  revisionCount: (document) => at(document, '_links', 'version-history', 0, 'count'),
  allowedMethods: (document) => at(document, '_links', 'self', 0, 'targetHints', 'allow'),
  restUrl: (document) => at(document, '_links', 'self', 0, 'href'),
  // PHP writes a map without members as a list.
  meta: ({ meta }) => (Array.isArray(meta) && meta.length === 0 ? {} : (meta ?? null)),
  width: (document) => at(document, 'media_details', 'width'),
  height: (document) => at(document, 'media_details', 'height'),
  fileSize: (document) => at(document, 'media_details', 'filesize'),
  'fileSize(size: "thumbnail")': (document) =>
    at(document, 'media_details', 'sizes', 'thumbnail', 'filesize') ??
    (at(document, 'media_details', 'sizes', 'thumbnail') === null ? at(document, 'media_details', 'filesize') : null),
  'sourceUrl(size: "thumbnail")': (document) =>
    at(document, 'media_details', 'sizes', 'thumbnail', 'source_url') ?? document.source_url ?? null,
  // WordPress prints it where it shows an image among its description.
  'srcSet(size: "medium")': (document) =>
    /srcset="([^"]+)"/.exec(String(at(document, 'description', 'rendered')))?.[1] ?? null,
  // The file of media; the own site of a user.
  url: ({ source_url, url }) => source_url ?? url ?? null,
  avatar: (document) => at(document, 'avatar_urls', '96') ?? at(document, 'author_avatar_urls', '96'),
  'avatar(size: 24)': (document) => at(document, 'avatar_urls', '24') ?? at(document, 'author_avatar_urls', '24'),
  'rest(property: "id")': ({ id }) => id,
  'rest(property: "meta")': ({ meta }) => meta ?? null,
};

/** The property that a field is called after. */
function propertyOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What a field holds of a document. @param asked its name, with its arguments */
export function heldBy(asked: string, document: RestDocument, site: string): Json {
  const read = readers[asked];
  if (read) return read(document, site);
  const held = document[propertyOf(asked)] ?? null;
  return typeof held === 'object' && held !== null && !Array.isArray(held) && 'rendered' in held
    ? (held.rendered ?? null)
    : held;
}
