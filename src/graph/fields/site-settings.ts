/**
 * What a site is set to: its language, how it writes dates, and which pages stand where.
 * Knows who says what: the index to anybody, from WordPress 6.8 on which pages those are, the settings to those who may open
 * them. What nobody says is `null`, never what most sites are set to.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { andThen, caught, type MaybePromise } from '../../maybe-promise.ts';
import type { SiteIndex } from '../../wordpress/documents.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { isMap, type ReadMap, readBoolean, readId, readInt, readMap, readText } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { GraphNode } from '../node.ts';
import type { FieldPlan } from '../plan/field-plan.ts';
import { follow } from '../relations.ts';
import { decodedName } from './names.ts';
import type { IndexNode } from './site.ts';

type SitePlan<Out> = FieldPlan<IndexNode, unknown, MaybePromise<Out | null>>;

/** The settings, where anybody opens them. */
function settingsOf({ loaders }: Pick<GraphContext, 'loaders'>): MaybePromise<ReadMap | null> {
  return andThen(loaders.opened('settings')?.read('/wp/v2/settings'), (settings) =>
    isMap(settings) ? settings : null,
  );
}

function ofSettings<Out>(read: (settings: ReadMap) => Out | null): SitePlan<Out> {
  return {
    reads: [],
    value: (_site, _args, context) => andThen(settingsOf(context), (settings) => settings && read(settings)),
  };
}

export const language = ofSettings(({ language: locale }) => languageTag(locale));
export const dateFormat = ofSettings(({ date_format }) => readText(date_format) || null);
export const timeFormat = ofSettings(({ time_format }) => readText(time_format) || null);
export const startOfWeek = ofSettings(({ start_of_week }) => within(readInt(start_of_week), 0, 6));
export const postsPerPage = ofSettings(({ posts_per_page }) => within(readInt(posts_per_page), 1, 1_000_000));

function within(number: number | null, least: number, most: number): number | null {
  return number !== null && number >= least && number <= most ? number : null;
}

/** Of a locale: no language has a tag of more. */
const mostParts = 8;

/** A locale of WordPress (`de_DE_formal`) as BCP 47; it has none for American English. */
export function languageTag(locale: unknown): string | null {
  const text = readText(locale);
  if (text === null) return null;
  const parts = (text === '' ? 'en_US' : text).split('_', mostParts);
  // Of what WordPress calls variants some are none: those are left out.
  for (let length = parts.length; length > 0; length--) {
    const tag = caughtTag(parts.slice(0, length).join('-'));
    if (tag !== null) return tag;
  }
  return null;
}

function caughtTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** As the index has them from WordPress 6.8 on, and the settings always. */
type Places = Pick<SiteIndex, 'show_on_front' | 'page_on_front' | 'page_for_posts'>;

const placing = ['show_on_front', 'page_on_front', 'page_for_posts'] as const;

type PagePlan = FieldPlan<IndexNode<Places>, unknown, MaybePromise<GraphNode | null>>;

/** @param pages those that may stand there */
function placedPage(
  pages: Resource,
  place: 'page_on_front' | 'page_for_posts',
  otherwise: (context: GraphContext) => MaybePromise<number | null>,
): PagePlan {
  return {
    reads: placing,
    looksUpById: true,
    value: ({ document }, _args, context, info) => {
      const said = document[place] === undefined ? settingsOf(context) : document;
      const id = andThen(said as MaybePromise<Places | null>, (places) =>
        places?.[place] === undefined ? otherwise(context) : pageIn(places, place),
      );
      return andThen(id, (page) => follow(pages, pages, page, context, info));
    },
  };
}

/** A site that shows its posts in front may remember pages that it does not show there. */
function pageIn(places: Places, place: keyof Places): number | null {
  return places.show_on_front === 'posts' ? null : readId(places[place]);
}

/** Where nobody says so, the page whose link is the address of the front page. */
export function frontPage(pages: Resource): PagePlan {
  return placedPage(pages, 'page_on_front', ({ loaders }) => loaders.frontPage(pages.route));
}

export function postsPage(pages: Resource): PagePlan {
  return placedPage(pages, 'page_for_posts', () => null);
}

/** The name that WordPress has for the setting. Core shows it to nobody over REST: a site has to register it for that. */
const privacySetting = 'wp_page_for_privacy_policy';

export function privacyPage(pages: Resource): PagePlan {
  return {
    reads: [],
    looksUpById: true,
    value: (_site, _args, context, info) =>
      andThen(settingsOf(context), (settings) => follow(pages, pages, settings?.[privacySetting], context, info)),
  };
}

/** Of a page; `null` where nobody says which one it is. */
export const isPrivacyPage: FieldPlan<GraphNode, unknown, MaybePromise<boolean | null>> = {
  reads: [],
  value: ({ document }: GraphNode, _args: unknown, context: GraphContext, _info: GraphQLResolveInfo) =>
    andThen(settingsOf(context), (settings) =>
      settings?.[privacySetting] === undefined ? null : readId(settings[privacySetting]) === document.id,
    ),
};

/** A state that content may be in. */
export interface PostStatus {
  readonly name: string;
  readonly label: string;
  readonly public: boolean | null;
}

/** `null` where the site does not tell them. */
export const statuses: SitePlan<PostStatus[]> = {
  reads: [],
  value: (_site, _args, { loaders }) =>
    andThen(
      caught(() => loaders.whole('/wp/v2/statuses', {})),
      (body) => {
        if (body instanceof Error && !isAbsence(body)) throw body;
        const told = body instanceof Error ? null : readMap(body);
        return told && Object.entries(told).flatMap(([key, status]) => statusIn(key, status));
      },
    ),
};

function statusIn(key: string, status: unknown): PostStatus[] {
  const said = readMap(status);
  if (!said) return [];
  const name = readText(said.slug) || key;
  return [{ name, label: decodedName(said.name) || name, public: readBoolean(said.public) }];
}
