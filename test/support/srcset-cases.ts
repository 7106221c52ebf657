/**
 * Images as WordPress keeps them, and the `srcset` that it prints for each: one table for our own rules and for WordPress'.
 */

interface KeptSize {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly 'mime-type'?: string;
}

/** An attachment's metadata, as PHP stores it; files of sizes stand beside the original. */
export interface KeptImage {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly sizes: Readonly<Record<string, KeptSize>>;
}

export interface SrcsetCase {
  readonly what: string;
  readonly image: KeptImage;
  /** The size it is shown at. */
  readonly shown: string;
  /** `file width`, the one shown first; `null` where WordPress prints none. */
  readonly expected: readonly string[] | null;
}

const size = (file: string, width: number, height: number, type = 'image/jpeg'): KeptSize => ({
  file,
  width,
  height,
  'mime-type': type,
});

const image = (width: number, height: number, sizes: KeptImage['sizes'], file = '2024/05/photo.jpg'): KeptImage => ({
  file,
  width,
  height,
  sizes,
});

const thumbnail = size('photo-150x150.jpg', 150, 150);
const medium = size('photo-300x200.jpg', 300, 200);
const large = size('photo-1024x683.jpg', 1024, 683);
const usual = { large, thumbnail, medium };

export const srcsetCases: readonly SrcsetCase[] = [
  {
    what: 'the original, ahead of its sizes; the square thumbnail is another picture',
    image: image(1500, 1000, usual),
    shown: 'full',
    expected: ['photo.jpg 1500', 'photo-1024x683.jpg 1024', 'photo-300x200.jpg 300'],
  },
  {
    what: 'a size, ahead of the others in their order',
    image: image(1500, 1000, usual),
    shown: 'medium',
    expected: ['photo-300x200.jpg 300', 'photo-1024x683.jpg 1024', 'photo.jpg 1500'],
  },
  {
    what: 'a size that was not made shows the original',
    image: image(1500, 1000, usual),
    shown: 'poster',
    expected: ['photo.jpg 1500', 'photo-1024x683.jpg 1024', 'photo-300x200.jpg 300'],
  },
  { what: 'one file is no choice', image: image(150, 150, { thumbnail }), shown: 'thumbnail', expected: null },
  {
    what: 'a square crop is the only one of its form',
    image: image(1500, 1000, usual),
    shown: 'thumbnail',
    expected: null,
  },
  { what: 'no sizes', image: image(100, 80, {}), shown: 'full', expected: null },
  {
    what: 'nothing above 2,048 pixels',
    image: image(6000, 4000, {
      ...usual,
      huge: size('photo-2049x1366.jpg', 2049, 1366),
      wide: size('photo-2048x1365.jpg', 2048, 1365),
    }),
    shown: 'large',
    expected: ['photo-1024x683.jpg 1024', 'photo-300x200.jpg 300', 'photo-2048x1365.jpg 2048'],
  },
  {
    what: 'unless it is the one that is shown',
    image: image(6000, 4000, usual),
    shown: 'full',
    expected: ['photo.jpg 6000', 'photo-1024x683.jpg 1024', 'photo-300x200.jpg 300'],
  },
  {
    what: 'a height that is one pixel off, not two',
    image: image(1500, 1000, {
      one: size('photo-600x401.jpg', 600, 401),
      two: size('photo-600x402.jpg', 601, 403),
      medium,
    }),
    shown: 'full',
    expected: ['photo.jpg 1500', 'photo-600x401.jpg 600', 'photo-300x200.jpg 300'],
  },
  {
    what: 'two sizes with one file: it is named once, first where it is shown',
    image: image(1500, 1000, { large, medium, card: medium }),
    shown: 'medium',
    expected: ['photo-300x200.jpg 300', 'photo-1024x683.jpg 1024', 'photo.jpg 1500'],
  },
  {
    what: 'the later of two sizes with one file is shown: the same',
    image: image(1500, 1000, { large, medium, card: medium }),
    shown: 'card',
    expected: ['photo-300x200.jpg 300', 'photo-1024x683.jpg 1024', 'photo.jpg 1500'],
  },
  {
    what: 'two files of one width: the later stands for both, in the place of the earlier',
    image: image(1500, 1000, { large, medium, other: size('photo-300x201.jpg', 300, 201) }),
    shown: 'full',
    expected: ['photo.jpg 1500', 'photo-1024x683.jpg 1024', 'photo-300x201.jpg 300'],
  },
  {
    what: 'two files of one width, the earlier shown: the later stands in its place',
    image: image(1500, 1000, { large, medium, other: size('photo-300x201.jpg', 300, 201) }),
    shown: 'medium',
    expected: ['photo-300x201.jpg 300', 'photo-1024x683.jpg 1024', 'photo.jpg 1500'],
  },
  {
    what: 'two files of one width, the later shown: it is first',
    image: image(1500, 1000, { large, medium, other: size('photo-300x201.jpg', 300, 201) }),
    shown: 'other',
    expected: ['photo-300x201.jpg 300', 'photo-1024x683.jpg 1024', 'photo.jpg 1500'],
  },
  {
    what: 'no size without pixels',
    image: image(1500, 1000, { ...usual, vector: size('photo.svg', 0, 0) }),
    shown: 'full',
    expected: ['photo.jpg 1500', 'photo-1024x683.jpg 1024', 'photo-300x200.jpg 300'],
  },
  {
    what: 'nothing for one without pixels',
    image: image(0, 0, { thumbnail: size('photo.svg', 0, 0) }, '2024/05/photo.svg'),
    shown: 'full',
    expected: null,
  },
  {
    what: 'nothing for an original that may move',
    image: image(
      600,
      400,
      {
        thumbnail: size('wave-150x150.gif', 150, 150, 'image/gif'),
        medium: size('wave-300x200.gif', 300, 200, 'image/gif'),
      },
      '2024/05/wave.gif',
    ),
    shown: 'full',
    expected: null,
  },
  {
    what: 'nor such an original beside the stills that were made of it',
    image: image(
      600,
      400,
      {
        thumbnail: size('wave-150x150.gif', 150, 150, 'image/gif'),
        medium: size('wave-300x200.gif', 300, 200, 'image/gif'),
        small: size('wave-150x100.gif', 150, 100, 'image/gif'),
      },
      '2024/05/wave.gif',
    ),
    shown: 'medium',
    expected: ['wave-300x200.gif 300', 'wave-150x100.gif 150'],
  },
  {
    what: 'of an edited image nothing that was made before',
    image: image(
      1500,
      1000,
      {
        large: size('photo-e1716000000000-1024x683.jpg', 1024, 683),
        medium,
        medium_large: size('photo-e1716000000000-768x512.jpg', 768, 512),
      },
      '2024/05/photo-e1716000000000.jpg',
    ),
    shown: 'full',
    expected: [
      'photo-e1716000000000.jpg 1500',
      'photo-e1716000000000-1024x683.jpg 1024',
      'photo-e1716000000000-768x512.jpg 768',
    ],
  },
  {
    what: 'beside a size that was made before, all of them',
    image: image(
      1500,
      1000,
      { large: size('photo-e1716000000000-1024x683.jpg', 1024, 683), medium },
      '2024/05/photo-e1716000000000.jpg',
    ),
    shown: 'medium',
    expected: ['photo-300x200.jpg 300', 'photo-e1716000000000-1024x683.jpg 1024', 'photo-e1716000000000.jpg 1500'],
  },
  {
    what: 'of an image whose name was that of an edit before it was edited, all that have this name',
    image: image(
      1500,
      1000,
      {
        large: size('photo-e1716000000000-scaled-e1717000000000-1024x683.jpg', 1024, 683),
        medium: size('e1-e1716000000000-300x200.jpg', 300, 200),
        small: size('other-e1715000000000-e1716000000000-150x100.jpg', 150, 100),
      },
      '2024/05/photo-e1716000000000-scaled-e1717000000000.jpg',
    ),
    shown: 'full',
    expected: [
      'photo-e1716000000000-scaled-e1717000000000.jpg 1500',
      'photo-e1716000000000-scaled-e1717000000000-1024x683.jpg 1024',
      'e1-e1716000000000-300x200.jpg 300',
      'other-e1715000000000-e1716000000000-150x100.jpg 150',
    ],
  },
  {
    what: 'of an edited image no file whose name begins with the mark of the edit',
    image: image(
      1500,
      1000,
      {
        large: size('photo-e1716000000000-1024x683.jpg', 1024, 683),
        medium: size('-e1716000000000-300x200.jpg', 300, 200),
      },
      '2024/05/photo-e1716000000000.jpg',
    ),
    shown: 'full',
    expected: ['photo-e1716000000000.jpg 1500', 'photo-e1716000000000-1024x683.jpg 1024'],
  },
  {
    what: 'blanks as an address has them',
    image: image(1500, 1000, { medium: size('my photo-300x200.jpg', 300, 200) }, '2024/05/my photo.jpg'),
    shown: 'full',
    expected: ['my%20photo.jpg 1500', 'my%20photo-300x200.jpg 300'],
  },
];

/** The folder that all of these files are in. */
const folder = 'https://site.test/wp-content/uploads/2024/05/';

export function addressOf(file: string): string {
  return `${folder}${file}`;
}

/** As `srcset` is written. */
export function written(expected: SrcsetCase['expected']): string | null {
  return expected === null ? null : expected.map((entry) => addressOf(`${entry}w`)).join(', ');
}
