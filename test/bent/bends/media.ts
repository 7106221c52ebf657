/**
 * Files of other kinds than images of a camera: their sizes, and what is stored of them.
 */
import { type Bend, documents, isMap, type Json, members } from '../bend.ts';
import type { Difference } from '../comparison.ts';

const changed = (name: string, means: string, change: (document: Json) => Json, allows: Bend['allows']): Bend => ({
  name,
  means,
  bend: documents(['media'], change),
  ...(allows && { allows }),
});

const details = (change: (details: Json) => Json) => (document: Json) =>
  members(document, { media_details: (value) => (isMap(value) ? change(value) : value) });
const sized = (change: (value: number) => unknown) => {
  const size = (value: unknown) => (typeof value === 'number' ? change(value) : value);
  const both = (value: unknown) => (isMap(value) ? members(value, { width: size, height: size }) : value);
  return details((value) =>
    members(both(value) as Json, {
      sizes: (sizes) =>
        isMap(sizes) ? Object.fromEntries(Object.entries(sizes).map(([name, it]) => [name, both(it)])) : sizes,
    }),
  );
};
const isDetails = ({ path }: Difference) => path.includes('mediaDetails');

export const media: readonly Bend[] = [
  changed(
    'sizes with fractions',
    'An SVG is 24.5 wide.',
    sized((value) => value + 0.2),
    isDetails,
  ),
  { ...changed('sizes as texts', 'A plugin stores digits.', sized(String), isDetails), variant: true },
  changed(
    'sizes in percent',
    'An SVG is as wide as there is room.',
    sized(() => '100%'),
    (difference) =>
      isDetails(difference) ||
      (['width', 'height', 'srcSet', 'large'].includes(difference.field) && difference.got === null),
  ),
  changed(
    'a video of 3 GiB',
    'Its size has more than 32 bits.',
    (document) =>
      details((value) => ({ ...value, filesize: 3_221_225_472 }))(members(document, { filesize: () => 3_221_225_472 })),
    (difference) =>
      isDetails(difference) || (['fileSize', 'small'].includes(difference.field) && difference.got === 3_221_225_472),
  ),
  changed(
    'EXIF of cameras with odd clocks',
    'Times beyond 2038, a sensitivity with a fraction.',
    details((value) =>
      members(value, {
        image_meta: (meta) => ({
          ...(meta as object),
          created_timestamp: '4102444800',
          iso: '100.5',
          aperture: '2.80',
          keywords: null,
        }),
      }),
    ),
    ({ path, field, got }) =>
      path.includes('mediaDetails') ||
      (field === 'createdTimestamp' && got === 4_102_444_800) ||
      (field === 'iso' && (got === 101 || got === 100)) ||
      (field === 'aperture' && got === 2.8) ||
      (field === 'imageMeta' && got !== null),
  ),
  changed(
    'source false',
    'The file is gone.',
    (document) => (Number(document.id) === 301 ? members(document, { source_url: () => false }) : document),
    ({ path, field }) => ['sourceUrl', 'srcSet', 'medium', 'large'].includes(field) || path.includes('seo'),
  ),
];
