/**
 * `Seo`: what stands in the head of a page, for search engines and where it is shared.
 */
import type { Breadcrumb } from '../../graph/fields/seo/breadcrumbs.ts';
import type { SeoImage } from '../../graph/fields/seo/plugin-head.ts';
import {
  canonical,
  isIndexable,
  ogDescription,
  ogImages,
  ogLocale,
  ogModified,
  ogPublished,
  ogSiteName,
  ogTitle,
  ogType,
  ogUrl,
  openGraph,
  seo,
  seoBreadcrumbs,
  seoDescription,
  seoRobots,
  seoSchema,
  seoSource,
  seoTitle,
  twitter,
  twitterCard,
  twitterCreator,
  twitterDescription,
  twitterImage,
  twitterSite,
  twitterTitle,
} from '../../graph/fields/seo/seo.ts';
import type { GraphNode } from '../../graph/node.ts';
import { type Builder, type Fields, type FieldsOf, planned } from './builder.ts';
import type { Draft } from './draft.ts';

/** What every document has that has a page of its own. */
export function seoFields(t: FieldsOf<GraphNode>, draft: Draft): Fields {
  return {
    seo: t.field({
      type: draft.seo,
      description:
        "What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known.",
      ...planned(seo),
    }),
  };
}

export function defineSeo(draft: Draft): void {
  const { builder, registry } = draft;
  const media = draft.core('attachment');
  const trees = registry.ofFamily('term').filter(({ properties }) => properties.has('parent'));
  const source = builder.enumType('SeoSource', {
    description: 'Who says what stands in the head of a page.',
    values: {
      YOAST: { description: 'Yoast SEO, in `yoast_head_json` of the document.' },
      RANK_MATH: {
        description: 'Rank Math, by the route that its support for front ends opens (`headless CMS support`).',
      },
      DOCUMENT: { description: 'The document itself, since no plugin says anything of it.' },
    },
  });
  const breadcrumb = defineBreadcrumb(builder);
  const [graph, card] = [defineOpenGraph(draft), defineTwitterCard(draft)];

  draft.seo.implement({
    description:
      'What stands in the head of a page. Texts are plain, addresses those of the site itself: a front end on another host makes its own of `uri`. What descriptions have "by the document" holds where no plugin says anything (`source: DOCUMENT`).',
    fields: (t) => ({
      source: t.field({
        type: source,
        nullable: false,
        description: 'Who says so.',
        ...planned(seoSource),
      }),
      title: t.string({
        description: 'Title of the page; by the document its own and that of the site, `Hello – My site`.',
        ...planned(seoTitle),
      }),
      description: t.string({
        description:
          'Description for search results; `null` where the plugin has none. By the document the start of its excerpt, caption or description, at most 155 characters.',
        ...planned(seoDescription),
      }),
      canonical: t.string({
        description:
          'Address that stands for the page; `null` where the plugin names none, as for what is kept from search engines. By the document its `link`, if everybody may open it.',
        ...planned(canonical),
      }),
      robots: t.stringList({
        nullable: { list: true, items: false },
        description:
          'What search engines may do: `index`, `follow`, `max-snippet:-1`. By the document from its status and password alone: whether the whole site asks not to be found, WordPress tells nobody over REST.',
        ...planned(seoRobots),
      }),
      isIndexable: t.boolean({
        description: 'Whether `robots` lets search engines show it; `null` where it says nothing.',
        ...planned(isIndexable),
      }),
      openGraph: t.field({
        type: graph,
        description: 'Where it is shared; `null` where the plugin has it switched off.',
        ...planned(openGraph),
      }),
      twitter: t.field({
        type: card,
        description: 'Where it is shared on X; `null` where the plugin has it switched off.',
        ...planned(twitter),
      }),
      schema: t.field({
        type: 'JSON',
        description:
          'JSON-LD of schema.org as the plugin wrote it. By the document a graph of the page and its site; `null` for what not everybody may open.',
        ...planned(seoSchema),
      }),
      breadcrumbs: t.field({
        type: [breadcrumb],
        nullable: { list: true, items: false },
        description:
          'The way from the front page to it, itself included; `null` where the plugin writes none. By the document over its ancestors, or the first term of its first taxonomy with a tree: a request for the terms of a list, and one for each level of pages, where these are not known.',
        ...planned(seoBreadcrumbs(trees)),
      }),
    }),
  });

  function defineOpenGraph({ builder }: Draft) {
    const image = defineImage(builder);
    return builder.objectRef<GraphNode>('OpenGraph').implement({
      description: 'What Open Graph says of a page (https://ogp.me).',
      fields: (t) => ({
        type: t.string({ description: '`article`, `website`, `profile`.', ...planned(ogType) }),
        title: t.string({ description: 'Title.', ...planned(ogTitle) }),
        description: t.string({ description: 'Description.', ...planned(ogDescription) }),
        url: t.string({ description: 'Address that stands for it.', ...planned(ogUrl) }),
        siteName: t.string({ description: 'Name of the site.', ...planned(ogSiteName) }),
        locale: t.string({
          description: 'Language and country, `en_US`; `null` where no plugin says so.',
          ...planned(ogLocale),
        }),
        publishedTime: t.field({
          type: 'DateTime',
          description: 'When it was published; by the document `null` for terms and authors.',
          ...planned(ogPublished),
        }),
        modifiedTime: t.field({
          type: 'DateTime',
          description: 'When it was last changed; by the document `null` for terms and authors.',
          ...planned(ogModified),
        }),
        images: t.field({
          type: [image],
          nullable: { list: false, items: false },
          description:
            'Images, the likeliest first. By the document its featured image: a request for all of a list, where they are not known.',
          ...planned(ogImages(media)),
        }),
      }),
    });
  }

  function defineTwitterCard({ builder }: Draft) {
    return builder.objectRef<GraphNode>('TwitterCard').implement({
      description: 'What X shows of a page. Where a part is `null`, it takes that of Open Graph.',
      fields: (t) => ({
        card: t.string({ description: '`summary` or `summary_large_image`.', ...planned(twitterCard) }),
        title: t.string({ description: 'Title.', ...planned(twitterTitle) }),
        description: t.string({ description: 'Description.', ...planned(twitterDescription) }),
        image: t.string({
          description: 'Address of an image. By the document that of its featured image.',
          ...planned(twitterImage(media)),
        }),
        creator: t.string({
          description: 'Account of the author, `@name`; `null` where no plugin says so.',
          ...planned(twitterCreator),
        }),
        site: t.string({
          description: 'Account of the site, `@name`; `null` where no plugin says so.',
          ...planned(twitterSite),
        }),
      }),
    });
  }
}

