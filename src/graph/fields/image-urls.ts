/**
 * Where an image is to be had as large as it is needed: from an image service where one is set, else as the nearest file that
 * WordPress has made of it.
 */
import { badInput } from '../../errors.ts';
import type { ImageService, ImageVariant } from '../../image-service.ts';
import type { MediaDocument } from '../../wordpress/documents.ts';
import { readAddress, readText } from '../../wordpress/values.ts';
import type { GraphNode } from '../node.ts';
import { type FieldPlan, readsOf } from '../plan/field-plan.ts';
import { type Candidate, candidatesOf, hasSameRatio, isOfOneEdit, srcSetFrom, srcSetOf } from './images.ts';

type Image = Pick<MediaDocument, 'id' | 'media_details' | 'source_url' | 'mime_type'>;

const reads = readsOf<MediaDocument>();
const properties = ['media_details', 'source_url', 'mime_type'] as const;

type Given<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

export type ImageUrlArguments = Given<ImageVariant>;

const largest = 10_000;
const mostWidths = 30;

/** @param service absent where none is set */
export function imageUrl(
  service: ImageService | undefined,
): FieldPlan<GraphNode<Image>, ImageUrlArguments, string | null> {
  return reads(properties, ({ document }, args: ImageUrlArguments) => {
    const { width, height, format, quality } = args;
    checkMeasure('width', width);
    checkMeasure('height', height);
    if (isGiven(quality) && (quality < 1 || quality > 100))
      throw badInput('quality', `${quality} is none; give 1 to 100.`);
    const file = readAddress(document.source_url) || null;
    if (![width, height, format, quality].some(isGiven)) return file;
    return urlOf(document, file, variantOf(args), service);
  });
}

interface SrcSetArguments {
  readonly size: string;
  readonly widths?: readonly number[] | null | undefined;
}

/** @param service absent where none is set */
export function srcSet(service: ImageService | undefined): FieldPlan<GraphNode<Image>, SrcSetArguments, string | null> {
  return reads(properties, ({ document }, { size, widths }: SrcSetArguments) => {
    if (!widths) return srcSetOf(document, size);
    if (widths.length > mostWidths)
      throw badInput('widths', `${widths.length} are too many; give at most ${mostWidths}.`);
    for (const width of widths) checkMeasure('widths', width);
    return srcSetOfWidths(
      document,
      [...new Set(widths)].sort((one, other) => one - other),
      service,
    );
  });
}

/** No file is larger than the original: what is wanted wider is as wide as that. */
function srcSetOfWidths(media: Image, widths: readonly number[], service: ImageService | undefined): string | null {
  const { original } = candidatesOf(media);
  if (kindOf(media) === 'none' || original.url === '' || original.width < 1) return null;
  const wanted = [...new Set(widths.map((width) => Math.min(width, original.width)))];
  const files = wanted.flatMap((width) => {
    if (!service || kindOf(media) === 'drawing') return [nearest(media, { width, height: undefined, fit: 'CONTAIN' })];
    const url = urlOf(media, original.url, variantOf({ width }), service);
    return url === null ? [] : [{ url, width }];
  });
  const byUrl = new Map(files.map((file) => [file.url, file]));
  return byUrl.size === 0 ? null : srcSetFrom([...byUrl.values()]);
}

function urlOf(
  media: Image,
  file: string | null,
  variant: ImageVariant,
  service: ImageService | undefined,
): string | null {
  const kind = kindOf(media);
  if (file === null || kind === 'none') return null;
  if (kind === 'drawing') return file;
  if (!service) return nearest(media, variant).url;
  const { original } = candidatesOf(media);
  const { width, height } = variant;
  const isWidthKnown = width !== undefined || height === undefined || original.height < 1 || original.width < 1;
  const known = isWidthKnown
    ? variant
    : { ...variant, width: Math.max(1, Math.round((height * original.width) / original.height)) };
  return URL.canParse(file) ? service(new URL(file), known) : file;
}

/** A drawing has any size. */
function kindOf({ mime_type }: Image): 'picture' | 'drawing' | 'none' {
  const type = readText(mime_type) ?? '';
  if (!type.startsWith('image/')) return 'none';
  return type.startsWith('image/svg') ? 'drawing' : 'picture';
}

/**
 * The smallest file that is large enough and shows all of the image, or just what is wanted of it; the original where there is
 * none. What WordPress makes of a GIF does not move.
 */
function nearest(media: Image, { width, height, fit }: Pick<ImageVariant, 'width' | 'height' | 'fit'>): Candidate {
  const { made, original } = candidatesOf(media);
  if (original.width < 1 || original.height < 1 || readText(media.mime_type) === 'image/gif') return original;
  const [wide, high] = [width ?? 0, height ?? 0];
  const isBox = wide > 0 && high > 0;
  const scale =
    fit === 'CONTAIN' && isBox
      ? Math.min(wide / original.width, high / original.height)
      : Math.max(wide / original.width, high / original.height);
  const isLargeEnough = (candidate: Candidate) =>
    hasSameRatio(original, candidate)
      ? candidate.width >= Math.floor(scale * original.width)
      : fit === 'COVER' &&
        isBox &&
        candidate.width >= wide &&
        candidate.height >= high &&
        hasSameRatio(candidate, { width: wide, height: high });
  const fitting = made.filter(
    (candidate) =>
      candidate.url !== '' && candidate.width > 0 && isOfOneEdit(original, candidate) && isLargeEnough(candidate),
  );
  return fitting.reduce((best, candidate) => (area(candidate) < area(best) ? candidate : best), original);
}

function area({ width, height }: Candidate): number {
  return width * height;
}

function variantOf({ width, height, fit, format, quality }: ImageUrlArguments): ImageVariant {
  return {
    width: width ?? undefined,
    height: height ?? undefined,
    fit: fit ?? 'CONTAIN',
    format: format ?? 'AUTO',
    quality: quality ?? undefined,
  };
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function checkMeasure(name: string, value: number | null | undefined): void {
  if (isGiven(value) && (value < 1 || value > largest)) {
    throw badInput(name, `${value} pixels are no measure of an image; give 1 to ${largest}.`);
  }
}
