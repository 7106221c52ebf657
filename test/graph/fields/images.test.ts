import { describe, expect, it } from 'vitest';
import { fileSizeOf, sizesOf, sourceUrlOf, srcSetOf } from '../../../src/graph/fields/images.ts';
import { addressOf, type KeptImage, srcsetCases, written } from '../../support/srcset-cases.ts';

const fileOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** An image's document, as the REST API makes it of what is kept. */
function documentOf({ file, width, height, sizes }: KeptImage) {
  const made = Object.entries(sizes).map(([name, size]) => [
    name,
    { ...size, mime_type: size['mime-type'], source_url: addressOf(size.file) },
  ]);
  const source_url = addressOf(fileOf(file));
  const full = { file: fileOf(file), width, height, mime_type: 'image/jpeg', source_url };
  return { source_url, media_details: { file, width, height, sizes: { ...Object.fromEntries(made), full } } };
}

describe('the srcset of an image', () => {
  it.each(srcsetCases.map((one) => [one.what, one] as const))('%s', (_what, { image, shown, expected }) => {
    expect(srcSetOf(documentOf(image), shown)).toBe(written(expected));
  });

  it.each([
    ['no details', { source_url: addressOf('photo.jpg') }],
    ['details that are a list', { source_url: addressOf('photo.jpg'), media_details: [] }],
    [
      'sizes that are a list',
      { source_url: addressOf('photo.jpg'), media_details: { width: 9, height: 6, sizes: [] } },
    ],
    [
      'sizes that are no sizes',
      { source_url: '', media_details: { width: 9, height: 6, sizes: { medium: false, a: 3 } } },
    ],
  ])('is none where it has %s', (_what, media) => {
    expect(srcSetOf(media as never, 'full')).toBeNull();
    expect(srcSetOf(media as never, 'medium')).toBeNull();
  });
});

describe('the sizes of an image', () => {
  const medium = { file: 'p-3.jpg', width: '300', height: 200, filesize: 12, source_url: addressOf('p-3.jpg') };
  const media = { source_url: addressOf('p.jpg'), media_details: { filesize: 99, sizes: { medium, odd: 'x' } } };

  it('are read as what they plainly mean, without what is none', () => {
    expect(sizesOf(media)).toEqual([
      {
        name: 'medium',
        file: 'p-3.jpg',
        width: 300,
        height: 200,
        mimeType: null,
        fileSize: 12,
        sourceUrl: addressOf('p-3.jpg'),
      },
    ]);
  });

  it.each([
    ['medium', 'p-3.jpg', 12],
    ['full', 'p.jpg', 99],
    ['poster', 'p.jpg', 99],
    [null, 'p.jpg', 99],
    [undefined, 'p.jpg', 99],
  ])('have an address and a length: %s', (size, file, bytes) => {
    expect(sourceUrlOf(media, size)).toBe(addressOf(file));
    expect(fileSizeOf(media as never, size)).toBe(bytes);
  });

  it('may have neither', () => {
    expect(sourceUrlOf({} as never, 'medium')).toBeNull();
    expect(fileSizeOf({} as never, 'medium')).toBeNull();
    expect(fileSizeOf({ filesize: '7' } as never, null)).toBe(7);
  });
});
