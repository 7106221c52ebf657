/**
 * `Media`: images and other files, with what they have beyond other content.
 */
import type { ImageSize } from '../../graph/fields/images.ts';
import {
  altText,
  fileSize,
  height,
  imageInt,
  imageKeywords,
  imageMeta,
  imageNumber,
  imageText,
  imageTime,
  mediaDetails,
  mediaType,
  mimeType,
  sizes,
  sourceUrl,
  width,
} from '../../graph/fields/media.ts';
import { attachedTo } from '../../graph/fields/neighbours.ts';
import { caption, mediaDescription } from '../../graph/fields/texts.ts';
import type { ReadMap } from '../../wordpress/values.ts';
import { type Builder, planned } from './builder.ts';
import type { Draft } from './draft.ts';
import { imageUrlFields } from './image-url.ts';
import { memberFields, withMembers } from './members.ts';
import { linked } from './text-format.ts';

const sizeDescription =
  'Name of a size that the site makes: `thumbnail`, `medium`, `large`, or one that the theme adds. The original for `full`, and for a size that was not made.';

export function defineMedia(draft: Draft): void {
  const mediaSize = defineMediaSize(draft.builder);
  const imageMetaType = defineImageMeta(draft.builder);
  const resource = draft.core('attachment');

  const added = memberFields(draft, resource);
  draft.node(resource).implement({
    ...draft.describe(resource),
    interfaces: [draft.anyNode, draft.content],
    fields: (t) =>
      withMembers(
        t,
        draft,
        {
          altText: t.string({
            description: 'Text that stands for the image where it cannot be seen; empty for none.',
            ...planned(altText),
          }),
          caption: t.string({
            description: 'Caption; HTML by default, empty for none.',
            ...linked(t, draft.inputs, caption),
          }),
          description: t.string({
            description: 'Description; HTML by default, with the image itself in it, as WordPress renders it.',
            ...linked(t, draft.inputs, mediaDescription),
          }),
          mediaType: t.string({ description: '`image`, or `file` for everything else.', ...planned(mediaType) }),
          mimeType: t.string({
            description: 'MIME type of the original, e.g. `image/jpeg`.',
            ...planned(mimeType),
          }),
          sourceUrl: t.string({
            description: 'Address of the file. `null` when the site does not know it.',
            args: { size: t.arg.string({ description: sizeDescription }) },
            ...planned(sourceUrl),
          }),
          width: t.int({
            description: 'Width of the original in pixels. `null` for what is no image.',
            ...planned(width),
          }),
          height: t.int({
            description: 'Height of the original in pixels. `null` for what is no image.',
            ...planned(height),
          }),
          fileSize: t.field({
            type: 'SafeInt',
            description: 'Size of the file in bytes. `null` where WordPress did not store it.',
            args: { size: t.arg.string({ description: sizeDescription }) },
            ...planned(fileSize),
          }),
          sizes: t.field({
            type: [mediaSize],
            nullable: { list: false, items: false },
            description:
              'The files that the site made of an image, the original among them as `full`. Empty for what is no image.',
            ...planned(sizes),
          }),
          ...imageUrlFields(t, draft),
          imageMeta: t.field({
            type: imageMetaType,
            description: 'What the camera wrote into the image. `null` for what is no image.',
            ...planned(imageMeta),
          }),
          mediaDetails: t.field({
            type: 'JSON',
            description:
              'All that WordPress stored of the file, as stored: of sound and video the length and bit rate, and what plugins add.',
            ...planned(mediaDetails),
          }),
          post: t.field({
            type: draft.content,
            description: 'What it was uploaded to. `null` when unattached, or when that may not be seen.',
            ...planned(attachedTo(draft.registry)),
          }),
        },
        added,
        'Content',
      ),
  });
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
      fileSize: t.expose('fileSize', {
        type: 'SafeInt',
        nullable: true,
        description: 'Size in bytes. `null` where WordPress did not store it.',
      }),
      sourceUrl: t.exposeString('sourceUrl', { nullable: true, description: 'Address of the file.' }),
    }),
  });
}

function defineImageMeta(builder: Builder) {
  return builder.objectRef<ReadMap>('ImageMeta').implement({
    description: 'What the camera wrote into an image (EXIF and IPTC). What it did not write is `null`.',
    fields: (t) => ({
      aperture: t.float({ description: 'f-number.', resolve: imageNumber('aperture') }),
      camera: t.string({ description: 'Model of the camera.', resolve: imageText('camera') }),
      caption: t.string({ description: 'Caption.', resolve: imageText('caption') }),
      copyright: t.string({ description: 'Copyright notice.', resolve: imageText('copyright') }),
      createdTimestamp: t.field({
        type: 'SafeInt',
        description: 'When it was taken, in Unix seconds.',
        resolve: imageTime('created_timestamp'),
      }),
      credit: t.string({ description: 'Who took it.', resolve: imageText('credit') }),
      focalLength: t.float({ description: 'Focal length in millimetres.', resolve: imageNumber('focal_length') }),
      iso: t.int({ description: 'ISO speed.', resolve: imageInt('iso') }),
      keywords: t.stringList({
        nullable: { list: false, items: false },
        description: 'Keywords; empty for none.',
        resolve: imageKeywords,
      }),
      orientation: t.int({ description: 'EXIF orientation, 1 to 8.', resolve: imageInt('orientation') }),
      shutterSpeed: t.float({ description: 'Exposure time in seconds.', resolve: imageNumber('shutter_speed') }),
      title: t.string({ description: 'Title.', resolve: imageText('title') }),
    }),
  });
}
