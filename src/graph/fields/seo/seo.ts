/**
 * The fields of `seo`: one shape, whoever says it.
 */
import { andThen, type MaybePromise } from '../../../maybe-promise.ts';
import { memoized } from '../../../memoized.ts';
import type { Resource } from '../../../wordpress/resources.ts';
import { readId } from '../../../wordpress/values.ts';
import type { GraphNode } from '../../node.ts';
import type { FieldPlan } from '../../plan/field-plan.ts';
import { type Breadcrumb, ownBreadcrumbs, placed, placedBy } from './breadcrumbs.ts';
import { type HeadField, headPlan } from './head-plan.ts';
import {
  describedBy,
  isImage,
  ownAddress,
  ownDescription,
  ownImage,
  ownName,
  ownRobots,
  ownTime,
  ownTitle,
  ownType,
  partsOfOwnHead,
  picturedBy,
  siteNameOf,
} from './own-head.ts';
import { ownSchema, schemaBy } from './own-schema.ts';
import type { PluginHead, SeoImage, SeoSource } from './plugin-head.ts';

/** The documents' own properties that a part of a head takes. */
const by = (part: keyof typeof partsOfOwnHead) => () => partsOfOwnHead[part];

/** Documents that a way usually leads over. */
const usualSteps = 4;

/** What stands for a document in search results and where it is shared. A head that cannot be had is no head at all. */
export const seo = headPlan<GraphNode>(
  { own: by('none'), ofPlugin: (_head, node) => node, ofDocument: (_head, node) => node },
  { isPart: true },
);

export const seoSource = headPlan<SeoSource>({
  own: by('none'),
  ofPlugin: ({ source }) => source,
  ofDocument: () => 'DOCUMENT',
});

const title: HeadField<string | null> = {
  own: by('title'),
  ofPlugin: (head) => head.text('title'),
  ofDocument: (head, _node, context) => ownTitle(head, context),
};
const description: HeadField<string | null> = {
  own: describedBy,
  ofPlugin: (head) => head.text('description'),
  ofDocument: (head, _node, context) => ownDescription(head, context),
};
const address: HeadField<string | null> = {
  own: by('address'),
  ofPlugin: (head) => head.url('canonical'),
  ofDocument: (head) => ownAddress(head),
};
const robots: HeadField<string[] | null> = {
  own: by('robots'),
  ofPlugin: (head) => head.robots,
  ofDocument: (head) => ownRobots(head),
};

export const seoTitle = headPlan(title);
export const seoDescription = headPlan(description);
export const canonical = headPlan(address);
export const seoRobots = headPlan(robots);
export const isIndexable = headPlan<boolean | null>({
  own: robots.own,
  ofPlugin: (head) => showsItself(head.robots),
  ofDocument: (head) => showsItself(ownRobots(head)),
});

/** By the words of a robots tag. */
function showsItself(words: readonly string[] | null): boolean | null {
  return words && !words.some((word) => word === 'noindex' || word === 'none');
}

export const seoSchema = headPlan<object | null>({
  own: schemaBy,
  ofPlugin: ({ schema }) => schema,
  ofDocument: (head, _node, context) => ownSchema(head, context),
});

/** @param trees the taxonomies of which terms have parents */
export function seoBreadcrumbs(trees: readonly Resource[]) {
  const own = memoized((of: Resource) => placedBy(of, trees));
  return headPlan<Breadcrumb[] | null>(
    {
      own,
      ofPlugin: ({ breadcrumbs }, _node, context) => breadcrumbs?.map((step) => placed(step, context)) ?? null,
      ofDocument: (head, _node, context) => ownBreadcrumbs(head, trees, context),
    },
    { size: usualSteps },
  );
}

/** A part of a head that a plugin may leave out as a whole. @param start of the names of what is in it */
function partOfHead(start: string): FieldPlan<GraphNode, unknown, MaybePromise<GraphNode | null>> {
  return headPlan<GraphNode | null>(
    { own: by('none'), ofPlugin: (head, node) => (head.has(start) ? node : null), ofDocument: (_head, node) => node },
    { isPart: true },
  );
}

export const openGraph = partOfHead('og_');
export const twitter = partOfHead('twitter_');

/** As a field of a head, under the name that it has where it is shared. */
function shared(field: HeadField<string | null>, named: (head: PluginHead) => string | null) {
  return headPlan({ ...field, ofPlugin: named });
}

export const ogType = headPlan<string | null>({
  own: by('address'),
  ofPlugin: (head) => head.text('og_type'),
  ofDocument: (head, _node, context) => ownType(head, context),
});
/** Where it is shared, its site is named beside it. */
const name: HeadField<string | null> = { ...title, ofDocument: (head, _node, context) => ownName(head, context) };
export const ogTitle = shared(name, (head) => head.text('og_title'));
export const ogDescription = shared(description, (head) => head.text('og_description'));
export const ogUrl = shared(address, (head) => head.url('og_url'));
export const ogSiteName = headPlan<string | null>({
  own: by('none'),
  ofPlugin: (head) => head.text('og_site_name'),
  ofDocument: (_head, _node, context) => siteNameOf(context),
});
export const ogLocale = headPlan<string | null>({
  own: by('none'),
  ofPlugin: (head) => head.text('og_locale'),
  ofDocument: () => null,
});
export const ogPublished = headPlan<string | null>({
  own: by('times'),
  ofPlugin: (head) => head.time('article_published_time'),
  ofDocument: (head) => ownTime(head, 'date_gmt'),
});
export const ogModified = headPlan<string | null>({
  own: by('times'),
  ofPlugin: (head) => head.time('article_modified_time'),
  ofDocument: (head) => ownTime(head, 'modified_gmt'),
});

/** @param media where images are */
export function ogImages(media: Resource) {
  return headPlan<SeoImage[]>(
    {
      own: picturedBy,
      ofPlugin: ({ images }) => images,
      ofDocument: (head, _node, context) => andThen(ownImage(head, media, context), (image) => (image ? [image] : [])),
    },
    { size: 1 },
  );
}

export const twitterCard = headPlan<string | null>({
  own: () => ['featured_media', 'mime_type'],
  ofPlugin: (head) => head.text('twitter_card'),
  ofDocument: ({ document }) => {
    const isPictured = readId(document.featured_media) !== null || isImage(document.mime_type);
    return isPictured ? 'summary_large_image' : 'summary';
  },
});
export const twitterTitle = shared(name, (head) => head.text('twitter_title'));
export const twitterDescription = shared(description, (head) => head.text('twitter_description'));
export const twitterCreator = ofPluginAlone('twitter_creator');
export const twitterSite = ofPluginAlone('twitter_site');

export function twitterImage(media: Resource) {
  return headPlan<string | null>({
    own: picturedBy,
    ofPlugin: (head) => head.url('twitter_image'),
    ofDocument: (head, _node, context) => andThen(ownImage(head, media, context), (image) => image?.url ?? null),
  });
}

function ofPluginAlone(name: string) {
  return headPlan<string | null>({
    own: by('none'),
    ofPlugin: (head) => head.text(name),
    ofDocument: () => null,
  });
}
