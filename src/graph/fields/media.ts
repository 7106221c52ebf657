/**
 * What media have beyond other content: the file, its sizes, and what the camera wrote into it.
 */
import type { MediaDocument } from '../../wordpress/documents.ts';
import {
  type ReadMap,
  readInt,
  readLargeInt,
  readMap,
  readNumber,
  readText,
  readTexts,
} from '../../wordpress/values.ts';
import { readsByArguments, readsOf } from '../plan/field-plan.ts';
import { jsonMap } from './attributes.ts';
import { detailsOf, fileSizeOf, sizesOf, sourceUrlOf } from './images.ts';

const reads = readsOf<MediaDocument>();

interface SizeArgument {
  readonly size?: string | null | undefined;
}

export const altText = reads(['alt_text'], ({ document }) => readText(document.alt_text));
export const mediaType = reads(['media_type'], ({ document }) => readText(document.media_type));
export const mimeType = reads(['mime_type'], ({ document }) => readText(document.mime_type));
export const sourceUrl = readsByArguments<MediaDocument, SizeArgument, string | null>(
  'source_url',
  ({ size }) => (size ? ['source_url', 'media_details'] : ['source_url']),
  ({ document }, { size }) => sourceUrlOf(document, size),
);
export const width = reads(['media_details'], ({ document }) => readInt(detailsOf(document).width));
export const height = reads(['media_details'], ({ document }) => readInt(detailsOf(document).height));
export const fileSize = reads(['media_details', 'filesize', 'source_url'], ({ document }, { size }: SizeArgument) =>
  fileSizeOf(document, size),
);
export const sizes = reads(['media_details', 'source_url'], ({ document }) => sizesOf(document));
export const imageMeta = reads(['media_details'], ({ document }) => readMap(detailsOf(document).image_meta));
export const mediaDetails = reads(['media_details'], ({ document }) => jsonMap(document.media_details));

/** Readers of `image_meta`, where `"0"` and `""` stand for what is not known. */
export function imageText(member: string): (meta: ReadMap) => string | null {
  return (meta) => {
    const value = readText(meta[member]);
    return value === '0' ? null : value || null;
  };
}

export function imageNumber(member: string): (meta: ReadMap) => number | null {
  return (meta) => readNumber(meta[member]) || null;
}

export function imageInt(member: string): (meta: ReadMap) => number | null {
  return (meta) => readInt(meta[member]) || null;
}

export function imageTime(member: string): (meta: ReadMap) => number | null {
  return (meta) => readLargeInt(meta[member]) || null;
}

export function imageKeywords({ keywords }: ReadMap): string[] {
  return readTexts(keywords) ?? [];
}