function defineImage(builder: Builder) {
  return builder.objectRef<SeoImage>('SeoImage').implement({
    description: 'An image that stands for a page where it is shared.',
    fields: (t) => ({
      url: t.exposeString('url', { nullable: false, description: 'Address of the file.' }),
      width: t.exposeInt('width', { nullable: true, description: 'Width in pixels.' }),
      height: t.exposeInt('height', { nullable: true, description: 'Height in pixels.' }),
      type: t.exposeString('type', { nullable: true, description: 'MIME type, `image/jpeg`.' }),
      alt: t.exposeString('alt', {
        nullable: true,
        description: 'Text that stands for the image where it cannot be seen; `null` for none.',
      }),
    }),
  });
}

function defineBreadcrumb(builder: Builder) {
  return builder.objectRef<Breadcrumb>('Breadcrumb').implement({
    description: 'One step on the way from the front page to a document.',
    fields: (t) => ({
      text: t.exposeString('text', { nullable: false, description: 'What the link says, as plain text.' }),
      uri: t.exposeString('uri', {
        nullable: true,
        description: 'Path on the site; `null` for a step without an address, and for one that leads elsewhere.',
      }),
      url: t.exposeString('url', { nullable: true, description: 'Address; `null` for a step without one.' }),
    }),
  });
}
