/**
 * `Site`: what a site says of itself in its REST index.
 * Knows that there is one, whose id is the same wherever the site moves.
 */
import {
  gmtOffset,
  home,
  type IndexNode,
  iconUrl,
  lookUpSite,
  siteImage,
  siteName,
  tagline,
  timezone,
  url,
} from '../../graph/fields/site.ts';
import {
  dateFormat,
  frontPage,
  language,
  type PostStatus,
  postsPage,
  postsPerPage,
  privacyPage,
  startOfWeek,
  statuses,
  timeFormat,
} from '../../graph/fields/site-settings.ts';
import { siteIndex } from '../../graph/plan/origin.ts';
import { postFormatsOf } from '../../graph/post-format.ts';
import { type Fields, type FieldsOf, planned } from './builder.ts';
import type { Draft } from './draft.ts';

/** The key of its global id. */
export const siteKey = 'site';

export function defineSite(draft: Draft): void {
  const { builder, identities } = draft;
  const media = draft.core('attachment');
  const site = builder.objectRef<IndexNode>('Site').implement({
    description: 'The site itself. Source: the REST index.',
    extensions: { pressgraph: { resource: siteIndex } },
    interfaces: [draft.anyNode],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types; always the same.',
        resolve: () => identities.ids.encode('Site', siteKey),
      }),
      name: t.string({ description: 'Title of the site, as plain text.', ...planned(siteName) }),
      description: t.string({ description: 'Tagline of the site, as plain text.', ...planned(tagline) }),
      url: t.string({ description: 'Address of the WordPress installation.', ...planned(url) }),
      home: t.string({ description: 'Address of the front page.', ...planned(home) }),
      timezone: t.string({
        description:
          "Time zone of the site's clock, e.g. `Europe/Lisbon`; an offset such as `+05:30` where the site has only that.",
        ...planned(timezone),
      }),
      gmtOffset: t.float({ description: "Hours that the site's clock is ahead of UTC now.", ...planned(gmtOffset) }),
      iconUrl: t.string({ description: 'Address of the site icon; `null` for none.', ...planned(iconUrl) }),
      icon: t.field({
        type: draft.node(media),
        description: 'The site icon (a `wp:featuredmedia` link); `null` for none.',
        ...planned(siteImage(media, 'site_icon')),
      }),
      logo: t.field({
        type: draft.node(media),
        description: 'The site logo (a `wp:featuredmedia` link); `null` for none.',
        ...planned(siteImage(media, 'site_logo')),
      }),
      ...settingFields(t, draft),
    }),
  });

  builder.queryField('site', (t) =>
    t.field({
      type: site,
      description: 'The site that this graph stands in front of.',
      resolve: (_root, _args, context, info) => lookUpSite(context, info),
    }),
  );
}

const opened =
  '`null` unless a service account opens the settings (`serviceAccount`), or the viewer may read them himself.';

function settingFields(t: FieldsOf<IndexNode>, draft: Draft): Fields {
  const page = draft.core('page');
  return {
    language: t.string({ description: `Language of the site, as BCP 47: \`de-DE\`. ${opened}`, ...planned(language) }),
    dateFormat: t.string({
      description: `How the site writes dates, in letters of PHP's \`date\`: \`F j, Y\`. ${opened}`,
      ...planned(dateFormat),
    }),
    timeFormat: t.string({
      description: `How the site writes times, in letters of PHP's \`date\`: \`g:i a\`. ${opened}`,
      ...planned(timeFormat),
    }),
    startOfWeek: t.int({
      description: `The day on which weeks begin: 0 for Sunday to 6 for Saturday. ${opened}`,
      ...planned(startOfWeek),
    }),
    postsPerPage: t.int({
      description: `How many posts a page of a list has on the site's own front end. ${opened}`,
      ...planned(postsPerPage),
    }),
    frontPage: t.field({
      type: draft.node(page),
      description:
        'The page that is shown in front; `null` where posts are. WordPress says so from 6.8 on, before by its settings; where neither does, it is looked for among the links of all pages, a request for each hundred.',
      ...planned(frontPage(page)),
    }),
    postsPage: t.field({
      type: draft.node(page),
      description:
        'The page at whose address posts are listed; `null` where there is none, and before WordPress 6.8 unless a service account opens the settings.',
      ...planned(postsPage(page)),
    }),
    privacyPage: t.field({
      type: draft.node(page),
      description:
        'The page with the privacy policy. `null` unless the site registers its setting `wp_page_for_privacy_policy` for REST, which WordPress itself does not, and a service account opens the settings.',
      ...planned(privacyPage(page)),
    }),
    statuses: t.field({
      type: [defineStatus(draft)],
      nullable: { list: true, items: false },
      description: 'The states of content that everybody may see. `null` where the site does not tell.',
      ...planned(statuses),
    }),
    postFormats: t.field({
      type: [draft.postFormat],
      nullable: { list: true, items: false },
      description:
        'The formats that posts of the site have had; which ones its theme offers it says to editors only. `null` where the site lets nobody search.',
      resolve: (_site, _args, context) => postFormatsOf(context),
    }),
  };
}

function defineStatus({ builder }: Draft) {
  return builder.objectRef<PostStatus>('PostStatus').implement({
    description: 'A state that content may be in. Source: `/wp/v2/statuses`.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Name that code uses: `publish`.' }),
      label: t.exposeString('label', { nullable: false, description: "Name to display, in the site's language." }),
      public: t.exposeBoolean('public', {
        nullable: true,
        description: 'Whether everybody may see what is in it.',
      }),
    }),
  });
}
