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
import { siteIndex } from '../../graph/plan/origin.ts';
import { planned } from './builder.ts';
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
