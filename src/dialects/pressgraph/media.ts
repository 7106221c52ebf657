/**
 * `Media`: images and other files.
 * Knows the members of `/wp/v2/media` beyond those of `Content`.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { detailsOf, fileSizeOf, type ImageSize, sizesOf, sourceUrlOf, srcSetOf } from '../../graph/fields/images.ts';
import type { ContentDocument, MediaDocument } from '../../wordpress/documents.ts';
import { type ReadMap, readId, readInt, readMap, readNumber, readText, readTexts } from '../../wordpress/values.ts';
import { type Builder, type GraphContext, readsByArguments, readsOf } from './builder.ts';
import { jsonMap } from './content.ts';
import type { Inputs } from './inputs.ts';
import { lookUp } from './nodes.ts';
import { formatArgument, formatted } from './text.ts';

const reads = readsOf<MediaDocument>();

const sizeDescription =
  'Name of a size that the site makes: `thumbnail`, `medium`, `large`, or one that the theme adds. The original for `full`, and for a size that was not made.';

export function defineMedia(builder: Builder, inputs: Inputs): void {
  const mediaSize = defineMediaSize(builder);
  const imageMeta = defineImageMeta(builder);

  builder.objectType('Media', {
    description: 'An image or another file in the library. Source: `/wp/v2/media`.',
    interfaces: ['Node', 'Content'],
    fields: (t) => ({
      altText: t.string({
        description: 'Text that stands for the image where it cannot be seen; empty for none.',
        ...reads(['alt_text'], ({ alt_text }) => readText(alt_text)),
      }),
      caption: t.string({
        description: 'Caption; HTML by default, empty for none.',
        args: formatArgument(t, inputs.textFormat),
        ...formatted<MediaDocument, 'caption'>('caption', ({ caption }) => readText(caption)),
      }),
      description: t.string({
        description: 'Description; HTML by default, with the image itself in it, as WordPress renders it.',
        args: formatArgument(t, inputs.textFormat),
        ...formatted<MediaDocument, 'description'>('description', ({ description }) => readText(description)),
      }),
      mediaType: t.string({
        description: '`image`, or `file` for everything else.',
        ...reads(['media_type'], ({ media_type }) => readText(media_type)),
      }),
      mimeType: t.string({
        description: 'MIME type of the original, e.g. `image/jpeg`.',
        ...reads(['mime_type'], ({ mime_type }) => readText(mime_type)),
      }),
      sourceUrl: t.string({
        description: 'Address of the file. `null` when the site does not know it.',
        args: { size: t.arg.string({ description: sizeDescription }) },
        ...readsByArguments<MediaDocument, SizeArgument, string | null>(
          'source_url',
          ({ size }) => (size ? ['source_url', 'media_details'] : ['source_url']),
          (media, { size }) => sourceUrlOf(media, size),
        ),
      }),
      width: t.int({
        description: 'Width of the original in pixels. `null` for what is no image.',
        ...reads(['media_details'], (media) => readInt(detailsOf(media).width)),
      }),
      height: t.int({
        description: 'Height of the original in pixels. `null` for what is no image.',
        ...reads(['media_details'], (media) => readInt(detailsOf(media).height)),
      }),
      fileSize: t.int({
        description: 'Size of the file in bytes. `null` where WordPress did not store it.',
        args: { size: t.arg.string({ description: sizeDescription }) },
        ...reads(['media_details', 'filesize', 'source_url'], (media, { size }: SizeArgument) =>
          fileSizeOf(media, size),
        ),
      }),
      sizes: t.field({
        type: [mediaSize],
        nullable: { list: false, items: false },
        description:
          'The files that the site made of an image, the original among them as `full`. Empty for what is no image.',
        ...reads(['media_details', 'source_url'], (media) => sizesOf(media)),
      }),
      srcSet: t.string({
        description:
          'The `srcset` attribute that WordPress prints for the image. `null` when there are not at least two fitting files.',
        args: {
          size: t.arg.string({
            required: true,
            defaultValue: 'full',
            description: 'Name of the size that `src` shows.',
          }),
        },
        ...reads(['media_details', 'source_url'], (media, { size }: { size: string }) => srcSetOf(media, size)),
      }),
      imageMeta: t.field({
        type: imageMeta,
        description: 'What the camera wrote into the image. `null` for what is no image.',
        ...reads(['media_details'], (media) => readMap(detailsOf(media).image_meta)),
      }),
      mediaDetails: t.field({
        type: 'JSON',
        description:
          'All that WordPress stored of the file, as stored: of sound and video the length and bit rate, and what plugins add.',
        ...reads(['media_details'], ({ media_details }) => jsonMap(media_details)),
      }),
      post: t.field({
        type: 'Content',
        description: 'What it was uploaded to. `null` when unattached, or when that may not be seen.',
        ...reads(['post'], ({ post }, _args, context, info) => attachedTo(post, context, info), { follows: true }),
      }),
    }),
  });
}

interface SizeArgument {
  readonly size?: string | null | undefined;
}

/** The document carries an id but not its type (a link says so from WordPress 6.9 on), so the likelier type is asked first. */
async function attachedTo(
  post: unknown,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<ContentDocument | null> {
  const id = readId(post);
  if (id === null) return null;
  for (const typeName of ['Post', 'Page'] as const) {
    const found = await lookUp<ContentDocument>(typeName, id, context, info);
    if (found) return found;
  }
  return null;
}

function defineMediaSize(builder: Builder) {
  return builder.objectRef<ImageSize>('MediaSize').implement({
    description: 'One file of an image.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Name of the size; `full` is the original.' }),
      file: t.exposeString('file', { nullable: true, description: 'Name of the file.' }),
      width: t.exposeInt('width', { nullable: true, description: 'Width in pixels.' }),
      height: t.exposeInt('height', { nullable: true, description: 'Height in pixels.' }),
      mimeType: t.exposeString('mimeType', { nullable: true, description: 'MIME type of the file.' }),
      fileSize: t.exposeInt('fileSize', {
        nullable: true,
        description: 'Size in bytes. `null` where WordPress did not store it.',
      }),
      sourceUrl: t.exposeString('sourceUrl', { nullable: true, description: 'Address of the file.' }),
    }),
  });
}

