/**
 * What is read out of the body of content: its length, headings, images and links.
 */
import {
  headings,
  type ImageInBody,
  imageAddress,
  images,
  isOwnLink,
  type LinkInBody,
  linkAddress,
  linkedNode,
  links,
  linkUri,
  mediaOf,
  readingTime,
  wordCount,
} from '../../graph/fields/body-parts.ts';
import type { Heading } from '../../graph/fields/outline.ts';
import type { GraphNode } from '../../graph/node.ts';
import { type Fields, type FieldsOf, planned } from './builder.ts';
import type { Draft } from './draft.ts';

const cost =
  'Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected.';

/** The fields of content that are read from its body. */
export function bodyFields(t: FieldsOf<GraphNode>, draft: Draft): Fields {
  const { heading, image, link } = defineBodyParts(draft);
  return {
    wordCount: t.int({
      description: `How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. \`null\` where a password is needed, and for media. ${cost}`,
      ...planned(wordCount),
    }),
    readingTime: t.int({
      description: `Minutes that it takes to read the body, at least 1. \`null\` where \`wordCount\` is.`,
      args: {
        wordsPerMinute: t.arg.int({
          required: true,
          defaultValue: 200,
          description: 'Words that are read in a minute, 1 to 2,000.',
        }),
      },
      ...planned(readingTime),
    }),
    headings: t.field({
      type: [heading],
      nullable: { list: true, items: false },
      description: `The headings of the body that have a text, in its order: a table of contents. \`null\` where \`content\` is. ${cost}`,
      ...planned(headings),
    }),
    images: t.field({
      type: [image],
      nullable: { list: true, items: false },
      description: `The images of the body, in its order; without those whose address holds the image itself (\`data:\`). \`null\` where \`content\` is. ${cost}`,
      ...planned(images),
    }),
    links: t.field({
      type: [link],
      nullable: { list: true, items: false },
      description: `The links of the body, in its order. \`null\` where \`content\` is. ${cost}`,
      ...planned(links),
    }),
  };
}

function defineBodyParts(draft: Draft) {
  const { builder } = draft;
  const media = draft.core('attachment');
  const heading = builder.objectRef<Heading>('ContentHeading').implement({
    description: 'A heading in a body.',
    fields: (t) => ({
      level: t.exposeInt('level', { nullable: false, description: '1 to 6, as in `h2`.' }),
      text: t.exposeString('text', { nullable: false, description: 'What it says, as plain text.' }),
      anchor: t.exposeString('anchor', {
        nullable: true,
        description: 'The fragment that leads to it: the `id` that the editor gave it. `null` for none.',
      }),
    }),
  });
  const image = builder.objectRef<ImageInBody>('ContentImage').implement({
    description: 'An image in a body.',
    fields: (t) => ({
      url: t.string({
        nullable: false,
        resolve: imageAddress,
        description: 'Address of the file that it shows, absolute.',
      }),
      alt: t.string({
        resolve: ({ written }) => written.alt,
        description: 'Text that stands for it. Empty where it only decorates, `null` where nobody says.',
      }),
      width: t.int({
        resolve: ({ written }) => written.width,
        description: 'Width in pixels, where the body says so.',
      }),
      height: t.int({
        resolve: ({ written }) => written.height,
        description: 'Height in pixels, where the body says so.',
      }),
      caption: t.string({
        resolve: ({ written }) => written.caption,
        description: 'Its caption in this body, as plain text. `null` for none.',
      }),
      media: t.field({
        type: draft.node(media),
        description:
          "The site's media that it is, as the editor has marked it (`wp-image-7`, `data-id`). `null` without a mark, and where its file is none of that media's: what was brought from another site has the marks of that.",
        ...planned(mediaOf(media)),
      }),
    }),
  });
  const link = builder.objectRef<LinkInBody>('ContentLink').implement({
    description: 'A link in a body.',
    fields: (t) => ({
      url: t.string({ nullable: false, resolve: linkAddress, description: 'Where it leads, absolute.' }),
      uri: t.string({
        ...planned(linkUri),
        description:
          'Path on the site, relative to its front page, where it leads to a page of it. `null` for others, and for files, the REST API and the admin.',
      }),
      text: t.string({
        nullable: false,
        resolve: ({ written }) => written.text,
        description: 'What it says, as plain text; empty where it holds an image alone.',
      }),
      rel: t.string({
        resolve: ({ written }) => written.rel,
        description: 'Its `rel`: `nofollow noopener`. `null` for none.',
      }),
      node: t.field({
        type: draft.anyNode,
        description:
          'What stands there, where `uri` is a page of the site: content, a term, an author, an archive. Found as `nodeByUri` finds it; links of all bodies are looked up together.',
        ...planned(linkedNode),
      }),
      isOwn: t.boolean({
        nullable: false,
        ...planned(isOwnLink),
        description: 'Whether it leads to the site itself, over either scheme, with `www.` or without.',
      }),
    }),
  });
  return { heading, image, link };
}
