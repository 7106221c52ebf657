/**
 * What WordPress keeps of an image: its sizes, and the `srcset` that it would print.
 * Knows `media_details` as it comes over the wire; source of the rules: `wp_calculate_image_srcset`.
 */
import type { MediaDocument } from '../../wordpress/documents.ts';
import { type ReadMap, readAddress, readInt, readLargeInt, readMap, readText } from '../../wordpress/values.ts';

/** One file of an image. */
export interface ImageSize {
  readonly name: string;
  readonly file: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly mimeType: string | null;
  readonly fileSize: number | null;
  readonly sourceUrl: string | null;
}

type Detailed = Pick<MediaDocument, 'media_details' | 'source_url'>;

/** The widest image that WordPress lists, unless it is the one shown: the `max_srcset_image_width` filter's default. */
const widest = 2048;

export function detailsOf({ media_details }: Pick<MediaDocument, 'media_details'>): ReadMap {
  return readMap(media_details) ?? {};
}

/** The sizes that WordPress made, in its order, `full` last. Empty for what is no image. */
export function sizesOf(media: Detailed): ImageSize[] {
  return Object.entries(readMap(detailsOf(media).sizes) ?? {}).flatMap(([name, value]) => {
    const size = readMap(value);
    return size ? [imageSize(name, size)] : [];
  });
}

function imageSize(name: string, size: ReadMap): ImageSize {
  return {
    name,
    file: readText(size.file),
    width: readInt(size.width),
    height: readInt(size.height),
    mimeType: readText(size.mime_type),
    fileSize: readLargeInt(size.filesize),
    sourceUrl: readAddress(size.source_url),
  };
}

/** The file of a size by name; the original for `full`, and for a size that was not made because it is too small. */
export function sourceUrlOf(media: Detailed, size: string | null | undefined): string | null {
  const made = size ? sizesOf(media).find(({ name }) => name === size)?.sourceUrl : undefined;
  return made ?? (readAddress(media.source_url) || null);
}

/** What `fileSize` answers for a size: bytes, `null` where WordPress did not store them. */
export function fileSizeOf(
  media: Detailed & Pick<MediaDocument, 'filesize'>,
  size: string | null | undefined,
): number | null {
  const made = size && size !== 'full' ? sizesOf(media).find(({ name }) => name === size) : undefined;
  if (made) return made.fileSize;
  return readLargeInt(detailsOf(media).filesize) ?? readLargeInt(media.filesize);
}

/** A file that may be shown. */
export interface Candidate {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** The size that it was made as; absent for the original. */
  readonly size: ImageSize | undefined;
}

/** The files of an image: those that WordPress made of it, and the original. Measures that are not known are 0. */
export function candidatesOf(media: Detailed): { readonly made: readonly Candidate[]; readonly original: Candidate } {
  const details = detailsOf(media);
  const made = sizesOf(media).flatMap((size): Candidate[] =>
    size.name === 'full' ? [] : [{ url: size.sourceUrl ?? '', width: size.width ?? 0, height: size.height ?? 0, size }],
  );
  return {
    made,
    original: {
      url: readAddress(media.source_url) ?? '',
      width: readInt(details.width) ?? 0,
      height: readInt(details.height) ?? 0,
      size: undefined,
    },
  };
}

/**
 * The `srcset` that WordPress prints for an image shown at a size: files of the same proportions, at most 2,048 pixels
 * wide, the one shown first. `null` when there are not at least two.
 */
export function srcSetOf(media: Detailed, size: string): string | null {
  const { made, original } = candidatesOf(media);
  const shown = made.find((candidate) => candidate.size?.name === size);
  // WordPress flattens animated GIFs when it makes sizes: the original is neither given sizes nor listed among them.
  const isFlattened = made.some(
    (candidate) => candidate.size?.name === 'thumbnail' && candidate.size.mimeType === 'image/gif',
  );
  if (isFlattened && !shown) return null;

  const reference = shown ?? original;
  if (reference.width < 1) return null;
  const fitting = [...made, ...(isFlattened ? [] : [original])].filter(
    (candidate) =>
      candidate.url !== '' &&
      (candidate === reference || candidate.width <= widest) &&
      isOfOneEdit(reference, candidate) &&
      hasSameRatio(reference, candidate),
  );
  // Two files of one width are one entry, as in PHP's array keyed by width: the later takes the earlier's place.
  const byWidth = new Map(fitting.map((candidate) => [candidate.width, candidate]));
  if (byWidth.size < 2) return null;
  const first = byWidth.get(reference.width);
  const others = [...byWidth.values()].filter((candidate) => candidate !== first);
  return srcSetFrom([first, ...others].flatMap((candidate) => (candidate ? [candidate] : [])));
}

/** As browsers read it: no address has a blank in it. */
export function srcSetFrom(files: readonly Pick<Candidate, 'url' | 'width'>[]): string {
  return files.map(({ url, width }) => `${url.replaceAll(' ', '%20')} ${width}w`).join(', ');
}

/** An edit leaves its mark in the names of the files that it made: others show what was there before. */
export function isOfOneEdit(reference: Candidate, candidate: Candidate): boolean {
  const edit = /-e\d{13}/.exec(fileOf(reference))?.[0];
  return edit === undefined || fileOf(candidate).indexOf(edit) > 0;
}

function fileOf({ url }: Candidate): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

/** In pixels. */
interface Measures {
  readonly width: number;
  readonly height: number;
}

/** Whether one image scaled to the other's width has its height, give or take a pixel (`wp_image_matches_ratio`). */
export function hasSameRatio(one: Measures, other: Measures): boolean {
  const [larger, smaller] = one.width > other.width ? [one, other] : [other, one];
  if (smaller.width < 1) return false;
  const scale = Math.min(1, smaller.width / larger.width);
  const width = Math.max(1, Math.round(larger.width * scale));
  const height = Math.max(1, Math.round(larger.height * scale));
  return Math.abs(width - smaller.width) <= 1 && Math.abs(height - smaller.height) <= 1;
}