function defineImageMeta(builder: Builder) {
  // "0" and "" stand for what is not known.
  const text = (name: string) => (meta: ReadMap) => {
    const value = readText(meta[name]);
    return value === '0' ? null : value || null;
  };
  const number = (name: string) => (meta: ReadMap) => readNumber(meta[name]) || null;
  const whole = (name: string) => (meta: ReadMap) => readInt(meta[name]) || null;

  return builder.objectRef<ReadMap>('ImageMeta').implement({
    description: 'What the camera wrote into an image (EXIF and IPTC). What it did not write is `null`.',
    fields: (t) => ({
      aperture: t.float({ description: 'f-number.', resolve: number('aperture') }),
      camera: t.string({ description: 'Model of the camera.', resolve: text('camera') }),
      caption: t.string({ description: 'Caption.', resolve: text('caption') }),
      copyright: t.string({ description: 'Copyright notice.', resolve: text('copyright') }),
      createdTimestamp: t.int({
        description: 'When it was taken, in Unix seconds.',
        resolve: whole('created_timestamp'),
      }),
      credit: t.string({ description: 'Who took it.', resolve: text('credit') }),
      focalLength: t.float({ description: 'Focal length in millimetres.', resolve: number('focal_length') }),
      iso: t.int({ description: 'ISO speed.', resolve: whole('iso') }),
      keywords: t.stringList({
        nullable: { list: false, items: false },
        description: 'Keywords; empty for none.',
        resolve: ({ keywords }) => readTexts(keywords) ?? [],
      }),
      orientation: t.int({ description: 'EXIF orientation, 1 to 8.', resolve: whole('orientation') }),
      shutterSpeed: t.float({ description: 'Exposure time in seconds.', resolve: number('shutter_speed') }),
      title: t.string({ description: 'Title.', resolve: text('title') }),
    }),
  });
}
