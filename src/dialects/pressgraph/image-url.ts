/**
 * Where an image is to be had in other sizes: `url` and `srcSet` of media.
 */
import { imageUrl, srcSet } from '../../graph/fields/image-urls.ts';
import type { GraphNode } from '../../graph/node.ts';
import { type Builder, type Fields, type FieldsOf, planned } from './builder.ts';
import type { Draft } from './draft.ts';

const without =
  'Without an image service (the setting `imageService`), the smallest file that WordPress made and that is large enough, else the original.';

export function imageUrlFields(t: FieldsOf<GraphNode>, { builder, imageService }: Draft): Fields {
  const { fit, format } = defineImageOptions(builder);
  return {
    url: t.string({
      description: `Address of the image in a size and a format; without arguments that of the file itself. ${without} \`null\` with arguments for what is no image; a drawing (SVG) is always the file itself. Addresses are not signed.`,
      args: {
        width: t.arg.int({ description: 'Width in pixels, 1 to 10,000; follows from the height when left out.' }),
        height: t.arg.int({ description: 'Height in pixels, 1 to 10,000; follows from the width when left out.' }),
        fit: t.arg({
          type: fit,
          description:
            'How it fits into both measures; `CONTAIN` when left out. Vercel and Next.js always contain it in the width.',
        }),
        format: t.arg({
          type: format,
          description: 'Its format; `AUTO` when left out. Needs a service; Photon, Vercel and Next.js always choose.',
        }),
        quality: t.arg.int({ description: "1 to 100; the service's own when left out. Needs a service." }),
      },
      ...planned(imageUrl(imageService)),
    }),
    srcSet: t.string({
      description:
        'The `srcset` attribute that WordPress prints for the image. `null` when there are not at least two fitting files.',
      args: {
        size: t.arg.string({
          required: true,
          defaultValue: 'full',
          description: 'Name of the size that `src` shows. Not for `widths`.',
        }),
        widths: t.arg.intList({
          description: `Widths to offer of the whole image instead, up to 30 of 1 to 10,000 pixels, none wider than the original, each as \`url\` has it. ${without}`,
        }),
      },
      ...planned(srcSet(imageService)),
    }),
  };
}

function defineImageOptions(builder: Builder) {
  const fit = builder.enumType('ImageFit', {
    description: 'How an image fits into a width and a height.',
    values: {
      COVER: { description: 'It fills both; what does not fit is cut off.' },
      CONTAIN: { description: 'All of it is seen, and it is not made larger than it is.' },
    },
  } as const);
  const format = builder.enumType('ImageFormat', {
    description: 'Format of an image that a service makes.',
    values: {
      AUTO: { description: 'The best that the browser says it takes.' },
      AVIF: { description: 'AVIF.' },
      WEBP: { description: 'WebP.' },
      JPEG: { description: 'JPEG.' },
      PNG: { description: 'PNG.' },
    },
  } as const);
  return { fit, format };
}
