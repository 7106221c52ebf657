/**
 * `Site`: what a site says of itself in its REST index.
 * Knows which members of the index need no rights.
 */

import { ownProperties } from '../../graph/plan/selection.ts';
import type { MediaDocument, SiteIndex } from '../../wordpress/documents.ts';
import { readAddress, readNumber, readText } from '../../wordpress/values.ts';
import { type Builder, readsOf } from './builder.ts';
import { follow } from './nodes.ts';
import { resourceOf } from './resource-types.ts';
import { decodedName } from './text.ts';

const reads = readsOf<SiteIndex>();

export function defineSite(builder: Builder): void {
  builder.objectType('Site', {
    description: 'The site itself. Source: the REST index.',
    fields: (t) => ({
      name: t.string({
        description: 'Title of the site, as plain text.',
        ...reads(['name'], ({ name }) => decodedName(name)),
      }),
      description: t.string({
        description: 'Tagline of the site, as plain text.',
        ...reads(['description'], ({ description }) => decodedName(description)),
      }),
      url: t.string({
        description: 'Address of the WordPress installation.',
        ...reads(['url'], ({ url }) => readAddress(url)),
      }),
      home: t.string({
        description: 'Address of the front page.',
        ...reads(['home'], ({ home }) => readAddress(home)),
      }),
      timezone: t.string({
        description:
          "Time zone of the site's clock, e.g. `Europe/Lisbon`; an offset such as `+05:30` where the site has only that.",
        ...reads(
          ['timezone_string', 'gmt_offset'],
          (index) => readText(index.timezone_string) || offsetOf(hoursOf(index.gmt_offset)),
        ),
      }),
      gmtOffset: t.float({
        description: "Hours that the site's clock is ahead of UTC now.",
        ...reads(['gmt_offset'], ({ gmt_offset }) => hoursOf(gmt_offset)),
      }),
      iconUrl: t.string({
        description: 'Address of the site icon; `null` for none.',
        ...reads(['site_icon_url'], ({ site_icon_url }) => readAddress(site_icon_url) || null),
      }),
      icon: t.field({
        type: 'Media',
        description: 'The site icon (a `wp:featuredmedia` link); `null` for none.',
        ...reads(
          ['site_icon'],
          ({ site_icon }, _args, context, info) =>
            follow<MediaDocument>('Media', resourceOf(context.loaders.site, 'Media').route, site_icon, context, info),
          { follows: true },
        ),
      }),
      logo: t.field({
        type: 'Media',
        description: 'The site logo (a `wp:featuredmedia` link); `null` for none.',
        ...reads(
          ['site_logo'],
          ({ site_logo }, _args, context, info) =>
            follow<MediaDocument>('Media', resourceOf(context.loaders.site, 'Media').route, site_logo, context, info),
          { follows: true },
        ),
      }),
    }),
  });

  builder.queryField('site', (t) =>
    t.field({
      type: 'Site',
      description: 'The site that this graph stands in front of.',
      resolve: async (_root, _args, { loaders }, info) => {
        const properties = ownProperties(info, 'Site');
        return { id: 0, ...(await loaders.index(properties)) } as SiteIndex;
      },
    }),
  );
}

/** Further from UTC is no zone. */
const mostHours = 24;

/** Hours ahead of UTC; an option that was never set is empty. */
function hoursOf(offset: unknown): number | null {
  const hours = offset === '' ? 0 : readNumber(offset);
  return hours !== null && Math.abs(hours) <= mostHours ? hours : null;
}

/** Hours as an offset: `5.5` is `+05:30`. */
function offsetOf(hours: number | null): string | null {
  if (hours === null) return null;
  const minutes = Math.round(hours * 60);
  const size = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
